"""Entries in, findings about their IDs, titles, fields, and place among the others out."""
