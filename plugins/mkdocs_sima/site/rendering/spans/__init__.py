"""A piece of a line in, its links, emoji and formulas out as HTML."""
