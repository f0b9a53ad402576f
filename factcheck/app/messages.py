"""What widgets say, to whoever holds them."""
