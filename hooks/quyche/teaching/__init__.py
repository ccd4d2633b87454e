"""Teaching: lessons with slides, an exercise in filling a checklist, handouts. All of it cites the regulation."""
