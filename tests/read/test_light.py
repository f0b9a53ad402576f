"""Finding the readers and formats imports none of the libraries that only some of them need."""

import subprocess
import sys

HEAVY = {
    *("trafilatura", "lxml", "pypdf", "docx", "dateparser", "charset_normalizer", "urllib.request", "email", "ssl"),
    *("textual", "rich", "sqlite3", "sqlite_utils", "zipfile", "click"),
}
PROGRAM = """
import sys
from factcheck.read import readers
from factcheck.export import formats
assert readers() and formats()
print(*sorted(sys.modules))
"""


def test_nothing_heavy_is_imported() -> None:
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    assert not HEAVY & set(done.stdout.split())
