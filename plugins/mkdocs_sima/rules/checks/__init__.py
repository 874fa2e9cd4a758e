"""A knowledge base in, the findings of one rule out: a rule a file, and nothing else."""
