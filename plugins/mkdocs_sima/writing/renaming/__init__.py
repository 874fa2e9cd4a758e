"""An entry and another ID or number in, what changes in its text, name and citations out."""
