"""A process that judges claims and says on its standard output what was acknowledged."""

import sys
from pathlib import Path

from factcheck.model import Verdict
from tests.db.desk import CLAIMS, judged, new_desk


def main(path: str, actor: str, count: str) -> None:
    with new_desk(Path(path)) as store:
        for number in range(int(count)):
            act = judged(CLAIMS[number % 4], list(Verdict)[number % 3], number, actor, note=f"{actor} {number}")
            store.record(act)
            print(number, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
