"""One reader at work in a process of its own: a pickled (name, Blob) comes in, what it read goes out as JSON."""

import json
import logging
import pickle
import resource
import sys
from contextlib import suppress
from typing import Any

from factcheck.errors import InputError
from factcheck.read import CPU_SECONDS, MEMORY, pack, readers


def main() -> None:
    """Answer on standard output; anything a library prints goes to standard error."""
    for what, bound in ((resource.RLIMIT_CPU, CPU_SECONDS), (resource.RLIMIT_AS, MEMORY)):
        hard = resource.getrlimit(what)[1]
        with suppress(ValueError, OSError):  # macOS has no bound on memory
            resource.setrlimit(what, (bound if hard == resource.RLIM_INFINITY else min(bound, hard), hard))
    logging.disable(logging.CRITICAL)
    answers, sys.stdout = sys.stdout, sys.stderr
    name, blob = pickle.load(sys.stdin.buffer)
    try:
        answer: dict[str, Any] = {"raw": pack(readers()[name].read(blob))}
    except InputError as error:
        answer = {"refused": error.message}
    json.dump(answer, answers)


if __name__ == "__main__":
    main()
