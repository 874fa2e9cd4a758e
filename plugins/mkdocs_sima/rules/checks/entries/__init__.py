"""Rules about entries: their IDs, titles, fields, and their place among the others."""
