"""Rules about references: what they lead to, and what they say of it."""
