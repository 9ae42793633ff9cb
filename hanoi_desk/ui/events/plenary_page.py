"""The plenary tracker: which delegations spoke of the Convention at an event, and what they said."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from hanoi_desk.records import Event, EventKind, Mention, Statement
from hanoi_desk.store import Query
from hanoi_desk.text import fold
from hanoi_desk.ui.events.plenary_noting import PlenaryNoting
from hanoi_desk.ui.events.plenary_rows import Plenary, Wish
from hanoi_desk.ui.events.slot_names import event_words
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.widgets import Suggestion

#: Milliseconds after the last letter until the list is filtered.
_FILTER_PAUSE = 120
#: Kinds of events at which delegations speak one after the other.
_WITH_PLENARY = (EventKind.COMMITTEE_SESSION, EventKind.CONFERENCE, EventKind.CEREMONY)


@dataclass(frozen=True, slots=True)
class _Kept:
    """What was shown when the page was left."""

    event: str
    wish: Wish
    attending_chosen: bool
    item: str
    delegation: str
    statement: str


class PlenaryPage(PlenaryNoting):
    """`Goal.record` is an event or a statement.

    Keys on a delegation: M, N, Space; Enter, or any text, for the note; Ctrl+H for its history and files.
    """

    tables = ("statement", "event", "participant")

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setObjectName("page_plenary")
        self._event = ""
        self._has_chosen = False
        self._wish = Wish()
        self._asked_for = ""  # a delegation
        self._attending_chosen = False
        self._pause = QTimer(self, singleShot=True, interval=_FILTER_PAUSE)
        self._connect()
        self.retranslate()

    def amount_words(self, number: int) -> str:
        return self.tr("%n delegation(s)", "", number)

    def _connect(self) -> None:
        self.chooser.chosen.connect(self._choose)
        self.item.added.connect(lambda one: self.item.set_chips([one]) if len(self.item.chips) > 1 else None)
        self.item.changed.connect(self._another_item)
        self.filter.typed.connect(lambda _: self._pause.start())
        self._pause.timeout.connect(self._apply_filter)
        self.filter.stepped.connect(self._step_from_filter)
        self.filter.entered.connect(self._enter_from_filter)
        self.filter.left.connect(lambda: self.table.setFocus(Qt.FocusReason.OtherFocusReason))
        self.attending.clicked.connect(self._choose_attending)
        for mention, button in self.counters.items():
            button.toggled_to.connect(lambda key, mention=mention: self._count(mention if key else None))
        self.back_button.clicked.connect(self.escape)
        self.empty.acted.connect(lambda: self.session.go(Goal("events")))
        shortcut = QShortcut(QKeySequence("Ctrl+F"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._find)

    # ---- showing ----

    def reload(self) -> None:
        """Read what was said at the event; what is being written stays as it is."""
        chosen, row = self._asked_for or self.table.current, max(0, self.table.currentIndex().row())
        place = self.table.verticalScrollBar().value()
        events: list[Event] = self.session.store.all(Query(Event, order_by="starts_on", descending=True))
        if not self._has_chosen:
            self._event = self._first_choice(events)
        event = next((one for one in events if one.id == self._event), None)
        self.chooser.set_choices([(one.id, event_words(self.session, one)) for one in events])
        self._split.setVisible(event is not None)
        self.empty.setVisible(event is None)
        if event is None:
            self._plenary = None
            sentence = self.tr("A plenary belongs to an event. Choose one, or put one on file first.")
            self.empty.show_sentence(sentence, self.tr("Events"))
            self._offer()
            self.share_room()
            return
        self.chooser.set_value(event.id)
        if not self._attending_chosen:
            self.attending.setChecked(bool(event.attended))
        self._wish = replace(self._wish, attending=self.attending.isChecked())
        self._plenary = Plenary.read(self.session, event, self._item())
        self._show_list(chosen, row)
        if self._asked_for:
            self._asked_for = ""
        else:
            self.table.verticalScrollBar().setValue(place)
        self.show_counts(self._plenary.counts(self.attending.isChecked()), self._wish.mention)
        self.share_room()
        self.read_chosen()
        self._offer()

    def show_delegation(self, delegation: str, statement: str) -> None:
        if not self.table.choose(delegation, quietly=True):
            self._wish, self._attending_chosen = Wish(), True
            self.attending.setChecked(False)
            self.filter.setText("")
            self.item.set_chips(())
            self.refresh()
            self.table.choose(delegation, quietly=True)
        self._new, self._statement = None, statement
        self.read_chosen()

    def _first_choice(self, events: list[Event]) -> str:
        """Return the event to begin with: one that runs today, else the newest at which something was noted."""
        today, noted = self.session.today, self.session.store.tally(Query(Statement), "event")
        begun = [e for e in events if e.starts_on and e.starts_on <= today]
        running = [e for e in begun if e.kind in _WITH_PLENARY and (e.ends_on or e.starts_on or today) >= today]
        likely = [
            *running,
            *(e for e in events if e.id in noted),
            *(e for e in begun if e.kind in _WITH_PLENARY),
            *events,
        ]
        return likely[0].id if likely else ""

    def _show_list(self, chosen: str, row: int) -> None:
        assert self._plenary is not None
        ids = self._plenary.delegations(self._wish)
        self.show_delegations(ids)
        if ids and not self.table.choose(chosen, quietly=True):
            self.table.choose_row(row if chosen else 0, quietly=True)

    def show_goal(self, goal: Goal) -> None:
        """Show the plenary of an event, or a statement in it."""
        statement = self.session.store.get(Statement, goal.record) if goal.record else None
        if goal.record:
            self._leave_aside()
            self._event, self._has_chosen = statement.event if statement else goal.record, True
            self._attending_chosen = False
            self._asked_for = statement.participant if statement else ""
            self._statement = statement.id if statement else ""
            self._wish = Wish()
            self.filter.setText("")
            self.item.set_chips(())
            self.refresh()
        if self.isVisible():
            self.take_focus()

    def keep_place(self) -> object:
        """Return the event, what is filtered, the agenda item, and the delegation with the statement shown of it."""
        return _Kept(self._event, self._wish, self._attending_chosen, self._item(), self.table.current, self._statement)

    def return_to(self, goal: Goal, kept: object) -> None:
        """Show the same event, filter and delegation."""
        if not isinstance(kept, _Kept):
            self.show_goal(goal)
            return
        self._leave_aside()
        self.pane.show_statement(None, "", ())
        self._event, self._has_chosen = kept.event, True
        self._wish, self._attending_chosen = kept.wish, kept.attending_chosen
        self.filter.setText(kept.wish.text)
        self.attending.setChecked(kept.wish.attending)
        self.item.set_chips([Suggestion(kept.item, kept.item)] if kept.item else ())
        self._asked_for, self._statement, self._new = kept.delegation, kept.statement, None
        self.refresh()
        self.take_focus()

    def current_country(self) -> str:
        return self.table.current

    def current_event(self) -> str:
        return self._event

    def take_focus(self) -> None:
        has_rows = self._plenary is not None and self.model.rowCount()
        (self.table if has_rows else self.chooser).setFocus(Qt.FocusReason.OtherFocusReason)

    def escape(self) -> bool:
        focused = QApplication.focusWidget()
        if self.reading or (focused is not None and self._beside.isAncestorOf(focused)):
            self.leave_note()
            return True
        if self.filter.text() or self._wish.mention is not None:
            self.filter.setText("")
            self._wish = Wish(attending=self._wish.attending)
            self.refresh()
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False

    # ---- choosing ----

    def complete_item(self, typed: str) -> list[Suggestion]:
        every = self.session.store.tally(Query(Statement, (("event", "=", self._event),)), "item")
        return [Suggestion(one, one) for one in sorted(every) if one and fold(typed) in fold(one)][:8]

    def _another_item(self) -> None:
        self._leave_aside()
        self._new, self._statement = None, ""
        self.pane.show_statement(None, "", ())
        self.refresh()

    def _choose(self, event: str) -> None:
        self._leave_aside()
        self._event, self._has_chosen, self._attending_chosen = event, True, False
        self.pane.show_statement(None, "", ())
        self.item.set_chips(())
        self.refresh()

    def _choose_attending(self) -> None:
        self._attending_chosen = True
        self.refresh()

    def _count(self, mention: Mention | None) -> None:
        self._wish = replace(self._wish, mention=mention)
        self.refresh()

    def _find(self) -> None:
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def _apply_filter(self) -> None:
        self._pause.stop()
        if self.filter.text() != self._wish.text:
            self._wish = replace(self._wish, text=self.filter.text())
            self.refresh()

    def _step_from_filter(self, by: int) -> None:
        self._apply_filter()
        self.table.step(by)

    def _enter_from_filter(self) -> None:
        self._apply_filter()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
