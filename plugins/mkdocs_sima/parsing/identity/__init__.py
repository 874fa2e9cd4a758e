"""Fields and file names in, which entry a document is and what it is called out."""
