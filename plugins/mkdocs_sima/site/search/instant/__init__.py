"""Pages as their sections in, the files that the search in the browser asks for out."""
