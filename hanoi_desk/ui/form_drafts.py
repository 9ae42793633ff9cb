"""What is typed in a small form is on disk within seconds, and offered again after a crash, a power cut or a lock."""

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from functools import partial
from importlib import import_module
from typing import Any, Protocol, Self, runtime_checkable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from hanoi_desk.records import KINDS, Record
from hanoi_desk.store import StoreError
from hanoi_desk.store.codec import from_json, is_typed, to_json
from hanoi_desk.ui.pages import class_of
from hanoi_desk.ui.secret_marks import Unmarked
from hanoi_desk.ui.session import Session
from hanoi_desk.values import Value, frozen

#: The name under which what is typed in small forms lies in the desk.
FORMS = "record_forms"
#: The property of a window that was open when the desk was locked.
CLEARED = "cleared_by_lock"
#: How often it is kept, in milliseconds.
_OFTEN = 2_000
#: So many times what comes back by itself, once its file is read, is kept while it is not there yet.
_PATIENCE = 15
#: No more forms than these are kept; the oldest goes first.
_MOST = 8
#: What a row may hold that is no field of its record.
_PLAIN = str | bool | int | date | None
_TABLES = {kind.table: kind for kind in KINDS}


class DamagedForm(ValueError):
    """A draft of a form that cannot be read."""


@runtime_checkable
class Drafted(Protocol):
    """What a form tells of itself, so that what is typed in it can be kept and shown again; see `RecordForm`."""

    session: Session

    @classmethod
    def again(
        cls, session: Session, record: Any, title: str, beside: Mapping[str, Any], parent: QWidget | None = None
    ) -> Self: ...
    def is_changed(self) -> bool: ...
    def record(self) -> Record: ...
    def beside(self) -> dict[str, Any]: ...
    def typed(self) -> dict[str, str]: ...
    def take_up(self, beside: Mapping[str, Any], typed: Mapping[str, str]) -> None: ...


@runtime_checkable
class Choosing(Protocol):
    """What a dialog that makes no record tells of what was ticked and answered in it; see `ComparedDialog`.

    `came` is called once the dialog is open and holds again what was chosen, which may take the reading of a file.
    """

    session: Session

    def choices(self) -> dict[str, Any] | None: ...
    @classmethod
    def begin_again(
        cls, session: Session, choices: Mapping[str, Any], page: QWidget, came: Callable[[], None]
    ) -> None: ...


