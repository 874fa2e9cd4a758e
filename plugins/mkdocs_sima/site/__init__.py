"""The knowledge base and its findings in, a site out: the plugin for MkDocs."""
