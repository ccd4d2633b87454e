"""Who must do what: own, by group, in common, or only named; periods; the matrix; the coverage proof."""
