"""All that the package knows of mkdocs-material: its files, the language of its search, a page in its classes."""
