"""Bytes and characters in, text and its positions out. Knows no Markdown."""
