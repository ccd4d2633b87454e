"""What the search worker is given: documents, names, and the worker itself as one file."""
