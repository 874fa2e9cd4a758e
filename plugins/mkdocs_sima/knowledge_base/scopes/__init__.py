"""Documents in, scopes out: which there are, and the order in which each looks them through."""
