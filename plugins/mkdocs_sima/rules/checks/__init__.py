"""The rules, a rule a file and nothing else: a knowledge base in, the findings of one rule out."""
