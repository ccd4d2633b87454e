"""Two regulations side by side: what stayed, changed, moved, came, went; and what that does to duties and sheets."""
