"""A sheet of who looks after whom, row by row, before anything is taken."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QTreeWidgetItem, QWidget

from hanoi_desk.coverage import in_order
from hanoi_desk.coverage_table import CoverageTable, read_table
from hanoi_desk.desk.coverage_import import (
    TAKEABLE,
    ComparedRow,
    CoverageComparison,
    Reason,
    RowKind,
    compare_coverage,
    import_coverage,
)
from hanoi_desk.language import number
from hanoi_desk.records import Coverage, Mission, Participant
from hanoi_desk.store import Query
from hanoi_desk.ui.compared_dialog import ComparedDialog
from hanoi_desk.ui.detail.spans import span
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import FormRow, Suggestion, TextLabel, length
from hanoi_desk.workbook import read_sheets

#: What asks for a decision first.
_ORDER = (RowKind.AMBIGUOUS, RowKind.UNMATCHED, RowKind.FAULTY, RowKind.CHANGED, RowKind.NEW, RowKind.SAME)


class CoverageImportDialog(ComparedDialog):
    """Rows and new missions to be ticked, with the reason where one can't be taken; Ctrl+Enter takes the ticked."""

    def __init__(self, session: Session, table: CoverageTable, file_name: str, parent: QWidget | None = None) -> None:
        super().__init__(session, file_name, self.tr("Rows without a day hold &from"), parent)
        self.setObjectName("coverage_import")
        self._sheet = table
        self._left: set[int] = set()
        self._declined: set[str] = set()
        self._meant: dict[str, str] = {}
        self.match_row = FormRow(self.tr("&Which country is it?"), self.name_field)
        self.day.setObjectName("from_day")
        self.columns = TextLabel("", "caption", wrap=True)
        self.tree.setObjectName("rows")
        self.tree.setAccessibleName(self.tr("Rows of the sheet"))
        self.tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.whole = TextLabel("", "caption", wrap=True)  # of the chosen row, whose cells may be cut
        self.whole.setObjectName("whole")
        headings = (self.tr("Row"), self.tr("In the sheet"), self.tr("On the desk"), self.tr("What it would do"))
        self._arrange(self.columns, headings, (self.whole, self.match_row))
        self.comparison = self._compare()
        self._show()
        self.tree.itemChanged.connect(self._tick)
        self.tree.currentItemChanged.connect(self._tell_whole)
        self.day.changed.connect(lambda day: self._show() if day else None)
        self.name_field.added.connect(self._match)
        self.tree.setFocus()

    def _compare(self) -> CoverageComparison:
        day = self.day.value or self.session.today
        store = self.session.store
        return compare_coverage(store, self._sheet, day, leave=self._left, decline=self._declined, meant=self._meant)

    # ---- the file, and what was chosen over it ----

    @classmethod
    def read(cls, path: Path) -> tuple[CoverageTable]:
        """Return what the sheet says."""
        return (read_table(read_sheets(path)),)

    def chosen(self) -> dict[str, Any]:
        """Return the day, what is not to be taken, and which countries names were said to mean."""
        return {
            "day": self.day.line.text().strip(),
            "left": sorted(self._left),
            "declined": sorted(self._declined),
            "meant": dict(self._meant),
            "typed": self.name_field.pending,
        }

    def take_up(self, chosen: Mapping[str, Any]) -> None:
        """Tick and type again what `chosen` gave."""
        left, declined = {int(one) for one in chosen["left"]}, {str(one) for one in chosen["declined"]}
        known = self.session.store.many(Participant, [str(one) for one in chosen["meant"].values()])
        ids = {one.id for one in known}
        self._left, self._declined = left, declined
        self._meant = {str(name): one for name, one in chosen["meant"].items() if one in ids}
        self.day.show_typed(str(chosen["day"]))
        self._show()

    # ---- showing ----

    def _show(self) -> None:
        self.comparison = found = self._compare()
        self._states = {p.id: self.session.name(p) for p in self.session.store.all(Query(Participant))}
        self._missions = {m.id: self.session.name(m) for m in self.session.store.all(Query(Mission))}
        self._missions |= {m.id: self.session.name(m) for m in found.unknown}
        kinds = Counter(one.kind for one in found.rows)
        counts = [f"{self._kind(kind)}: {kinds[kind]}" for kind in reversed(_ORDER) if kinds[kind]]
        self.summary.setText(", ".join(counts) or self.tr("The sheet has no rows."))
        self.columns.setText(self._columns())
        place = self.tree.verticalScrollBar().value()
        current = self._key(self.tree.currentItem())
        self.tree.blockSignals(True)
        self.tree.clear()
        if found.unknown:
            self._add_missions(found.unknown)
        for kind in _ORDER:
            if rows := found.of(kind):
                group = self._add_group(f"{self._kind(kind)} ({len(rows)})", is_open=kind is not RowKind.SAME)
                for row in rows:
                    self._add_row(group, row)
        for at, wide in enumerate((10, 14, 14)):
            self.tree.setColumnWidth(at, length(self, wide))
        self._choose(current)
        self.tree.verticalScrollBar().setValue(place)
        self.tree.blockSignals(False)
        self._tell_whole(self.tree.currentItem())
        ticked = sum(one.row.number not in self._left for one in found.rows if one.kind in TAKEABLE)
        self.take_button.setText(self.tr("Take {n} rows").format(n=number(ticked, self.session.language)))
        self.take_button.setEnabled(not found.is_empty)

    def _tell_whole(self, item: QTreeWidgetItem | None, _: object = None) -> None:
        cells = [item.text(column) for column in range(4)] if item is not None and item.parent() else []
        self.whole.setText("\n".join(filter(None, (" · ".join(filter(None, cells[:2])), *cells[2:]))))
        self.match_row.setVisible(self._unclear() is not None)

    def _unclear(self) -> ComparedRow | None:
        """Return the chosen row if its country is not clear."""
        key = self._key(self.tree.currentItem())
        rows = (one for one in self.comparison.rows if one.reason in (Reason.UNKNOWN_STATE, Reason.AMBIGUOUS_STATE))
        return next((one for one in rows if key == f"row {one.row.number}"), None)

    def _columns(self) -> str:
        told = ", ".join(f"“{heading}”" for heading in self._sheet.understood.values())
        sentence = self.tr("Columns that were understood: {columns}.").format(columns=told)
        if self._sheet.ignored:
            left = ", ".join(f"“{heading}”" for heading in self._sheet.ignored)
            sentence += " " + self.tr("Not read: {columns}.").format(columns=left)
        return sentence

    def _add_missions(self, missions: tuple[Mission, ...]) -> None:
        words = self.tr("Missions that are not on the desk yet: ticked ones are added")
        group = self._add_group(f"{words} ({len(missions)})")
        for mission in missions:
            cells = [f"{self.session.name(mission)} · {self.session.label(mission.kind)}", "", "", ""]
            ticked = mission.name_en not in self._declined
            self._add_line(group, cells, f"mission {mission.name_en}", ticked).setFirstColumnSpanned(True)

    def _add_row(self, group: QTreeWidgetItem, one: ComparedRow) -> None:
        row = one.row
        days = span(row.from_on, row.to_on)
        sheet = ", ".join(dict.fromkeys(name for _, name in row.missions))
        state = self._states.get(one.participant, row.state) or "–"
        words = [
            f"{row.number}. {state}",
            " · ".join(filter(None, (sheet, days))),
            "; ".join(self._told(c) for c in one.before),
            self._reason(one) if one.reason else "; ".join(self._told(c) for c in self._begun_first(one)),
        ]
        ticked = row.number not in self._left if one.kind in TAKEABLE else None
        self._add_line(group, words, f"row {row.number}", ticked)

    def _begun_first(self, one: ComparedRow) -> list[Coverage]:
        """Return what the row writes, what begins before what it ends."""
        ended = {c.id for c in one.before}
        return sorted(in_order(one.after), key=lambda c: c.id in ended)

    def _told(self, coverage: Coverage) -> str:
        role = self.session.label(coverage.role)
        days = span(coverage.from_on, coverage.to_on)
        name = self._missions.get(coverage.mission, "–")
        return f"{role}: {name}" + (f" ({days})" if days else "")

    def _kind(self, kind: RowKind) -> str:
        return {
            RowKind.NEW: self.tr("New"),
            RowKind.CHANGED: self.tr("Changed"),
            RowKind.SAME: self.tr("As it is on the desk"),
            RowKind.AMBIGUOUS: self.tr("May mean several"),
            RowKind.UNMATCHED: self.tr("Not known"),
            RowKind.FAULTY: self.tr("Cannot be taken"),
        }[kind]

    def _reason(self, one: ComparedRow) -> str:
        maybe = ", ".join(self._states.get(id_, "") for id_ in one.maybe)
        sentences = {
            Reason.NO_STATE: self.tr("No country is named in this row."),
            Reason.UNKNOWN_STATE: self.tr("No country is known by the name “{name}”: choose it below."),
            Reason.AMBIGUOUS_STATE: self.tr("“{name}” may mean several: {maybe}. Choose the country below."),
            Reason.NO_MISSION: self.tr("No mission is named in this row."),
            Reason.AMBIGUOUS_MISSION: self.tr(
                "“{name}” may mean several of our missions: write the whole name of one."
            ),
            Reason.NOT_CREATED: self.tr("“{name}” is not one of our missions on this desk, and was not ticked."),
            Reason.BAD_DATE: self.tr("“{name}” is not a date. Write it as 22/11/2026."),
            Reason.ENDS_BEFORE_START: self.tr("It would end before it begins."),
            Reason.OVERLAP: self.tr("Another mission has the role on some of these days. End that one first."),
        }
        assert one.reason is not None
        return sentences[one.reason].format(name=one.about, maybe=maybe)

    # ---- ticking and taking ----

    def _match(self, chosen: Suggestion) -> None:
        if unclear := self._unclear():
            self._meant[unclear.row.state] = chosen.id
        QTimer.singleShot(0, self, self._show_matched)

    def _show_matched(self) -> None:
        self.name_field.set_chips(())
        self._show()
        self.tree.setFocus()

    def _tick(self, item: QTreeWidgetItem, column: int) -> None:
        what, _, name = self._key(item).partition(" ")
        if column or not name:
            return
        taken = item.checkState(0) is Qt.CheckState.Checked
        if what == "row":
            (self._left.discard if taken else self._left.add)(int(name))
        else:
            (self._declined.discard if taken else self._declined.add)(name)
        QTimer.singleShot(0, self, self._show)  # not while the item is still being changed

    def take(self) -> str:
        if self.comparison.is_empty or not self.day.settle():
            return ""
        written = import_coverage(self.session.store, self.comparison)
        return self.tr("The table was imported: {n} changes.").format(n=number(written, self.session.language))

    def _choose(self, key: str) -> None:
        items = self._items()
        rows = [item for item in items if self._key(item).startswith("row")]  # those that ask for something come first
        wanted = next((item for item in items if key and self._key(item) == key), next(iter(rows or items), None))
        if wanted is not None:
            self.tree.setCurrentItem(wanted)
