"""Turn a structured Vietnamese regulation into an annotated site and self-assessment checklists.

Data flows one way: ``regulation.yaml`` -> model -> views -> files. Each room imports only from the rooms above it:
``README.md`` tells what each is for, ``ROOMS`` in ``tests/test_house.py`` on which floor it stands. Nothing imports
MkDocs.
"""
