"""Turn a structured Vietnamese regulation into an annotated site and self-assessment checklists.

Data flows one way: ``regulation.yaml`` -> model -> views -> files. Each room imports only from the rooms above it:
``vietnamese``, ``regulation``, ``duties``, ``checklists``, ``pages``, ``cli``. Nothing here imports MkDocs.
"""
