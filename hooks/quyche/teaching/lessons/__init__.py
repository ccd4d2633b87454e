"""Lessons as data, checked against the text, and the files that a lecturer takes away."""
