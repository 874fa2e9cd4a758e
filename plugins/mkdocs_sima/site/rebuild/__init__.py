"""Earlier builds in, what of them still holds out."""
