"""The knowledge base in, what several rules ask of it out: what is missing, near or doubled."""
