"""A status file beside the record, line by line, before anything is taken."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from hanoi_desk.agenda import to_decide, waiting_promises
from hanoi_desk.desk.status import Line, LineKind, StatusComparison, compare_status, import_status, match_name
from hanoi_desk.language import long_date, number, short_date
from hanoi_desk.records import Participant
from hanoi_desk.ui.compared_dialog import ComparedDialog
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import Suggestion, TextLabel, length
from hanoi_desk.untc import StatusFile, read_status

#: A file larger than any status file; `read_status` refuses it with a sentence.
_MOST = 21_000_000
#: The order in which lines are shown: what asks for a decision first.
_ORDER = (LineKind.UNKNOWN_NAME, LineKind.GONE, LineKind.CHANGED, LineKind.NEW, LineKind.SAME)


class StatusImportDialog(ComparedDialog):
    """New, changed and gone lines to be ticked; header figures beside the rows; unknown names to be matched."""

    def __init__(
        self, session: Session, file: StatusFile, data: bytes, file_name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(session, file_name, self.tr("Taken from the depositary's site on"), parent)
        self.setObjectName("status_import")
        self.file = file
        self._data = data
        self._file_name = file_name
        self.comparison: StatusComparison = compare_status(session.store, file, session.today)
        self.day.setObjectName("as_of")
        self.cautions = TextLabel("", "problem", wrap=True)
        self.cautions.setObjectName("cautions")
        self.tree.setObjectName("lines")
        self.tree.setAccessibleName(self.tr("Lines of the file"))
        self.tree.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.match_button = QPushButton(self.tr("This is the country"))
        self.match_button.setObjectName("match_name")
        self.all_button = QPushButton(self.tr("Tick all that may be taken"))
        self._match = QWidget()
        match = QHBoxLayout(self._match)
        match.addWidget(self.name_field, 1)
        match.addWidget(self.match_button)
        columns = (self.tr("Line"), self.tr("In the file"), self.tr("On record"), self.tr("What it means"))
        self._arrange(self.cautions, columns, (self._match,), (self.all_button,))
        self._connect()
        self._show()

    def _connect(self) -> None:
        self.day.changed.connect(self._compare_again)
        self.tree.itemChanged.connect(lambda *_: self._count_ticks())
        self.tree.currentItemChanged.connect(lambda *_: self._offer_match())
        self.match_button.clicked.connect(self._match_name)
        self.all_button.clicked.connect(lambda: self._tick(self.comparison.takeable))

    # ---- the file, and what was chosen over it ----

    @classmethod
    def read(cls, path: Path) -> tuple[StatusFile, bytes]:
        """Return what the file says, and the file itself, which is kept as the source."""
        with path.open("rb") as file:
            data = file.read(_MOST)
        return read_status(data), data

    def chosen(self) -> dict[str, Any]:
        """Return the day, the ticks and the country that is named for a line."""
        named, typed = list(self.name_field.ids), self.name_field.pending
        return {"day": self.day.line.text().strip(), "ticked": sorted(self.ticked), "named": named, "typed": typed}

    def take_up(self, chosen: Mapping[str, Any]) -> None:
        """Tick and type again what `chosen` gave."""
        self.day.show_typed(str(chosen["day"]))
        self._compare_again(self.day.value)
        self._tick(frozenset(map(str, chosen["ticked"])))
        known = self.session.store.many(Participant, [str(one) for one in chosen["named"]])
        self.name_field.set_chips(Suggestion(one.id, self.session.name(one)) for one in known)

    # ---- showing ----

    def _compare_again(self, day: date | None) -> None:
        if day is not None:
            offered, ticked = self._offered, self.ticked
            self.comparison = compare_status(self.session.store, self.file, day)
            self._show()
            # A line that was already decided on keeps the decision; only new ones get the first proposal.
            self._tick((self.ticked - offered) | (ticked & self.comparison.takeable))

    def _show(self) -> None:
        found = self.comparison
        counts = ", ".join(f"{self.session.label(kind)}: {len(found.of(kind))}" for kind in reversed(_ORDER))
        self.summary.setText(f"{found.treaty.number} · {found.treaty.title_en}\n{counts}")
        self.cautions.setText("\n".join(self._cautions()))
        self.cautions.setVisible(bool(self.cautions.text()))
        self.tree.blockSignals(True)
        self.tree.clear()
        for kind in _ORDER:
            lines = found.of(kind)
            if lines:
                self._add_lines(kind, lines)
        self.tree.blockSignals(False)
        self.tree.setColumnWidth(0, length(self, 17))
        for column in (1, 2):
            self.tree.setColumnWidth(column, length(self, 12))
        self._tick(self._proposed())
        unknown = next((item for item in self._items() if self._key(item) in self._unknown_keys()), None)
        if unknown is not None:
            self.tree.setCurrentItem(unknown)
        self._offer_match()

    def _proposed(self) -> frozenset[str]:
        """Return the lines to be ticked at first.

        Where the file's own figures do not agree, none: a person looks at each line. What is gone is never proposed: a
        wrong day or a shortened file would take back what States did.
        """
        if self.file.mismatches or self.file.unread:
            return frozenset()
        return self.comparison.takeable - {line.key for line in self.comparison.of(LineKind.GONE)}

    def _cautions(self) -> list[str]:
        file, language, found = self.file, self.session.language, self.comparison
        said = []
        for mismatch in file.mismatches:
            what = self.tr("Signatories") if mismatch.what == "signatories" else self.tr("Parties")
            said.append(
                self.tr(
                    "{what}: the file's header says {header}, its rows add up to {rows}. Look at each line."
                ).format(what=what, header=number(mismatch.header, language), rows=number(mismatch.rows, language))
            )
        if not file.has_participants:
            said.append(self.tr("There are no participants in this file."))
        if found.newer_than_file:
            day = long_date(found.newer_than_file, language)
            said.append(self.tr("This file is older than the record, which is of {day}.").format(day=day))
        if found.of(LineKind.GONE) and not found.newer_than_file:
            said.append(
                self.tr(
                    "Something on record is missing from this file. Check the day on which the file was taken, "
                    "then tick what is truly gone."
                )
            )
        if file.repaired:
            said.append(self.tr("The file was damaged and has been repaired before reading."))
        remarks = (*file.unread, *file.doubts)[:8]
        return said + [
            " · ".join(part for part in (self.session.label(r.why), r.name, r.column, r.raw[:80]) if part)
            for r in remarks
        ]

    def _add_lines(self, kind: LineKind, lines: tuple[Line, ...]) -> None:
        words = f"{self.session.label(kind)} ({len(lines)})"
        group = self._add_group(words, is_open=kind is not LineKind.SAME)
        for line in lines:
            ticked = None if kind in (LineKind.SAME, LineKind.UNKNOWN_NAME) else False
            self._add_line(group, self._cells(line), line.key, ticked)

    def _cells(self, line: Line) -> list[str]:
        participant = self.session.store.get(Participant, line.participant) if line.participant else None
        name = self.session.name(participant) if participant else line.name
        in_file = (
            "" if line.kind is LineKind.GONE and not line.withdrawn else self._act(line.act, line.on, line.withdrawn)
        )
        on_record = self._act(line.held.act, line.held.on, False) if line.held else ""
        meaning = {
            LineKind.NEW: self.tr("will be added"),
            LineKind.CHANGED: self.tr("will be noted as a correction"),
            LineKind.GONE: self.tr("will be noted as withdrawn"),
            LineKind.SAME: self.tr("nothing to do"),
            LineKind.UNKNOWN_NAME: self.tr("name not known: choose the country below"),
        }
        return [name, in_file, on_record, meaning[line.kind]]

    def _act(self, act: object, on: date | None, withdrawn: bool) -> str:
        if act is None:
            return ""
        words = f"{self.session.label(act)} {short_date(on) if on else ''}".strip()  # type: ignore[arg-type]
        return f"[{words}]" if withdrawn else words

    # ---- ticking and taking ----

    @property
    def ticked(self) -> frozenset[str]:
        """The keys of the lines that are ticked."""
        return frozenset(self._key(item) for item in self._items() if item.checkState(0) is Qt.CheckState.Checked)

    def _tick(self, keys: frozenset[str]) -> None:
        self.tree.blockSignals(True)
        for item in self._items():
            if item.flags() & Qt.ItemFlag.ItemIsUserCheckable:
                on = self._key(item) in keys
                item.setCheckState(0, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.tree.blockSignals(False)
        self._count_ticks()

    @property
    def _offered(self) -> frozenset[str]:
        return frozenset(map(self._key, self._items()))

    @property
    def _confirms(self) -> bool:
        """Whether the file says what the record says, and no more: only then is it kept without taking a line."""
        return not self.file.mismatches and all(line.kind is LineKind.SAME for line in self.comparison.lines)

    def _count_ticks(self) -> None:
        count = len(self.ticked)
        if count:
            self.take_button.setText(self.tr("Take %n line(s) into the record", "", count))
        elif self._confirms:
            self.take_button.setText(self.tr("Keep the file: the record is confirmed"))
        else:
            self.take_button.setText(self.tr("Tick the lines to take"))
        self.take_button.setEnabled(self.file.has_participants and (count > 0 or self._confirms))

    def take(self) -> str:
        if not self.day.settle():
            return ""
        import_status(self.session.store, self.comparison, self.ticked, self._data, self._file_name, self.session.today)
        return f"{self.tr('The status file is in the record.')} {self._to_decide()}".strip()

    # ---- names ----

    def _to_decide(self) -> str:
        """Say how many promises the record has now overtaken; they wait on the overview."""
        waiting = to_decide(waiting_promises(self.session.store, self.session.board()))
        if not waiting:
            return ""
        return self.tr("%n promise(s) to decide on the overview.", "", len(waiting))

    def _offer_match(self) -> None:
        self._match.setVisible(self._unknown() is not None)

    def _unknown_keys(self) -> frozenset[str]:
        return frozenset(line.key for line in self.comparison.of(LineKind.UNKNOWN_NAME))

    def _unknown(self) -> Line | None:
        key = self._key(self.tree.currentItem())
        return next((line for line in self.comparison.of(LineKind.UNKNOWN_NAME) if line.key == key), None)

    def _match_name(self) -> None:
        line = self._unknown()
        self.name_field.settle()
        if line is None or len(self.name_field.ids) != 1:
            return
        match_name(self.session.store, line.name, self.session.store.need(Participant, self.name_field.ids[0]))
        self.name_field.set_chips([])
        self._compare_again(self.day.value)
