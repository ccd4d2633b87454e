"""Turn a structured Vietnamese regulation into an annotated site and self-assessment checklists.

Data flows one way: ``regulation.yaml`` -> model -> views -> files. Each room imports only from those on lower floors;
the floors stand in ``tests/test_house.py`` and are drawn in ``architecture.svg``. Nothing here imports MkDocs.
"""
