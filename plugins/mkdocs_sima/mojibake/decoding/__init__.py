"""Damaged text in, the readings that each damaged place can have, and the choice, out."""
