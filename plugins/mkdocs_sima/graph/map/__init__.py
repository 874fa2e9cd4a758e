"""The graph in, the places of its nodes out, and the data of the map page."""
