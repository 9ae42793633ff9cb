"""The trash: what was deleted in the last ninety days, a line for each save, to be brought back."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import chain

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QWidget

from hanoi_desk import desk
from hanoi_desk.desk import TRASH_DAYS, Thrown
from hanoi_desk.language import capital, moment, number, short_date
from hanoi_desk.records import Officer, Record
from hanoi_desk.store import Save, StoreError
from hanoi_desk.text import fold
from hanoi_desk.ui.list_beside import ListBeside
from hanoi_desk.ui.listings import Column
from hanoi_desk.ui.messages import ask, store_trouble
from hanoi_desk.ui.record_model import Cell, Listed, Row
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.trash_line import TrashLine, called
from hanoi_desk.ui.widgets import TextLabel, length

#: Milliseconds after the last letter before the list is read again.
_PAUSE = 120
#: Records of one save that are read to name it, and saves that are looked through at once for a word.
_NAMED, _LOOKED = 50, 200
#: Names in the question whether more is to be brought back.
_ASKED = 4


class TrashPage(ListBeside):
    """Keys: Ctrl+F filter, Up and Down choose, with Shift several, Enter reads, Ctrl+R restores."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        line = TrashLine(session)
        super().__init__(session, self._rows, line, parent)
        self.line = line
        self._saves: dict[str, Save] = {}
        self._lines: dict[str, Thrown] = {}
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self.caption = TextLabel("", "muted", wrap=True)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        head = QHBoxLayout()
        head.setSpacing(length(self, 0.6))
        head.addWidget(self.filter, 1)
        head.addWidget(self.amount)
        self._build(self.caption, head)
        self._connect()
        self.retranslate()
        self._share_room()

    def _connect(self) -> None:
        self.filter.typed.connect(lambda _: self._pause.start())
        self._pause.timeout.connect(self.reload)
        self.filter.stepped.connect(self.table.step)
        self.filter.entered.connect(self._to_table)
        self.filter.left.connect(self._to_table)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_chosen())
        self.table.opened.connect(lambda _: self._read_line())
        self.back_button.clicked.connect(self._close_pane)
        self.line.restore_asked.connect(self.restore_chosen)
        self.line.one_asked.connect(lambda record: self.restore([record]))
        self.empty.acted.connect(self._clear)
        find = QShortcut(QKeySequence("Ctrl+F"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._find)
        restore = QShortcut(QKeySequence("Ctrl+R"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        restore.activated.connect(self.restore_chosen)

    def retranslate(self) -> None:
        super().retranslate()
        self.filter.set_words(self.tr("Filter: words, kind, who deleted it…"), "Ctrl F")
        self.table.setAccessibleName(self.tr("What was deleted"))
        self.caption.setText(
            self.tr(
                "Listed for {n} days. After that it stays in the desk's log of changes: nothing is destroyed."
            ).format(n=TRASH_DAYS)
        )
        self.line.retranslate()

    def reload(self) -> None:
        """Read what was deleted, and keep the chosen line or the one in its place."""
        self._pause.stop()
        chosen, row = self.table.current, max(0, self.table.currentIndex().row())
        saves = desk.trash(self.session.store, self.session.now)
        self._saves = {save.id: save for save in saves}
        self._lines.clear()
        ids = self._found(saves)
        columns = self._columns()
        self.model.show([column.heading for column in columns], Listed(ids))
        self.table.set_columns(columns)
        self.amount.setText(self._amount(len(ids)))
        self.empty.show_sentence(*self._nothing())
        self._stack.setCurrentWidget(self.table if ids else self.empty)
        if ids and not self.table.choose(chosen, quietly=True):
            self.table.choose_row(row, quietly=True)
        self._show_chosen()

    def show_goal(self, goal: Goal) -> None:
        if self.isVisible():
            self._to_table()

    def take_focus(self) -> None:
        if self.model.rowCount():
            self._to_table()
        else:
            super().take_focus()

    def escape(self) -> bool:
        if self._reading and self.is_narrow:
            self._close_pane()
        elif self.line.holds_focus():
            self._to_table()
        elif self.filter.text():
            self._clear()
            self._to_table()
        else:
            return False
        return True

    @property
    def has_chosen(self) -> bool:
        return bool(self.chosen)

    @property
    def chosen(self) -> list[Save]:
        """The saves whose lines are chosen, the newest first."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows(0))
        return [self._saves[one] for row in rows if (one := self.model.id_at(row)) in self._saves]

    # ---- restoring ----

    def restore_chosen(self) -> None:
        """Bring back all that the chosen saves deleted."""
        self.restore(list(chain.from_iterable(line.records for line in desk.thrown(self.session.store, self.chosen))))

    def restore(self, records: Sequence[Record]) -> None:
        """Bring records back; what they hang on comes too, and is asked about first."""
        missing = desk.needed(self.session.store, records)
        if not missing:
            self._restore(records)
            return
        names = [called(record, self.session) for record in missing]
        shown = ", ".join(names[:_ASKED])
        if len(names) > _ASKED:
            shown = self.tr("{names} and {n} more").format(names=shown, n=len(names) - _ASKED)
        question = self.tr("This hangs on what is deleted too: {names}. Restore that as well?").format(names=shown)
        ask(self.window(), question, self.tr("Restore all"), lambda: self._restore(records))

    def _restore(self, records: Sequence[Record]) -> None:
        if not records:
            return
        what = called(records[0], self.session)
        try:
            back = desk.restore(self.session.store, records, what)
        except StoreError as error:
            store_trouble(self, error, self.session.language)
            return
        if len(back) > 1:
            what = self.tr("{what} and {n} more").format(what=what, n=len(back) - 1)
        self.session.say(self.tr("Restored: {what}").format(what=what), undo=True)
        self._close_pane()

    # ---- what is shown ----

    def _show_chosen(self) -> None:
        chosen = self.chosen
        line = self._line(chosen[0]) if len(chosen) == 1 else None
        if line is not None:
            self.line.show_line(line, self._who(line.save))
        else:
            self.line.show_several(len(chosen))
        self._say_nothing_chosen()
        self._share_room()

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Deleted"), 8, 0),
            Column(self.tr("What"), 12, 4),
            Column(self.tr("Kind"), 8, 2, rank=2),
            Column(self.tr("Deleted by"), 7, 1, rank=1),
            Column(self.tr("Listed until"), 6, 0, rank=3),
        )

    def _rows(self, ids: Sequence[str]) -> list[Row]:
        self._read([self._saves[one] for one in ids if one in self._saves])
        return [self._row(self._lines[one]) for one in ids]

    def _row(self, line: Thrown) -> Row:
        at = line.save.at.astimezone(self.session.now.tzinfo)
        return (
            Cell(moment(at)),
            Cell(self._what(line), strong=True),
            Cell(self._kinds(line), muted=True),
            Cell(self._who(line.save), muted=True),
            Cell(short_date((at + timedelta(days=TRASH_DAYS)).date()), muted=True),
        )

    def _what(self, line: Thrown) -> str:
        return called(line.records[0], self.session) if line.records else line.save.label

    def _kinds(self, line: Thrown) -> str:
        counts = dict(line.counts)
        if not line.records:
            return ""
        chief = line.records[0].table
        counts[chief] -= 1
        language = self.session.language
        words = ((self.session.word(f"record.{table}"), count) for table, count in counts.items() if count)
        parts = [f"{word} × {number(count, language)}" if count > 1 else word for word, count in words]
        kind = capital(self.session.word(f"record.{chief}"))
        return self.tr("{kind}, with {parts}").format(kind=kind, parts=", ".join(parts)) if parts else kind

    def _who(self, save: Save) -> str:
        officer = self.session.store.get(Officer, save.who) if save.who else None
        return officer.name if officer else self.tr("no name given")

    def _amount(self, lines: int) -> str:
        return self.tr("%n deletion(s)", "", lines)

    def _nothing(self) -> tuple[str, str]:
        if self.filter.text().strip() and self._saves:
            return self.tr("Nothing here matches the filter."), self.tr("Clear filter")
        return self.tr("Nothing was deleted in the last {n} days.").format(n=TRASH_DAYS), ""

    # ---- reading ----

    def _found(self, saves: Sequence[Save]) -> list[str]:
        """Return the saves whose line holds all words of the filter."""
        words = fold(self.filter.text()).split()
        if not words:
            return [save.id for save in saves]
        for start in range(0, len(saves), _LOOKED):
            self._read(saves[start : start + _LOOKED])
        return [save.id for save in saves if all(word in self._text(self._lines[save.id]) for word in words)]

    def _text(self, line: Thrown) -> str:
        kinds = (self.session.word(f"record.{table}") for table in line.counts)
        names = (called(record, self.session) for record in line.records)
        return fold(" ".join((*names, *kinds, self._who(line.save), line.save.label)))

    def _read(self, saves: Sequence[Save]) -> None:
        new = [save for save in saves if save.id not in self._lines]
        self._lines |= {line.save.id: line for line in desk.thrown(self.session.store, new, _NAMED)}

    def _line(self, save: Save) -> Thrown:
        self._read([save])
        return self._lines[save.id]

    def _clear(self) -> None:
        if self.filter.text():
            self.filter.setText("")
            self.reload()

    # ---- room ----

    def _share_room(self) -> None:
        self._reading = self._reading and self.has_chosen
        super()._share_room()

    def _read_line(self) -> None:
        self._reading = True
        self._share_room()
        self.line.take_focus()
