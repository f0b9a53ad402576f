"""One reader at work in a process of its own: a pickled order comes in, what it read goes out as JSON."""

import json
import logging
import pickle
import resource
import sys
from contextlib import suppress
from typing import Any

from factcheck.errors import InputError
from factcheck.read import pack, readers


def main() -> None:
    """Carry out one order: (reader's name, Blob, seconds of the processor, bytes of memory).

    The answer goes to standard output; what a library prints goes to standard error.
    """
    answers, sys.stdout = sys.stdout, sys.stderr
    name, blob, seconds, memory = pickle.load(sys.stdin.buffer)
    for what, bound in ((resource.RLIMIT_CPU, seconds), (resource.RLIMIT_AS, memory)):
        hard = resource.getrlimit(what)[1]
        with suppress(ValueError, OSError):  # macOS has no bound on memory
            resource.setrlimit(what, (bound if hard == resource.RLIM_INFINITY else min(bound, hard), hard))
    logging.disable(logging.CRITICAL)
    try:
        answer: dict[str, Any] = {"raw": pack(readers()[name].read(blob))}
    except InputError as error:
        answer = {"refused": error.message}
    json.dump(answer, answers)


if __name__ == "__main__":
    main()
