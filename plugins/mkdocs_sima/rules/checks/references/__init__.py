"""References in, findings about what they lead to, and what they say of it, out."""
