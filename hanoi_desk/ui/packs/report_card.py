"""What a formal report needs and no record holds: its symbol, place and addressee, and who signs it."""

import json
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hanoi_desk.briefing.report import ReportWishes
from hanoi_desk.store import Store, StoreError
from hanoi_desk.ui.widgets import Card, FormRow, Line

#: Under which name it is remembered in the desk of this laptop: a mission's reports differ in little of it.
_PLACE = "report_wishes"
_FIELDS = ("symbol", "place", "addressee", "signatory_post", "signatory")


class ReportCard(Card):
    """`changed` follows what is typed; it is remembered for the next report."""

    changed = Signal()

    def __init__(self, store: Store, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("report_card")
        self._store = store
        self._kept = store.local(_PLACE) or ""
        self.lines = {name: Line() for name in _FIELDS}
        self._rows = {name: FormRow("", line) for name, line in self.lines.items()}
        for name, line in self.lines.items():
            line.setObjectName(f"report_{name}")
            self.body.addWidget(self._rows[name])
            line.typed.connect(lambda _: self.changed.emit())
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
