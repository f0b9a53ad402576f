"""What the store's tests are given."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from db import Store
from tests.db.desk import new_desk


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with new_desk(tmp_path / "desk.db") as store:
        yield store
