"""A knowledge base in, findings about the code that its entries cite out."""
