"""An exercise: a fictional unit's year as a story, and the record that it should come to."""
