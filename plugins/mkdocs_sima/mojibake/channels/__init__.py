"""Code pages as data: characters in, the bytes behind them out, and what each loses on the way."""
