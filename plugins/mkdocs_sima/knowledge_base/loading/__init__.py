"""A root folder in, its files found, read and parsed out."""
