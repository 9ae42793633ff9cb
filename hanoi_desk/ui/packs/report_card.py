"""What a formal report needs and no record holds: its symbol, place and addressee, and who signs it."""

import json
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from hanoi_desk.briefing.report import ReportWishes
from hanoi_desk.store import Store, StoreError
from hanoi_desk.ui.secret_marks import mark_in
from hanoi_desk.ui.widgets import Card, FormRow, Line

#: Under which name it is remembered in the desk of this laptop: a mission's reports differ in little of it.
_PLACE = "report_wishes"
_FIELDS = ("symbol", "place", "addressee", "signatory_post", "signatory")


#: Milliseconds from the last letter to the disk.
_PAUSE = 500


class ReportCard(Card):
    """`changed` follows what is typed; it is remembered for the next report, and within a second for this one."""

    changed = Signal()

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("report_card")
        self._store = store
        self._kept = store.local(_PLACE) or ""
        self._rest = QTimer(self, singleShot=True, interval=_PAUSE)
        self._rest.timeout.connect(self._keep_unmarked)
        self.lines = {name: Line() for name in _FIELDS}
        self._rows = {name: FormRow("", line) for name, line in self.lines.items()}
        for name, line in self.lines.items():
            line.setObjectName(f"report_{name}")
            self.body.addWidget(self._rows[name])
            line.typed.connect(lambda _: self._edited())
        wishes = read_wishes(self._kept)
        for name, line in self.lines.items():
            line.setText(getattr(wishes, name))

    def retranslate(self) -> None:
        """Put the words on the card."""
        self.set_title(self.tr("For the clerk"))
        words = {
            "symbol": self.tr("Symbol of the number"),
            "place": self.tr("Place"),
            "addressee": self.tr("To"),
            "signatory_post": self.tr("Post of who signs"),
            "signatory": self.tr("Name of who signs"),
        }
        for name, label in words.items():
            self._rows[name].set_label(label)

    def wishes(self) -> ReportWishes:
        """Return what is typed."""
        typed: dict[str, Any] = {name: line.text().strip() for name, line in self.lines.items()}
        return replace(ReportWishes(), **typed)

    def hideEvent(self, event: QHideEvent) -> None:
        """Put on disk what was typed last: the desk may be locked the next moment."""
        super().hideEvent(event)
        if self._rest.isActive():
            self._keep_unmarked()

    def _edited(self) -> None:
        self._rest.start()
        self.changed.emit()

    def _keep_unmarked(self) -> None:
        """Keep what is typed, unless it bears a mark about which nobody was asked yet."""
        self._rest.stop()
        if not mark_in(line.text() for line in self.lines.values()):
            self.keep()

    def keep(self) -> None:
        """Remember it for the next report; where the disk refuses, it is typed again then."""
        text = json.dumps({name: line.text().strip() for name, line in self.lines.items()})
        if text != self._kept and self.wishes() != read_wishes(self._kept):
            try:
                self._store.set_local(_PLACE, text)
            except StoreError:
                return
            self._kept = text


def read_wishes(text: str) -> ReportWishes:
    """Return what was remembered; what is wrong with it is left out."""
    try:
        found = json.loads(text) if text else {}
    except (ValueError, RecursionError):
        found = {}
    held = found if isinstance(found, dict) else {}
    known: dict[str, Any] = {name: held[name] for name in _FIELDS if isinstance(held.get(name), str)}
    return replace(ReportWishes(), **known)
