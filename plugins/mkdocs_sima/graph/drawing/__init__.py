"""The graph and one entry in, the SVG of what stands around it out."""
