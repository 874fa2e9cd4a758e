"""An entry, and the day on which somebody read it, in, its text with that day in it out."""
