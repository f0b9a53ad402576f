"""How an article comes in: one reader a module, from bytes to text and what the file says of itself."""
