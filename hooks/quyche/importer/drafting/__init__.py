"""Proposals for the layers over a text: bodies and duties, each marked as a draft until a person confirms it."""
