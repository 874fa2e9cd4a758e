"""Find the places where one document points at others."""
