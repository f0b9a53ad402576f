"""Storage: the only package that speaks SQL."""

from db.store import Store
from factcheck.errors import StoreError

__all__ = ["Store", "StoreError"]
