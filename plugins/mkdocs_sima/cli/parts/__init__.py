"""What commands are made of: arguments in, a knowledge base, text and exit statuses out."""
