"""A run that lacks bytes and its place in, what it was, or may have been, out."""
