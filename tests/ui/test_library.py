"""The release of the widget library that is pinned is sound on this Python."""

import sys

from PySide6.QtCore import QObject, Signal


class _Bell(QObject):
    rung = Signal(bool)


def test_two_hundred_thousand_emits_lose_no_reference_to_true(qapp):
    """PySide6 6.12.0 on Python 3.11 lost one at every emit and killed the interpreter."""
    bell = _Bell()
    heard = []
    bell.rung.connect(lambda value: heard.append(value) if len(heard) < 3 else None)
    before = sys.getrefcount(True)
    for _ in range(200_000):
        bell.rung.emit(True)
    assert heard == [True, True, True]
    assert sys.getrefcount(True) >= before - 100
