"""The last build in, what of it still holds out."""
