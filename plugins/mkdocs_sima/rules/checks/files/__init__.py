"""Files in, findings about whether they can be read, and are whole, out."""