class FormDrafts(QObject):
    """Keeps what is typed in all small forms of a session, until it is saved or left on purpose.

    What is chosen in a dialog over a file, or over two records, is kept in the same way.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._left = _read(session)
        self._coming: list[tuple[dict[str, Any], int]] = []  # with how often each is still kept
        self._on_disk = _text(self._left)
        self._unmarked = Unmarked(session)
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

    @property
    def titles(self) -> list[str]:
        """The titles of the forms that were left unsaved."""
        return [str(draft.get("title", "")) for draft in self._left]

    @property
    def typing(self) -> int:
        """How many forms are open in which something was typed, or about to be."""
        return sum(_draft_of(form) is not None for form in _open_forms(self._session)) + len(self._coming)

    @property
    def withholds(self) -> bool:
        """Whether a form is open of which not all lies on disk, for a mark of a State secret; known after `keep`."""
        return any(self._unmarked.withholds(form) for form in _open_forms(self._session))

    def keep(self) -> bool:
        """Put on disk what is typed now; False when the disk refuses."""
        self._coming = [(draft, times - 1) for draft, times in self._coming if times]
        text = _text([*self._left, *(draft for draft, _ in self._coming), *self._held()][-_MOST:])
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

    def _came(self, draft: dict[str, Any]) -> None:
        self._coming = [(one, times) for one, times in self._coming if one is not draft]

    def _held(self) -> list[dict[str, Any]]:
        drafts = [(form, draft) for form in _open_forms(self._session) if (draft := _draft_of(form))]
        return [kept for form, draft in drafts if (kept := self._unmarked.of(form, draft))]

    def open_again(self, page: QWidget, newest: int = _MOST) -> None:
        """Open the forms that were left, or so many of the newest, with what was typed in them."""
        begin = max(0, len(self._left) - newest)
        left, self._left = self._left[begin:], self._left[:begin]
        for draft in left:
            self._coming.append((draft, _PATIENCE))
            if _begins_again(draft, self._session, page, partial(self._came, draft)):
                continue
            self._came(draft)
            form = _again(draft, self._session, page)
            if form is None:
                continue
            self._unmarked.put(form, draft)
            show = getattr(page, "open_form", None)
            if show is not None and isinstance(form, class_of("record_form")):
                show(form)
            else:
                form.open()
        self.keep()


def _open_forms(session: Session) -> list[Drafted | Choosing]:
    return [
        one
        for one in QApplication.topLevelWidgets()
        if isinstance(one, QDialog)
        and isinstance(one, Drafted | Choosing)
        and one.session is session
        and (one.isVisible() or one.property(CLEARED))
    ]


def _draft_of(form: Drafted | Choosing) -> dict[str, Any] | None:
    """Return what is typed in a form, None when nothing is or it makes no record yet."""
    kind = type(form)
    title = form.windowTitle() if isinstance(form, QDialog) else ""
    if not isinstance(form, Drafted):
        choices = form.choices()
        made = {"module": kind.__module__, "form": kind.__name__, "title": title, "choices": choices}
        return made if choices is not None else None
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
        "title": title,
        "table": record.table,
        "id": record.id,
        "values": values,
        "beside": beside,
        "typed": form.typed(),
    }


def _begins_again(draft: dict[str, Any], session: Session, page: QWidget, came: Callable[[], None]) -> bool:
    """Let a dialog open again by itself, once its file is read; False for a draft of another kind."""
    with suppress(Exception):  # a text from anywhere: whatever is wrong with it, it is no draft
        if str(draft["module"]).startswith("hanoi_desk.ui.") and isinstance(choices := draft.get("choices"), dict):
            kind = getattr(import_module(str(draft["module"])), str(draft["form"]))
            if issubclass(kind, QDialog):
                kind.begin_again(session, choices, page, came)
                return True
    return False


def _again(draft: dict[str, Any], session: Session, page: QWidget) -> QDialog | None:
    """Return the form with what was typed in it; None for a draft that makes no sense, or that was saved."""
    with suppress(Exception):  # a text from anywhere: whatever is wrong with it, it is no draft
        if not str(draft["module"]).startswith("hanoi_desk.ui."):
            return None
        kind = getattr(import_module(str(draft["module"])), str(draft["form"]))
        left = read_draft(draft)
        is_saved = not left.typed and session.store.get(type(left.record), left.record.id) == left.record
        if not issubclass(kind, QDialog) or is_saved:
            return None
        form: QDialog = kind.again(session, left.record, left.title, left.beside, page)
        if isinstance(form, Drafted):
            form.take_up(dict(left.beside), dict(left.typed))
            return form
    return None


@frozen
class Left(Value):
    """What was typed in a form: its title, its record, what stands beside that, and what is no value yet."""

    title: str
    record: Record
    beside: Mapping[str, Any]
    typed: Mapping[str, str]


def read_draft(draft: Mapping[str, Any]) -> Left:
    """Return what a draft says of a form.

    :raises DamagedForm: for what is none, whatever it holds.
    """
    try:
        record = from_json(_TABLES[draft["table"]], str(draft["id"]), draft["values"])
        beside = {str(name): _typed(value) for name, value in draft["beside"].items()}
        typed = {str(name): str(text) for name, text in dict(draft.get("typed") or {}).items()}
        if not is_typed(record) or not all(isinstance(value, _PLAIN) for value in beside.values()):
            raise TypeError(record.id)
        return Left(str(draft["title"]), record, beside, typed)
    except Exception as error:  # a text from anywhere: whatever is wrong with it, it is no draft
        raise DamagedForm from error


def _plain(value: Any) -> Any:
    return {"day": value.isoformat()} if isinstance(value, date) else value


def _typed(value: Any) -> Any:
    return date.fromisoformat(value["day"]) if isinstance(value, dict) else value


def _text(drafts: Sequence[dict[str, Any]]) -> str:
    return json.dumps({"draft": 1, "forms": list(drafts)}, ensure_ascii=True) if drafts else ""


def _read(session: Session) -> list[dict[str, Any]]:
    """Return the drafts on disk; one that cannot be read is let go."""
    draft = session.store.draft(FORMS)
    return read_drafts(draft.json) if draft else []


def read_drafts(text: str) -> list[dict[str, Any]]:
    """Return the drafts that a text holds, without what is none."""
    try:
        found = json.loads(text)["forms"]
        return [one for one in found if isinstance(one, dict)][-_MOST:]
    except (ValueError, TypeError, KeyError, RecursionError):
        return []
