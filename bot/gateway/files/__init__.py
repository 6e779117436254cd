"""Evidence files: told apart by content, cleaned and named safely before anyone keeps them."""
