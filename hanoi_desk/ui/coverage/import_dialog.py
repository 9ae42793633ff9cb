"""A sheet of who looks after whom, row by row, before anything is taken."""

from collections import Counter

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from hanoi_desk.coverage import in_order
from hanoi_desk.coverage_table import CoverageTable
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
from hanoi_desk.store import Query, StoreError
from hanoi_desk.ui import messages
from hanoi_desk.ui.detail.spans import span
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import (
    Card,
    ChipEdit,
    DateField,
    FormRow,
    Suggestion,
    TextLabel,
    fit,
    length,
    make_primary,
    plain,
)

_KEY = Qt.ItemDataRole.UserRole

#: What asks for a decision first.
_ORDER = (RowKind.AMBIGUOUS, RowKind.UNMATCHED, RowKind.FAULTY, RowKind.CHANGED, RowKind.NEW, RowKind.SAME)


class CoverageImportDialog(QDialog):
    """Rows and new missions to be ticked, with the reason where one can't be taken; Ctrl+Enter takes the ticked."""

    def __init__(self, session: Session, table: CoverageTable, file_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("coverage_import")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.session = session
        self._sheet = table
        self._file_name = file_name
        self._left: set[int] = set()
        self._declined: set[str] = set()
        self._meant: dict[str, str] = {}
        self.name_field = ChipEdit(self._complete, self.tr("Which country is it?"), self.tr("Type a few letters"))
        self.name_field.setObjectName("match")
        self.match_row = FormRow(self.tr("&Which country is it?"), self.name_field)
        self.day = DateField(lambda: session.today, self.tr("Rows without a day hold from"))
        self.day.setObjectName("from_day")
        self.day.set_value(session.today)
        self.summary = TextLabel("", "strong", wrap=True)
        self.summary.setObjectName("summary")
        self.columns = TextLabel("", "caption", wrap=True)
        self.tree = QTreeWidget()
        self.tree.setObjectName("rows")
        self.whole = TextLabel("", "caption", wrap=True)  # of the chosen row, whose cells may be cut
        self.whole.setObjectName("whole")
        self.take_button = make_primary(QPushButton())
        self.take_button.setObjectName("take")
        self.close_button = QPushButton(self.tr("Close"))
        self.comparison = self._compare()
        self._arrange()
        self._show()
        self.tree.itemChanged.connect(self._tick)
        self.tree.currentItemChanged.connect(self._tell_whole)
        self.day.changed.connect(lambda day: self._show() if day else None)
        self.name_field.added.connect(self._match)
        self.take_button.clicked.connect(self._take)
        self.close_button.clicked.connect(self.reject)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._take)
        QShortcut(QKeySequence("Ctrl+Enter"), self, self._take)
        self.tree.setFocus()

    def _compare(self) -> CoverageComparison:
        day = self.day.value or self.session.today
        store = self.session.store
        return compare_coverage(store, self._sheet, day, leave=self._left, decline=self._declined, meant=self._meant)

    def _arrange(self) -> None:
        self.setWindowTitle(self.tr("Import: {file}").format(file=self._file_name))
        self.tree.setColumnCount(4)
        self.tree.setHeaderLabels(
            [self.tr("Row"), self.tr("In the sheet"), self.tr("On the desk"), self.tr("What it would do")]
        )
        self.tree.setAccessibleName(self.tr("Rows of the sheet"))
        self.tree.setUniformRowHeights(True)
        self.tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        head = Card()
        head.body.addWidget(self.summary)
        head.body.addWidget(self.columns)
        day = FormRow(self.tr("Rows without a day hold &from"), self.day)
        day.setMaximumWidth(length(self, 16))
        head.body.addWidget(day)
        buttons = QHBoxLayout()
        buttons.addWidget(self.take_button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.addWidget(head)
        column.addWidget(self.tree, 1)
        column.addWidget(self.whole)
        column.addWidget(self.match_row)
        column.addLayout(buttons)
        fit(self, 62, 46)

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
                group = self._group(self._kind(kind), len(rows))
                for row in rows:
                    self._add_row(group, row)
                group.setExpanded(kind is not RowKind.SAME)
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

    def _group(self, words: str, size: int) -> QTreeWidgetItem:
        group = QTreeWidgetItem(self.tree, [f"{words} ({size})"])
        group.setFirstColumnSpanned(True)
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        return group

    def _add_missions(self, missions: tuple[Mission, ...]) -> None:
        group = self._group(self.tr("Missions that are not on the desk yet: ticked ones are added"), len(missions))
        for mission in missions:
            words = f"{self.session.name(mission)} · {self.session.label(mission.kind)}"
            item = self._item(group, [words, "", "", ""], f"mission {mission.name_en}")
            item.setFirstColumnSpanned(True)
            is_declined = mission.name_en in self._declined
            item.setCheckState(0, Qt.CheckState.Unchecked if is_declined else Qt.CheckState.Checked)
        group.setExpanded(True)

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
        item = self._item(group, words, f"row {row.number}")
        if one.kind in TAKEABLE:
            is_left = row.number in self._left
            item.setCheckState(0, Qt.CheckState.Unchecked if is_left else Qt.CheckState.Checked)

    def _item(self, group: QTreeWidgetItem, words: list[str], key: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(group, words)
        item.setData(0, _KEY, key)
        for column, text in enumerate(words):
            item.setToolTip(column, plain(text))
        return item

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

    def _complete(self, typed: str) -> list[Suggestion]:
        ids = self.session.names.complete(typed, 8)
        return [Suggestion(p.id, self.session.name(p)) for p in self.session.store.many(Participant, ids)]

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

    def _take(self) -> None:
        if self.comparison.is_empty or not self.day.settle():
            return
        try:
            written = import_coverage(self.session.store, self.comparison)
        except StoreError as error:
            messages.store_trouble(self, error, self.session.language)
            return
        sentence = self.tr("The table was imported: {n} changes.")
        self.session.say(sentence.format(n=number(written, self.session.language)), undo=True)
        self.accept()

    @staticmethod
    def _key(item: QTreeWidgetItem | None) -> str:
        return str(item.data(0, _KEY) or "") if item is not None else ""

    def _choose(self, key: str) -> None:
        groups = [self.tree.topLevelItem(at) for at in range(self.tree.topLevelItemCount())]
        items = [group.child(below) for group in groups if group for below in range(group.childCount())]
        rows = [item for item in items if self._key(item).startswith("row")]  # those that ask for something come first
        wanted = next((item for item in items if key and self._key(item) == key), (rows or items or [None])[0])
        if wanted is not None:
            self.tree.setCurrentItem(wanted)
