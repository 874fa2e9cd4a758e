"""A rendered page in, what the search is to read of it out."""
