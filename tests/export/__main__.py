"""Writes the golden files anew: look at what changed before you keep it."""

from tests.export.test_formats import GOLDEN, TEXTS, written

for form in TEXTS:
    for what in ("claims", "events") if form.table else ("claims",):
        (GOLDEN / f"{what}.{form.name}").write_bytes(written(form, what))
