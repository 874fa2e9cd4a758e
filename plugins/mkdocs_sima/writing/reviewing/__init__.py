"""An entry, and the day on which somebody found it still true, in; its text with that day out."""
