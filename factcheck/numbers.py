"""Numbers as people write them, read into Decimal: pure functions that the kinds share."""
