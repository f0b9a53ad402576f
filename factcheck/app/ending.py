"""How the app ends when the system asks the process to: the terminal is left as it was, or is given up in time."""

import asyncio
import os
import signal
from collections.abc import Callable
from functools import partial
from threading import Timer

GRACE = 3.0
"""Seconds that leaving may take after a signal before the process ends by itself: the terminal may be gone."""


def catch_signals(leave: Callable[[int], None]) -> None:
    """Have `leave` called with the exit status when the system asks the process to end."""
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGHUP):
        loop.add_signal_handler(number, _end, leave, 128 + number)


def _end(leave: Callable[[int], None], status: int) -> None:
    last_resort = Timer(GRACE, partial(os._exit, status))
    last_resort.daemon = True
    last_resort.start()
    leave(status)
