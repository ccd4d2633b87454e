"""The glossary: what the words of the text mean, and where a reader meets each of them first."""
