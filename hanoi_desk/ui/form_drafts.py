"""What is typed in a small form is on disk within seconds, and offered again after a crash, a power cut or a lock."""

import inspect
import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import date
from importlib import import_module
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from hanoi_desk.records import KINDS, Record
from hanoi_desk.store import StoreError
from hanoi_desk.store.codec import from_json, to_json
from hanoi_desk.ui.record_form import RecordForm
from hanoi_desk.ui.session import Session

#: The name under which what is typed in small forms lies in the desk.
FORMS = "record_forms"
#: The property of a window that was open when the desk was locked.
CLEARED = "cleared_by_lock"
#: How often it is kept, in milliseconds.
_OFTEN = 2_000
#: No more forms than these are kept; the oldest goes first.
_MOST = 8
#: What a row may hold that is no field of its record.
_PLAIN = str | bool | int | date | None
_TABLES = {kind.table: kind for kind in KINDS}


class FormDrafts(QObject):
    """Keeps what is typed in all small forms of a session, until it is saved or left on purpose."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._left = _read(session)
        self._on_disk = _text(self._left)
        self._timer = QTimer(self, interval=_OFTEN)
        self._timer.timeout.connect(self.keep)

    def start(self) -> None:
        """Keep from now on."""
        self._timer.start()

    def stop(self) -> None:
        """Keep no longer."""
        self._timer.stop()

    @property
    def left(self) -> int:
        """How many forms that were left unsaved are kept and not open."""
        return len(self._left)

    def keep(self) -> bool:
        """Put on disk what is typed now; False when the disk refuses."""
        held = [draft for form in _open_forms(self._session) if (draft := _draft_of(form))]
        text = _text([*self._left, *held][-_MOST:])
        if text == self._on_disk:
            return True
        try:
            if text:
                self._session.store.keep_draft(FORMS, text)
            else:
                self._session.store.drop_draft(FORMS)
        except StoreError:
            return False
        self._on_disk = text
        return True

    def open_again(self, page: QWidget) -> None:
        """Open the forms that were left, with what was typed in them."""
        left, self._left = self._left, []
        for draft in left:
            form = _again(draft, self._session, page)
            if form is None:
                continue
            show = getattr(page, "open_form", None)
            if show is not None:
                show(form)
            else:
                form.open()
        self.keep()


def _open_forms(session: Session) -> list[RecordForm]:
    return [
        one
        for one in QApplication.topLevelWidgets()
        if isinstance(one, RecordForm) and one.session is session and (one.isVisible() or one.property(CLEARED))
    ]


def _draft_of(form: RecordForm) -> dict[str, Any] | None:
    """Return what is typed in a form, None when nothing is or it makes no record yet."""
    kind = type(form)
    try:
        if not form.is_changed():
            return None
        record = form.record()
        values = to_json(record)
    except (ValueError, TypeError, KeyError):
        return None
    beside = {name: _plain(value) for name, value in form.beside().items() if isinstance(value, _PLAIN)}
    return {
        "module": kind.__module__,
        "form": kind.__name__,
        "title": form.windowTitle(),
        "table": record.table,
        "id": record.id,
        "values": values,
        "beside": beside,
        "typed": form.typed(),
    }


def _again(draft: dict[str, Any], session: Session, page: QWidget) -> RecordForm | None:
    """Return the form with what was typed in it; None for a draft that makes no sense, or that was saved."""
    with suppress(Exception):  # a text from anywhere: whatever is wrong with it, it is no draft
        if not str(draft["module"]).startswith("hanoi_desk.ui."):
            return None
        kind = getattr(import_module(str(draft["module"])), str(draft["form"]))
        record = from_json(_TABLES[draft["table"]], str(draft["id"]), draft["values"])
        typed = {str(name): str(text) for name, text in dict(draft.get("typed") or {}).items()}
        is_saved = not typed and session.store.get(type(record), record.id) == record
        if not issubclass(kind, RecordForm) or is_saved:
            return None
        form = _made(kind, session, record, str(draft["title"]), page)
        form.take_up({name: _typed(value) for name, value in draft["beside"].items()}, typed)
        return form
    return None


def _made(kind: type[RecordForm], session: Session, record: Record, title: str, page: QWidget) -> RecordForm:
    """Call a form, whose second argument is its record; what else some ask for is only a proposal."""
    names = list(inspect.signature(kind).parameters)
    known: dict[str, Any] = {"session": session, "title": title, "parent": page, names[1]: record}
    make: Callable[..., RecordForm] = kind
    return make(**{name: known.get(name) for name in names})


def _plain(value: Any) -> Any:
    return {"day": value.isoformat()} if isinstance(value, date) else value


def _typed(value: Any) -> Any:
    return date.fromisoformat(value["day"]) if isinstance(value, dict) else value


def _text(drafts: Sequence[dict[str, Any]]) -> str:
    return json.dumps({"draft": 1, "forms": list(drafts)}, ensure_ascii=True) if drafts else ""


def _read(session: Session) -> list[dict[str, Any]]:
    """Return the drafts on disk; one that cannot be read is let go."""
    draft = session.store.draft(FORMS)
    try:
        found = json.loads(draft.json)["forms"] if draft else []
        return [one for one in found if isinstance(one, dict)]
    except (ValueError, TypeError, KeyError, RecursionError):
        return []
