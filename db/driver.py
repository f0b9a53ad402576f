"""The one SQLite library of this process: the one that sqlite-utils uses (pysqlite3 where it is installed)."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
else:
    try:  # as sqlite-utils chooses, which is loaded only where a schema is made
        sqlite3 = import_module("pysqlite3")
    except ImportError:
        import sqlite3

__all__ = ["sqlite3"]
