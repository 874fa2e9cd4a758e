"""The structure of a text in, what the document says about itself out, as labels and values."""
