"""Markdown of other engines than ours: a document in, their HTML and table of contents out."""
