"""Who changed what of a record, and when: each save with the fields it changed, before and after, to be restored."""

from collections.abc import Callable
from functools import partial
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hanoi_desk import desk
from hanoi_desk.desk import CannotRestore, Refused
from hanoi_desk.language import capital, moment
from hanoi_desk.records import Officer, Record
from hanoi_desk.store import Entry, Save, StoreError
from hanoi_desk.store.codec import shapes, to_json
from hanoi_desk.ui.detail.history_words import HistoryWords, column_of
from hanoi_desk.ui.detail.parts import fact
from hanoi_desk.ui.messages import failure, fault_sentence, known, store_trouble
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import Card, TextLabel, length, make_link, set_tip

_NEW, _DELETED = "*", "_deleted"
#: Saves shown at first, and added with each press of the button below them; letters of a value in a line.
_FIRST, _MORE = 6, 24
_LONGEST = 160
#: Where a part hangs, and its place in a list, is no news.
_NOT_TOLD = {"position", "outreach", "person"}


class HistoryCard(Card):
    """What happened to a record and its parts, newest first, a page at a time; for a record of any kind."""

    def __init__(self, session: Session, record: Record) -> None:
        super().__init__()
        self.setObjectName("history")
        self.set_title(self.tr("History"))
        self._session = session
        self._record = record
        self._words = HistoryWords(session, self)
        self._standing: dict[str, Record | None] = {record.id: record}
        self._oldest: int | None = None
        self._saves = QVBoxLayout()
        self._saves.setSpacing(length(self, 0.5))
        self.body.addLayout(self._saves)
        self._more = make_link(QPushButton(self.tr("Show more of the history")))
        self._more.setObjectName("more_history")
        self._more.clicked.connect(lambda: self._show(_MORE))
        self.body.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._show(_FIRST)

    def holds_focus(self) -> bool:
        """Tell whether the cursor is inside."""
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def take_focus(self) -> None:
        """Put the cursor on the first button of the history, if there is one."""
        buttons = [one for one in self.findChildren(QPushButton) if one.isVisibleTo(self)]
        if buttons:
            first = next((one for one in buttons if one is not self._more), self._more)
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show(self, number: int) -> None:
        """Add the next older saves."""
        entries = self._session.store.history(self._record, number + 1, self._oldest)
        saves = [(save, list(group)) for save, group in groupby(entries, lambda entry: entry.save)]
        had_focus = self._more.hasFocus()
        self._more.setVisible(len(saves) > number)
        for place, (save, changes) in enumerate(saves[:number]):
            told = self._told(save, changes)
            self._saves.addWidget(told)
            first = told.findChild(QPushButton)
            if had_focus and not place and first and not self._more.isVisibleTo(self):
                first.setFocus(Qt.FocusReason.OtherFocusReason)
            self._oldest = save.hlc

    def _told(self, save: Save, entries: list[Entry]) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(length(holder, 0.1))
        at = moment(save.at.astimezone(self._session.now.tzinfo))
        officer = self._session.store.get(Officer, save.who) if save.who else None
        who = officer.name if officer else self.tr("no name given")
        column.addWidget(TextLabel(f"{at} · {who}", "caption", wrap=True))
        column.addWidget(TextLabel(capital(self._session.word(f"action.{save.action.value}")), "strong", wrap=True))
        for entry in reversed(entries):
            line = self._line(entry)
            if line is not None:
                column.addWidget(line)
        return holder

    def _line(self, entry: Entry) -> QWidget | None:
        is_own = entry.record_id == self._record.id
        whose = "" if is_own else capital(self._session.word(f"record.{entry.table}")) + ": "
        if entry.field == _NEW:
            return None if is_own else TextLabel(whose + self._words.name_of_new(entry), "caption", wrap=True)
        if entry.field == _DELETED:
            return self._deletion(entry, whose)
        if not is_own and entry.field in _NOT_TOLD:
            return None
        label = whose + self._words.field(entry.table, entry.field)
        before, after = (self._words.value(entry, value) for value in (entry.before, entry.after))
        line = _Line(
            self.tr("{field}: {before} → {after}").format(field=label, before=_short(before), after=_short(after))
        )
        if max(len(before), len(after)) > _LONGEST:
            line.add_whole(self.tr("Show whole texts"), [(self.tr("Before"), before), (self.tr("After"), after)])
        if self._may_restore(entry):
            words = self.tr("Restore this value: {field}: {value}").format(field=label, value=_short(before))
            line.add_act(self.tr("Restore"), words, f"restore_{entry.field}", partial(self._restore, entry, label))
        return line

    def _deletion(self, entry: Entry, whose: str) -> QWidget:
        back = entry.after is None
        line = _Line(whose + (self.tr("brought back") if back else self.tr("deleted")))
        if not back and entry.record_id != self._record.id and self._stands(entry) is None:
            gone = self._session.store.many(shapes()[entry.table].kind, [entry.record_id], deleted=True)
            words = self.tr("Bring back: {what}").format(what=whose.rstrip(": "))
            if gone:
                line.add_act(self.tr("Restore"), words, "restore_part", partial(self._bring_back, gone[0]))
        return line

    # ---- restoring ----

    def _stands(self, entry: Entry) -> Record | None:
        if entry.record_id not in self._standing and entry.table in shapes():
            self._standing[entry.record_id] = self._session.store.get(shapes()[entry.table].kind, entry.record_id)
        return self._standing.get(entry.record_id)

    def _may_restore(self, entry: Entry) -> bool:
        """Tell whether the value from before differs from what stands and is one that this program has."""
        record, column = self._stands(entry), column_of(entry.table, entry.field)
        if record is None or column is None or to_json(record).get(entry.field) == entry.before:
            return False
        try:
            return entry.before is None or column.encode(column.decode(entry.before)) == entry.before
        except (KeyError, ValueError, TypeError, AttributeError):
            return False

    def _restore(self, entry: Entry, label: str) -> None:
        store, language = self._session.store, self._session.language
        try:
            desk.restore_field(store, entry.table, entry.record_id, entry.field, entry.before)
        except Refused as refused:
            known(self.window(), "restore.rule", language, why=fault_sentence(refused.faults[0], language))
        except (CannotRestore, StoreError) as error:
            failure(self.window(), error, language)
        else:
            self._session.say(self.tr("Restored: {what}").format(what=label), undo=True)

    def _bring_back(self, part: Record) -> None:
        try:
            desk.restore(self._session.store, [part])
        except StoreError as error:
            store_trouble(self.window(), error, self._session.language)
        else:
            what = capital(self._session.word(f"record.{part.table}"))
            self._session.say(self.tr("Restored: {what}").format(what=what), undo=True)


