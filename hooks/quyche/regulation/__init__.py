"""The regulation: its model, loading with line numbers, one check per rule, citations, fidelity to the source."""
