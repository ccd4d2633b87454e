"""The parts of the site, as its menu shows them: each gives its pages, its entries and its files, or nothing."""
