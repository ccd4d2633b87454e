"""Annual self-assessment checklists: one object for each body and year, and the writers that all work from it."""
