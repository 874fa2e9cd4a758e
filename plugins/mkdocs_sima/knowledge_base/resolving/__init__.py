"""A mention and the tables in, a resolved reference out, with the rule that decided."""
