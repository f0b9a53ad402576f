"""A real terminal for tests: a process in a pseudo-terminal, and what it writes there."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Sequence
from types import TracebackType

WAIT = 30.0


class Terminal:
    """Runs a command in a pseudo-terminal of its own; `written` is all it has written."""

    def __init__(self, command: Sequence[str], columns: int = 120, rows: int = 40) -> None:
        self._ours, self._theirs = pty.openpty()
        fcntl.ioctl(self._theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.before = termios.tcgetattr(self._theirs)
        self.written = b""
        self.process = subprocess.Popen(
            [sys.executable, *command],
            stdin=self._theirs,
            stdout=self._theirs,
            stderr=self._theirs,
            start_new_session=True,
            env={**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor"},
        )

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self._ours)
        os.close(self._theirs)

    def press(self, keys: str) -> None:
        os.write(self._ours, keys.encode())

    def read(self, seconds: float) -> None:
        """Take what is written within so many seconds, or less once there is something."""
        if select.select([self._ours], [], [], seconds)[0]:
            self.written += os.read(self._ours, 65536)

    def wait_for(self, text: str, after: int = 0) -> int:
        """Read until `text` was written past `after`; how much was written then."""
        until = time.monotonic() + WAIT
        while text.encode() not in self.written[after:]:
            assert time.monotonic() < until, f"{text!r} was not written in {self.written[after:][-400:]!r}"
            self.read(0.2)
        return len(self.written)

    def press_and_wait_for(self, keys: str, text: str) -> None:
        """Press keys and read until `text` is written after them."""
        self.settle()
        seen = len(self.written)
        self.press(keys)
        self.wait_for(text, after=seen)

    def settle(self) -> None:
        """Read until nothing more is written for a while."""
        size = -1
        while size != len(self.written):
            size = len(self.written)
            self.read(0.3)

    def end(self) -> int:
        """Read to the end of the process; its exit status as a shell counts it."""
        until = time.monotonic() + WAIT
        while self.process.poll() is None:
            assert time.monotonic() < until, "the process does not end"
            self.read(0.05)
        self.read(0.1)
        status = self.process.returncode
        return 128 - status if status < 0 else status

    @property
    def is_restored(self) -> bool:
        """Whether the screen, the mouse, the cursor and the line settings are as they were."""
        on_and_off = [
            ("?1049h", "?1049l"),
            ("?1000h", "?1000l"),
            ("?1003h", "?1003l"),
            ("?2004h", "?2004l"),
            ("?25l", "?25h"),
        ]
        written = self.written
        return termios.tcgetattr(self._theirs) == self.before and all(
            written.rfind(f"\x1b[{on}".encode()) < written.rfind(f"\x1b[{off}".encode()) for on, off in on_and_off
        )
