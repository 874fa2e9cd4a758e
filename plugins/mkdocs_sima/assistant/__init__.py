"""A knowledge base in, what an assistant asks of it out: short answers, verdicts, contexts."""
