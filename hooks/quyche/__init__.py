"""Turn a structured Vietnamese regulation into an annotated site and self-assessment checklists.

Data flows one way: ``regulation.yaml`` -> model -> views -> files. Each room imports only from those on lower floors:
``README.md`` tells what each is for, ``ROOMS`` in ``tests/test_house.py`` on which floor it stands, and
``architecture.svg`` draws them. Nothing here imports MkDocs.
"""
