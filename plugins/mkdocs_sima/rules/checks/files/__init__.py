"""Rules about files: whether they can be read, and are whole."""
