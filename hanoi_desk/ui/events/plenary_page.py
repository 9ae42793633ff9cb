"""The plenary tracker: which delegations spoke of the Convention at an event, and what they said."""

from contextlib import suppress
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from hanoi_desk import desk
from hanoi_desk.records import Commitment, Event, EventKind, Mention, PromisedAct, Statement
from hanoi_desk.store import Query, StoreError
from hanoi_desk.text import fold
from hanoi_desk.ui.events.note_draft import draft_of, drop_draft, keep_draft
from hanoi_desk.ui.events.plenary_rows import Plenary, Wish
from hanoi_desk.ui.events.plenary_view import PlenaryView
from hanoi_desk.ui.events.slot_names import event_words
from hanoi_desk.ui.events.statement_form import StatementPromiseForm
from hanoi_desk.ui.log.commitment_card import right_act
from hanoi_desk.ui.messages import store_trouble
from hanoi_desk.ui.pages import class_of
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.widgets import Suggestion

#: Milliseconds after the last letter until the list is filtered, and after the last step until the note is read.
_FILTER_PAUSE, _STEP_PAUSE = 120, 30
#: Kinds of events at which delegations speak one after the other.
_WITH_PLENARY = (EventKind.COMMITTEE_SESSION, EventKind.CONFERENCE, EventKind.CEREMONY)
_ROUND = (Mention.NOT_HEARD, Mention.MENTIONED, Mention.NOT_MENTIONED)


@dataclass(frozen=True, slots=True)
class _Kept:
    """What was shown when the page was left."""

    event: str
    wish: Wish
    attending_chosen: bool
    item: str
    delegation: str
    statement: str


