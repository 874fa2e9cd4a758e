"""Rules about links: to files, to places in them, to the web."""
