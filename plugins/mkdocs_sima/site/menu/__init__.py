"""The documents in, the menu out: of the whole site, and of one page."""
