"""Where the text comes from: what it rests on, what it replaces, what stands near it, each with what is known of it."""
