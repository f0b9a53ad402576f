"""How a log leaves the desk: one format a module, all from one row."""
