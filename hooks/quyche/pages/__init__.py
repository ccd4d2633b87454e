"""The pages, from templates: a module a kind of page, a function that returns it. Pages are HTML, never Markdown."""
