"""Stops a save whose texts bear the mark of a State secret, and asks (vn-document-format.md, 4.3).

Before that is answered, no draft on disk holds such a text either: what lies there is what was written before it.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from typing import Any
from weakref import WeakKeyDictionary, WeakSet

from PySide6.QtWidgets import QWidget

from hanoi_desk.records import KINDS, Record
from hanoi_desk.store.codec import to_json
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


class Unmarked:
    """What may lie on disk of each open form: its draft as it was before the mark of a State secret was written."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._held = WeakKeyDictionary[object, dict[str, Any]]()
        self._told = WeakSet[object]()
        self._withheld = WeakSet[object]()

    def put(self, form: object, draft: dict[str, Any]) -> None:
        """Take a draft as one that may lie on disk, for it does."""
        self._held[form] = draft

    def withholds(self, form: object) -> bool:
        """Tell whether not all that a form says lies on disk, since `of` was asked last."""
        return form in self._withheld

    def of(self, form: object, draft: dict[str, Any]) -> dict[str, Any] | None:
        """Return what may lie on disk of a form that says this; that it is not all of it is told once."""
        mark = mark_in(_new_texts(self._session, draft))
        if not mark:
            self._held[form] = draft
            self._withheld.discard(form)
            return draft
        self._withheld.add(form)
        if form not in self._told:
            self._told.add(form)
            self._session.say(unkept(self._session, mark))
        return self._held.get(form)


def unkept(session: Session, mark: str) -> str:
    """Return what is said of a text that bears a mark while it is written."""
    return f"{session.word('notice.secret_word', mark=mark)} {session.word('notice.no_draft')}"


def _new_texts(session: Session, draft: Mapping[str, Any]) -> Iterable[str]:
    """Return the texts of a draft that its record on file does not bear already."""
    kind = next((kind for kind in KINDS if kind.table == draft.get("table")), None)
    before = session.store.get(kind, str(draft["id"])) if kind else None
    known = set(_texts(to_json(before))) if before else set()
    parts = [value for name, value in draft.items() if name != "title"]
    return [text for text in _texts(parts) if text not in known]


def _texts(value: object) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping | list | tuple):
        for one in value.values() if isinstance(value, Mapping) else value:
            yield from _texts(one)


def mark_in(texts: Iterable[object]) -> str:
    """Return the first mark of a State secret that any of the texts bears, nothing where there is none."""
    return next((mark for text in texts if isinstance(text, str) and (mark := secret_word(text))), "")


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
