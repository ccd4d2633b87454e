"""Handouts: one A4 page for each body."""
