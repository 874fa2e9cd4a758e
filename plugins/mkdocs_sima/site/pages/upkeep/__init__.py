"""The entries and their past in, what changed of them and which are due for a look out."""
