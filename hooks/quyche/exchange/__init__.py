"""Exchange formats: the regulation as data for other programs."""
