"""Noting what a delegation said: in the table with a key or in the pane beside it; a note left unsaved is a draft."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from hanoi_desk import desk
from hanoi_desk.language import short_date
from hanoi_desk.records import Commitment, Mention, PromisedAct, Statement
from hanoi_desk.store import StoreError
from hanoi_desk.ui.events.asides import Asides
from hanoi_desk.ui.events.plenary_view import PlenaryView
from hanoi_desk.ui.events.statement_form import StatementPromiseForm
from hanoi_desk.ui.log.commitment_card import right_act
from hanoi_desk.ui.messages import ask, store_trouble
from hanoi_desk.ui.pages import class_of
from hanoi_desk.ui.secret_marks import SecretMarks, texts_of, unkept
from hanoi_desk.ui.session import Session

#: Milliseconds after the last step in the table until the note is read.
_STEP_PAUSE = 30
_ROUND = (Mention.NOT_HEARD, Mention.MENTIONED, Mention.NOT_MENTIONED)


class PlenaryNoting(PlenaryView):
    """The note of the chosen delegation; which delegations are listed is the page's."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._new: Statement | None = None  # one more statement of the chosen delegation, not yet kept
        self._statement = ""  # the statement that is shown where a delegation made several
        self._asides = Asides(session.store, "plenary", Statement)
        self._marks = SecretMarks(session, self)
        self._steps = QTimer(self, singleShot=True, interval=_STEP_PAUSE)
        self.table.chosen.connect(lambda _: self._steps.start())
        self._steps.timeout.connect(self.read_chosen)
        self.table.marked.connect(self._mark)
        self.table.typed.connect(self._begin_note)
        self.table.opened.connect(lambda _: self._begin_note(""))
        self.table.cleared.connect(self._take_out)
        self.pane.rested.connect(self._lay_aside)
        self.pane.save_asked.connect(self._finish)
        self.draft_strip.resumed.connect(self._resume)
        self.draft_strip.discarded.connect(self._discard)
        self.pane.promise_asked.connect(self._record_promise)
        self.pane.another_asked.connect(self._begin_another)
        self.pane.delete_asked.connect(self._take_out)
        self.pane.other_asked.connect(self._show_other)
        self.pane.history_asked.connect(self._show_history)
        for keys, act in (
            ("Ctrl+H", self._show_history),
            ("Ctrl+Return", self._finish),
            ("Ctrl+Enter", self._finish),
        ):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _item(self) -> str:
        return next((one.title for one in self.item.chips), "")

    def read_chosen(self) -> None:
        """Show the statement of the chosen delegation beside the table, as it was left; what is being written stays."""
        self._steps.stop()
        delegation = self.table.current
        shown = self.pane.shown
        if self._plenary is None or not delegation:
            self._leave_aside()
            self.pane.show_statement(None, "", ())
            return
        if shown is not None and shown.participant != delegation:
            self._leave_aside()
            self._new, self._statement = None, ""
        elif self.pane.is_dirty or self.pane.unread_day:
            return
        every = self._plenary.statements.get(delegation, [])
        statement = self._new or self._left_by(delegation) or self._noted(delegation, every)
        others = [one for one in every if one.id != statement.id]
        place = self.session.board().places[delegation]
        self.pane.show_statement(statement, self.session.name(place.participant), others)
        if draft := self._asides.get(statement.id):
            self.pane.take_up(draft, self._asides.typed(draft.id).get("on", ""))
        self._offer()

    def _left_by(self, delegation: str) -> Statement | None:
        """Return what is on file of the note that was left unsaved: the one asked for, else the newest."""
        left = [one for one in self._left() if one.participant == delegation and self._statement in ("", one.id)]
        if not left:
            return None
        kept = self.session.store.get(Statement, left[0].id)
        if kept is None:
            self._new = replace(self._blank(delegation), id=left[0].id)
        return kept or self._new

    def _noted(self, delegation: str, every: Sequence[Statement]) -> Statement:
        asked = next((one for one in every if one.id == self._statement), None)
        return asked or (every[-1] if every else self._blank(delegation))

    def _blank(self, delegation: str) -> Statement:
        assert self._plenary is not None
        event = self._plenary.event
        day = desk.day_within(event, self.session.today)
        return Statement(event=event.id, participant=delegation, mention=Mention.NOT_HEARD, on=day, item=self._item())

    # ---- noting ----

    def _mark(self, mention: Mention | None) -> None:
        self.read_chosen()
        statement = self.pane.statement()
        if statement is None:
            return
        if not self._is_clear(lambda: self._mark(mention)):
            return
        turned = mention or _ROUND[(_ROUND.index(statement.mention) + 1) % len(_ROUND)]
        self._note(replace(statement, mention=turned))

    def _begin_note(self, text: str) -> None:
        self.read_chosen()
        self.reading = True
        self.share_room()
        self.pane.begin(text)

    def _is_clear(self, go_on: Callable[[], None]) -> bool:
        statement = self.pane.statement()
        before = self.session.store.get(Statement, statement.id) if statement else None
        return self._marks.are_clear(texts_of(statement, before), go_on)

    def _begin_another(self) -> None:
        if not self._is_clear(self._begin_another):
            return
        self._keep_note()
        self._new = self._blank(self.table.current)
        self.read_chosen()
        self.pane.begin("")

    def _show_other(self, statement: str) -> None:
        self._leave_aside()
        self._new, self._statement = None, statement
        self.read_chosen()

    def _take_out(self) -> None:
        self.read_chosen()
        statement = self.pane.shown
        if statement is None:
            return
        if self.session.store.get(Statement, statement.id) is None:
            self._forget_note()
            return
        name = self.pane.name.text()
        self.pane.show_statement(statement, name, ())  # what was typed since goes with it
        self._new, self._statement = None, ""
        try:
            desk.drop_statement(self.session.store, statement, name)
        except StoreError as error:
            store_trouble(self, error, self.session.language)
            return
        self._drop(statement)
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
        self._drop(statement)
        if kept.on and kept.on > self.session.today and not desk.says_nothing(kept):
            words = self.tr("{country}: noted for {day}, which is still to come.")
            self.session.say(words.format(country=name, day=short_date(kept.on)), undo=True)
        self.pane.show_statement(kept, name, ())
        if self.isVisible() and self.table.current == kept.participant:
            self.read_chosen()

    def _keep_note(self) -> None:
        """Keep what was written in the note, if anything was; a day that is none is left out, and that is said."""
        statement, unread, name = self.pane.statement(), self.pane.unread_day, self.pane.name.text()
        if statement is not None and self.pane.is_dirty:
            self._note(statement)
        if unread:
            words = self.tr("“{text}” is not kept: no day on which {country} can have spoken.")
            self.session.say(words.format(text=unread, country=name))

    def _finish(self) -> None:
        """Save the note and go back to the table, unless the day cannot be kept as it is typed."""
        if not self._is_clear(self._finish):
            return
        if self.pane.on.settle():
            self._keep_note()
            self._go_back()
        else:
            self.pane.on.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave_note(self) -> None:
        """Go back to the table; ask first where something was written that is not saved."""
        if not self.pane.is_dirty and not self.pane.unread_day:
            self._go_back()
            return
        more = "" if self.pane.on.settle() else self.pane.on.problem
        question = self.tr("Leave without saving what you typed?")
        ask(self, question, self.tr("Leave"), self._leave_unsaved, more=more, no=self.tr("Go on writing"))

    def _leave_unsaved(self) -> None:
        self._forget_note()
        self._go_back()

    def _go_back(self) -> None:
        self.reading = False
        self.share_room()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

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

    # ---- what was written and not saved ----

    def _left(self) -> list[Statement]:
        """Return the notes on this event that were left unsaved, the newest first."""
        event = self._plenary.event.id if self._plenary else ""
        return [one for one in reversed(self._asides.all) if one.event == event]

    def _lay_aside(self) -> None:
        """Put on disk what is being written."""
        statement, unread = self.pane.statement(), self.pane.unread_day
        if statement is not None and (self.pane.is_dirty or unread):
            self._asides.put(statement, {"on": unread} if unread else {})
        elif statement is not None:
            self._asides.drop(statement.id)

    def _leave_aside(self) -> None:
        """Leave the note for another one or another page: what was written stays a draft, and that is said."""
        self._lay_aside()
        if self.pane.is_dirty or self.pane.unread_day:
            name = self.pane.name.text()
            words = self.tr("Not saved, but kept as a draft: the note on {country}.").format(country=name)
            mark = self._asides.withheld(self.pane.shown.id) if self.pane.shown else ""
            self.session.say(unkept(self.session, mark) if mark else words)

    def _offer(self) -> None:
        """Offer the newest note that was left unsaved and is not the one beside the table."""
        shown = self.pane.shown
        left = [one for one in self._left() if shown is None or one.id != shown.id]
        names = [self._name(one) for one in left]
        sentence = self.tr("Not saved yet: the note on {country}.").format(country=names[0]) if names else ""
        if len(names) > 1:
            sentence = self.tr("Not saved yet: the notes on {country} and {n} more.")
            sentence = sentence.format(country=names[0], n=len(names) - 1)
        if sentence != self.draft_strip.words:
            self.draft_strip.offer(sentence)

    def _name(self, statement: Statement) -> str:
        place = self.session.board().places.get(statement.participant)
        return self.session.name(place.participant) if place else ""

    def _offered(self) -> Statement | None:
        shown = self.pane.shown
        return next((one for one in self._left() if shown is None or one.id != shown.id), None)

    def _resume(self) -> None:
        """Go on with the note that is offered."""
        statement = self._offered()
        if statement is not None:
            self._leave_aside()
            self.pane.show_statement(None, "", ())
            self.show_delegation(statement.participant, statement.id)
            self._begin_note("")

    def _discard(self) -> None:
        statement = self._offered()
        if statement is not None:
            self._asides.drop(statement.id)
            self._offer()
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_delegation(self, delegation: str, statement: str) -> None:
        """Put the cursor of the table on a delegation, with one of its statements beside it."""
        raise NotImplementedError

    def _forget_note(self) -> None:
        """Show the note again as it is on file."""
        shown = self.pane.shown
        if shown is not None:
            self.pane.show_statement(shown, self.pane.name.text(), ())
            self._new, self._statement = None, ""
            self._drop(shown)
            self.read_chosen()

    def _drop(self, statement: Statement) -> None:
        self._asides.drop(statement.id)
        self._offer()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._leave_aside()

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
