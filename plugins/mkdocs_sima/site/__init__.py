"""The MkDocs plugin: the knowledge base as a site."""