class _Line(QWidget):
    """One change: its words, what can be done about it at the right, and whole texts below when asked for."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(length(self, 0.1))
        self._row = QHBoxLayout()
        self._row.setSpacing(length(self, 0.4))
        self._row.addWidget(TextLabel(words, "caption", wrap=True), 1)
        self._column.addLayout(self._row)

    def add_act(self, words: str, whole: str, name: str, act: Callable[[], None]) -> None:
        """Add a button at the right; `whole` says to a screen reader, and when pointed at, what it is about."""
        button = make_link(QPushButton(words), quiet=True)
        button.setObjectName(name)
        button.setAccessibleName(whole)
        set_tip(button, whole)
        button.clicked.connect(act)
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def add_whole(self, words: str, texts: list[tuple[str, str]]) -> None:
        """Add a link below that puts the whole texts in its place."""
        link = make_link(QPushButton(words), quiet=True)
        link.setObjectName("whole")
        self._column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        link.clicked.connect(lambda: self._show_whole(link, texts))

    def _show_whole(self, link: QPushButton, texts: list[tuple[str, str]]) -> None:
        shown = [fact(name, text) for name, text in texts]
        for one in shown:
            self._column.addWidget(one)
        first = next((w for one in shown for w in one.findChildren(QWidget) if w.focusPolicy()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        link.hide()


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
