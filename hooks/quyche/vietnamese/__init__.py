"""The Vietnamese language: letters, folding, numerals, alphabetical order. Knows nothing of regulations."""
