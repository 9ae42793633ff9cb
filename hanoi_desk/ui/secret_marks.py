"""Stops a save whose texts bear the mark of a State secret, and asks (vn-document-format.md, 4.3)."""

from collections.abc import Callable, Iterable
from dataclasses import fields

from PySide6.QtWidgets import QWidget

from hanoi_desk.records import Record
from hanoi_desk.text import secret_word
from hanoi_desk.ui.messages import ask
from hanoi_desk.ui.session import Session


class SecretMarks:
    """The marks of one form: each is asked about once, and the texts themselves go nowhere."""

    def __init__(self, session: Session, widget: QWidget) -> None:
        self._session = session
        self._widget = widget
        self._cleared: set[str] = set()

    def are_clear(self, texts: Iterable[object], go_on: Callable[[], object]) -> bool:
        """Tell whether none of the texts bears a mark; if one does, stop and ask, and call `go_on` after a yes."""
        marks = (secret_word(text) for text in texts if isinstance(text, str))
        mark = next((mark for mark in marks if mark and mark not in self._cleared), None)
        if mark is None:
            return True
        found = mark

        def clear() -> None:
            self._cleared.add(found)
            go_on()

        word = self._session.word
        ask(
            self._widget,
            word("notice.secret_word", mark=mark),
            word("notice.no_secret_save"),
            clear,
            more=word("notice.after_mistake"),
            no=word("notice.back_to_text"),
        )
        return False


def texts_of(record: Record | None, before: Record | None = None) -> list[str]:
    """Return the texts of a record, without those that stood in it before."""
    if record is None:
        return []
    found: list[str] = []
    for name in (field.name for field in fields(record)):
        value = getattr(record, name)
        if before is None or value != getattr(before, name, None):
            found += [value] if isinstance(value, str) else [one for one in _several(value) if isinstance(one, str)]
    return found


def _several(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else ()
