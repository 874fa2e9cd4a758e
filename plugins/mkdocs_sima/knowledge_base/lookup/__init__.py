"""Documents in, tables out: which of them bear an ID, a name, a title, a path."""
