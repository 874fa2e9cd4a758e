"""Paths that documents name in, the files and folders of the repository that they mean out."""
