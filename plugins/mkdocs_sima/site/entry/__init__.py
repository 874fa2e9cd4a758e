"""A document in, all that its page shows out."""
