"""Links in, findings about the files, places and addresses they lead to out."""
