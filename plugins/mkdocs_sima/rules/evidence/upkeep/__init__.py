"""A knowledge base in, what changed around its entries and which of them are due for a look out."""
