"""A restored character and its place in, how well it fits there out, in nats."""
