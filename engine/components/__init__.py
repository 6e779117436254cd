"""Parts of the language pipeline that are this product's own."""
