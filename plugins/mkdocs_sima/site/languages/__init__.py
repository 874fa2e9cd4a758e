"""The language of the site in, our words in it out."""
