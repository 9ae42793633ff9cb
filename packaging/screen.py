"""A screen that nobody sees, and when a program has painted its window on it: Xvfb, read as a file."""

from __future__ import annotations

import mmap
import os
import signal
import struct
import subprocess
import tempfile
import time
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

WIDTH, HEIGHT = 1360, 860
QUIET = 2.0  # seconds without a change worth the name: the window is then as it stays
LONGEST = 60.0
SMALL = 0.03  # of the rows: a caret that blinks, a time that counts
SIDEBAR, PLACE = 190, 40  # its width and the height of the places that are chosen and no longer chosen
SAME = 0.95  # of the rows: what is left is a line that comes in from the background


class NothingPainted(Exception):
    """No window came, or the program ended before it."""


class Screen:
    """A running screen: its name for DISPLAY, and its picture."""

    def __init__(self, name: str, picture: mmap.mmap) -> None:
        self.name = name
        self._picture = picture
        head = struct.unpack(">25I", picture[:100])  # of the X window dump: sizes, then colours, then the rows
        self._start = head[0] + head[19] * 12
        self._row = head[12]

    def rows(self) -> list[bytes]:
        """Return the picture as it is now."""
        data = self._picture[self._start : self._start + self._row * HEIGHT]
        return [data[at : at + self._row] for at in range(0, len(data), self._row)]

    def painted(
        self, command: Sequence[str], environment: dict[str, str], place: tuple[int, int] | None = None
    ) -> float:
        """Start a program, wait until its window stands still, end it; return the seconds until the window was there.

        A place of the sidebar, in pixels from the left and the top, is then clicked, and has to be chosen.
        :raises NothingPainted: when no window came, or the click chose nothing.
        """
        blank, frames, last_sum = self.rows(), [], 0
        started = time.monotonic()
        running = subprocess.Popen(command, env=environment, start_new_session=True, stdin=subprocess.DEVNULL)
        try:
            changed = started
            while time.monotonic() - started < LONGEST:
                now = time.monotonic()
                checksum = zlib.adler32(self._picture)
                if checksum != last_sum:
                    last_sum, rows = checksum, self.rows()
                    if not frames or _share(rows, frames[-1][1]) < 1 - SMALL:
                        changed = now
                    frames.append((now - started, rows))
                there = frames and _share(frames[-1][1], blank) < 0.5
                if there and now - changed > QUIET:
                    if place:
                        self._click(place, frames[-1][1])
                        if running.poll() is not None:
                            break
                    return next(at for at, rows in frames if _share(rows, frames[-1][1]) >= SAME)
                if running.poll() is not None:
                    break
                time.sleep(0.01)
            raise NothingPainted(f"no window came from {command}")
        finally:
            if running.poll() is None:
                os.killpg(running.pid, signal.SIGTERM)
            running.wait(20)
            time.sleep(0.3)

    def _click(self, place: tuple[int, int], before: list[bytes]) -> None:
        x, y = place
        command = ["xdotool", "mousemove", str(x), str(y), "click", "1"]
        pressed = subprocess.run(command, env={**os.environ, "DISPLAY": self.name}, check=False)
        until = time.monotonic() + LONGEST / 4
        while pressed.returncode == 0 and time.monotonic() < until:
            pairs = zip(self.rows(), before, strict=True)
            if sum(row[: SIDEBAR * 4] != other[: SIDEBAR * 4] for row, other in pairs) > PLACE:
                time.sleep(QUIET)
                return
            time.sleep(0.1)
        raise NothingPainted(f"a click on {place} shows no other page")


@contextmanager
def screen() -> Iterator[Screen]:
    """Give a new screen, black and 1360 by 860, on which windows stand without a frame."""
    with tempfile.TemporaryDirectory() as folder:
        reading, writing = os.pipe()
        size = f"{WIDTH}x{HEIGHT}x24"
        command = [
            "Xvfb",
            "-displayfd",
            str(writing),
            "-screen",
            "0",
            size,
            "-fbdir",
            folder,
            "-noreset",  # a program that comes as another goes finds it still there
            "-nolisten",
            "tcp",
            "-ac",
        ]
        server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        try:
            with os.fdopen(reading) as told:
                name = f":{int(told.readline())}"
            with (
                (Path(folder) / "Xvfb_screen0").open("rb") as file,
                mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as picture,
            ):
                yield Screen(name, picture)
        finally:
            server.terminate()
            server.wait(20)


def _share(rows: list[bytes], others: list[bytes]) -> float:
    """Return which part of the rows is the same."""
    return sum(one == other for one, other in zip(rows, others, strict=True)) / len(rows)
