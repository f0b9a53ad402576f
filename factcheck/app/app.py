"""The app: holds the store, the clock and the reviewer, and says what went wrong."""