class PlenaryPage(PlenaryView):
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
        self._new: Statement | None = None  # one more statement of the chosen delegation, not yet kept
        self._statement = ""  # the statement that is shown where a delegation made several
        self._pause = QTimer(self, singleShot=True, interval=_FILTER_PAUSE)
        self._steps = QTimer(self, singleShot=True, interval=_STEP_PAUSE)
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
        self.table.chosen.connect(lambda _: self._steps.start())
        self._steps.timeout.connect(self.read_chosen)
        self.table.marked.connect(self._mark)
        self.table.typed.connect(self._begin_note)
        self.table.opened.connect(lambda _: self._begin_note(""))
        self.table.cleared.connect(self._take_out)
        self.pane.rested.connect(self._keep_draft)
        self.pane.promise_asked.connect(self._record_promise)
        self.pane.another_asked.connect(self._begin_another)
        self.pane.delete_asked.connect(self._take_out)
        self.pane.other_asked.connect(self._show_other)
        self.pane.history_asked.connect(self._show_history)
        self.back_button.clicked.connect(self.escape)
        self.empty.acted.connect(lambda: self.session.go(Goal("events")))
        QApplication.instance().focusChanged.connect(self._follow_focus)  # type: ignore[union-attr]
        for keys, act in (
            ("Ctrl+F", self._find),
            ("Ctrl+H", self._show_history),
            ("Ctrl+Return", self._finish),
            ("Ctrl+Enter", self._finish),
        ):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # ---- showing ----

    def reload(self) -> None:
        """Read what was said at the event; what is being written is kept first."""
        self._recover()
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

    def read_chosen(self) -> None:
        """Show the statement of the chosen delegation beside the table; one that is being written stays."""
        self._steps.stop()
        delegation = self.table.current
        shown = self.pane.shown
        if self._plenary is None or not delegation:
            self._keep_note()
            self.pane.show_statement(None, "", ())
            return
        if shown is not None and shown.participant != delegation:
            self._keep_note()
            self._new, self._statement = None, ""
        elif self.pane.is_dirty:
            return
        every = self._plenary.statements.get(delegation, [])
        asked = next((one for one in every if one.id == self._statement), None)
        statement = self._new or asked or self._plenary.statement(delegation) or self._blank(delegation)
        others = [one for one in every if one.id != statement.id]
        place = self.session.board().places[delegation]
        self.pane.show_statement(statement, self.session.name(place.participant), others)

    def _blank(self, delegation: str) -> Statement:
        assert self._plenary is not None
        event = self._plenary.event
        day = desk.day_within(event, self.session.today)
        return Statement(event=event.id, participant=delegation, mention=Mention.NOT_HEARD, on=day, item=self._item())

    def show_goal(self, goal: Goal) -> None:
        """Show the plenary of an event, or a statement in it."""
        statement = self.session.store.get(Statement, goal.record) if goal.record else None
        if goal.record:
            self._keep_note()
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
        self._keep_note()
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
            self._finish()
            return True
        if self.filter.text() or self._wish.mention is not None:
            self.filter.setText("")
            self._wish = Wish(attending=self._wish.attending)
            self.refresh()
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return False

    # ---- noting ----

    def _mark(self, mention: Mention | None) -> None:
        self.read_chosen()
        statement = self.pane.statement()
        if statement is None:
            return
        turned = mention or _ROUND[(_ROUND.index(statement.mention) + 1) % len(_ROUND)]
        self._note(replace(statement, mention=turned))

    def _begin_note(self, text: str) -> None:
        self.read_chosen()
        self.reading = True
        self.share_room()
        self.pane.begin(text)

    def _begin_another(self) -> None:
        self._keep_note()
        self._new = self._blank(self.table.current)
        self.read_chosen()
        self.pane.begin("")

    def _show_other(self, statement: str) -> None:
        self._keep_note()
        self._new, self._statement = None, statement
        self.read_chosen()

    def _take_out(self) -> None:
        self.read_chosen()
        statement = self.pane.shown
        if statement is None or self.session.store.get(Statement, statement.id) is None:
            return
        name = self.pane.name.text()
        self.pane.show_statement(statement, name, ())  # what was typed since goes with it
        self._new, self._statement = None, ""
        try:
            desk.drop_statement(self.session.store, statement, name)
        except StoreError as error:
            store_trouble(self, error, self.session.language)
            return
        drop_draft(self.session.store)
        self.session.say(self.tr("Taken out: the statement of {country}").format(country=name), undo=True)

    def _note(self, statement: Statement) -> None:
        """Keep a statement as it is; what the machine has against it is said, and the note stays as it is."""
        name = self.pane.name.text()
        if self._new is not None and statement.id == self._new.id:
            self._new, self._statement = None, statement.id
        try:
            kept = desk.note_statement(self.session.store, statement, name)
        except StoreError as error:
            store_trouble(self, error, self.session.language)
            return
        drop_draft(self.session.store)
        self.pane.show_statement(kept, name, ())
        if self.isVisible() and self.table.current == kept.participant:
            self.read_chosen()

    def _keep_note(self) -> None:
        """Keep what was written in the note, if anything was."""
        statement = self.pane.statement()
        if statement is not None and self.pane.is_dirty:
            self._note(statement)

    def _finish(self) -> None:
        """Keep the note and go back to the table."""
        self._keep_note()
        self.reading = False
        self.share_room()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _follow_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        was_inside = old is not None and self.pane.isAncestorOf(old)
        if was_inside and new is not None and new.window() is self.window() and not self.pane.isAncestorOf(new):
            self._keep_note()

    def _show_history(self) -> None:
        """Show the history and the files of the statement; one of which nothing is noted has neither."""
        self.read_chosen()
        self._keep_note()
        shown = self.pane.shown
        kept = self.session.store.get(Statement, shown.id) if shown is not None else None
        if kept is not None:
            class_of("record")(self.session, kept, self).open()
        elif shown is not None:
            self.session.say(self.tr("Nothing is noted of {country} yet.").format(country=self.pane.name.text()))

    # ---- what is on disk while somebody writes ----

    def _keep_draft(self) -> None:
        statement = self.pane.statement()
        if statement is not None and self.pane.is_dirty:
            keep_draft(self.session.store, statement)

    def _recover(self) -> None:
        """Keep a note that was being written when the power went."""
        statement = draft_of(self.session.store)
        if statement is None or (self.pane.shown is not None and self.pane.shown.id == statement.id):
            return
        drop_draft(self.session.store)
        place = self.session.board().places.get(statement.participant)
        if place is None:
            return
        name = self.session.name(place.participant)
        with suppress(StoreError):
            desk.note_statement(self.session.store, statement, name)
            self.session.say(self.tr("The note that was being written is kept: {country}").format(country=name))

    # ---- a promise in it ----

    def _record_promise(self) -> None:
        self._keep_note()
        statement = self.pane.shown
        if statement is None or self._plenary is None:
            return
        treaty = self.session.board().treaty.id
        act = right_act(self.session, statement.participant)
        blank = Commitment(participant=statement.participant, treaty=treaty, act=act, made_on=self.session.today)
        if act is PromisedAct.OTHER:
            blank = replace(blank, act=PromisedAct.STATEMENT)
        form = StatementPromiseForm(self.session, statement, self._plenary.event, blank, self)
        form.saved.connect(lambda _: self.session.say(self.tr("The promise is recorded with its source."), undo=True))
        form.open()

    # ---- choosing ----

    def _item(self) -> str:
        return next((one.title for one in self.item.chips), "")

    def complete_item(self, typed: str) -> list[Suggestion]:
        every = self.session.store.tally(Query(Statement, (("event", "=", self._event),)), "item")
        return [Suggestion(one, one) for one in sorted(every) if one and fold(typed) in fold(one)][:8]

    def _another_item(self) -> None:
        self._keep_note()
        self._new, self._statement = None, ""
        self.pane.show_statement(None, "", ())
        self.refresh()

    def _choose(self, event: str) -> None:
        self._keep_note()
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

    # ---- leaving ----

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._keep_note()
