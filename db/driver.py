"""The one SQLite library of this process: the one that sqlite-utils uses (pysqlite3 where it is installed)."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
else:
    from sqlite_utils.utils import sqlite3

__all__ = ["sqlite3"]
