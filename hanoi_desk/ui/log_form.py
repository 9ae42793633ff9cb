"""The form that logs outreach: from anywhere with Ctrl+L, by keyboard alone, and nothing typed in it is ever lost."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from hanoi_desk import desk
from hanoi_desk.desk import Fault, OutreachEntry, Refused
from hanoi_desk.language import joined, short_date
from hanoi_desk.records import Outreach, OutreachKind
from hanoi_desk.store import Change, StoreError
from hanoi_desk.ui import messages
from hanoi_desk.ui.colours import Tone
from hanoi_desk.ui.log.cards import EditCard
from hanoi_desk.ui.log.checks import Trouble, secret_marks, shown, troubles
from hanoi_desk.ui.log.draft import Writing, to_text
from hanoi_desk.ui.log.drafted_panel import DraftedPanel
from hanoi_desk.ui.log.new import new_ask, new_commitment, new_contact, new_follow_up
from hanoi_desk.ui.session import Session

_PARTS = ("outreach", "outreach_country", "outreach_person", "commitment", "follow_up", "ask")


class LogForm(DraftedPanel):
    """A panel over the page: call `start_new`, `show_entry` or `resume` before it is shown."""

    saved = Signal(str)  # the contact; the form has done its work
    kept = Signal(str)  # the contact; the form goes on with the next one

    def __init__(self, session: Session, *, last_kind: str = "", parent: QWidget | None = None) -> None:
        """`last_kind` is the kind that a new contact has."""
        super().__init__(session, parent)
        self.setObjectName("log_form")
        self._last_kind = last_kind if last_kind in set(OutreachKind) else OutreachKind.BILATERAL.value
        self._is_saving = False
        self._connect()
        self.retranslate()
        self._baseline = to_text(self.sheet.writing())

    def _connect(self) -> None:
        self.sheet.results.stepped.connect(self.step_country)
        self.sheet.country_asked.connect(self.step_country)
        self.save_button.clicked.connect(self.save)
        self.another_button.clicked.connect(self.save_and_log_another)
        self.back_button.clicked.connect(self.go_back)
        self.discard_button.clicked.connect(self.discard)
        self.sheet.commitments.add_button.clicked.connect(self.add_commitment)
        self.sheet.follow_ups.add_button.clicked.connect(self.add_follow_up)
        self.sheet.asks.add_button.clicked.connect(self.add_ask)
        self.sheet.asks.news.dropped.connect(lambda gone: self._offer_back(self.tr("Request removed."), gone))
        self.sheet.commitments.news.dropped.connect(lambda gone: self._offer_back(self.tr("Commitment removed."), gone))
        self.sheet.follow_ups.news.dropped.connect(lambda gone: self._offer_back(self.tr("Follow-up removed."), gone))
        self._session.changed.connect(self._hear)
        self._session.language_changed.connect(self.retranslate)
        for keys, slot in (
            ("Ctrl+Return", self.save),
            ("Ctrl+Enter", self.save),
            ("Ctrl+Shift+Return", self.save_and_log_another),
            ("Ctrl+Shift+Enter", self.save_and_log_another),
            ("Alt+C", self.add_commitment),
            ("Alt+F", self.add_follow_up),
            ("Alt+R", self.add_ask),
            ("Alt+A", self.sheet.add_attended),
        ):
            shortcut = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    # ---- showing ----

    def start_new(self, country_ids: Sequence[str] = (), event: str = "") -> None:
        """Begin a new contact, with these countries in the list, at an event if one is given.

        A draft that was left is offered, never forced.

        While a contact is being written and seen, the countries are added to it instead.
        """
        if self.isVisible() and self.is_dirty and not self._editing:
            for chip in filter(None, map(self.sheet.delegations.suggestion, country_ids)):
                self.sheet.countries.add(chip)
            self._focus(self.sheet.countries)
            return
        self.keeper.flush()
        self._begin(self._blank(country_ids, event))
        self._begin_in(self.sheet.countries)

    def start_result(self, entry: OutreachEntry) -> None:
        """Begin with a contact that is filled already, as from a slot of a programme, and not yet on file."""
        self.keeper.flush()
        kind = replace(entry.outreach, kind=OutreachKind(self._last_kind))
        self._begin(Writing(replace(entry, outreach=kind)), is_ours_known=True)
        self._begin_in(self.sheet.notes if entry.countries else self.sheet.countries)

    def show_entry(self, entry: OutreachEntry) -> None:
        """Edit a contact that is on file."""
        self.keeper.flush()
        self._begin(Writing(entry), editing=entry.outreach.id)
        self._begin_in(self.sheet.notes)

    def show_outreach(self, outreach_id: str) -> None:
        """Edit the contact with this identifier.

        :raises KeyError: when there is no such contact.
        """
        self.show_entry(desk.entry_of(self._session.store, outreach_id))

    def _blank(self, country_ids: Sequence[str] = (), event: str = "") -> Writing:
        return new_contact(self._session, self._last_kind, country_ids, event)

    # ---- cards ----

    def add_commitment(self) -> None:
        """Open a new commitment, the country and the act that is legally next filled in, the cursor in its words."""
        self.sheet.countries.settle()
        card = self.sheet.commitment_card(new_commitment(self.sheet), is_new=True)
        self.sheet.commitments.add(card)
        self._open(card)

    def add_follow_up(self) -> None:
        """Open a new follow-up of ours, the cursor in what is to be done."""
        self.sheet.countries.settle()
        card = self.sheet.follow_up_card(new_follow_up(self.sheet))
        self.sheet.follow_ups.add(card)
        self._open(card)

    def add_ask(self) -> None:
        """Open a new request of theirs or ours, the cursor in what is asked."""
        self.sheet.countries.settle()
        card = self.sheet.ask_card(new_ask(self.sheet))
        self.sheet.asks.add(card)
        self._open(card)

    def step_country(self, by: int) -> None:
        """Go to what the next country said, or the one before; after the last, the notes of all come again."""
        self.sheet.countries.settle()
        line = self.sheet.results.step(by)
        if line is None:
            self._focus(self.sheet.notes)
        else:
            line.said.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, line, lambda: self._show_opened(line))

    def _open(self, card: EditCard) -> None:
        for other in self.sheet.all_cards():
            if other.is_open and not other.is_empty:
                other.close_up()
        card.open()
        QTimer.singleShot(0, card, lambda: self._show_opened(card))

    def _show_opened(self, card: QWidget) -> None:
        self.bring_into_view(card)
        focused = self.window().focusWidget()
        if focused is not None and card.isAncestorOf(focused):  # where text is large a card is taller than the view
            self.bring_into_view(focused)

    def _offer_back(self, sentence: str, bring_back: Callable[[], None] | None) -> None:
        if bring_back is not None:
            self.tell(sentence, Tone.NEUTRAL, self.tr("Undo"), bring_back)

    # ---- drafts ----

    def discard(self) -> None:
        """Forget what is written here and begin anew; it can be brought back until the next contact is begun."""
        gone, editing = self.sheet.writing(), self._editing
        try:
            self.keeper.drop()
        except StoreError as error:
            self.tell_store(error)
            return
        self._begin(self._blank())
        self._tell_discarded(gone, editing)
        self._focus(self.sheet.countries)
        if editing:
            self.cancelled.emit()

    # ---- saving ----

    def save(self) -> bool:
        """Keep the contact; False when something stands in the way, which is then shown, with all text in place."""
        return self._save(another=False)

    def save_and_log_another(self) -> bool:
        """Keep the contact and begin the next one."""
        return self._save(another=True)

    def _save(self, *, another: bool) -> bool:
        self.sheet.clear_problems()
        self.sheet.countries.settle()
        entry = self.sheet.entry()
        if self._show_troubles(troubles(self.sheet, entry)):
            return False
        entry = self.sheet.entry()
        found = next(((mark, fault) for mark, fault in secret_marks(entry) if mark not in self._cleared), None)
        if found:
            self._ask_about_secret(*found, another)
            return False
        if not self._is_planned and self._is_newly_ahead(entry):
            self._ask_about_day(entry, another)
            return False
        self._is_saving = True
        try:
            self._keep(entry)
        except Refused as refused:
            return not self._show_troubles(list(shown(self.sheet, refused.faults)))
        except StoreError as error:
            self.tell_store(error, self.save)
            return False
        finally:
            self._is_saving = False
        self._finish(entry, another)
        return True

    def _keep(self, entry: OutreachEntry) -> None:
        store, label = self._session.store, self._label(entry)
        if self._editing:
            desk.edit_outreach(store, entry, label)
        else:
            desk.log_outreach(store, [entry], label)

    def _label(self, entry: OutreachEntry) -> str:
        names = [chip.title for chip in self.sheet.countries.chips]
        return entry.outreach.summary.strip() or joined(names, self._session.language)

    def _finish(self, entry: OutreachEntry, another: bool) -> None:
        with suppress(StoreError):  # the contact is kept; a draft of one that is kept is forgotten when it is met
            self.keeper.drop()
        self._last_kind = entry.outreach.kind.value
        what = self._label(entry)
        if another:
            self._begin(self._blank())
            self._focus(self.sheet.countries)
            self._session.say(self.tr("Saved: {what}").format(what=what), undo=True)
            self.kept.emit(entry.outreach.id)
        else:
            self._baseline = to_text(self.sheet.writing())
            self.saved.emit(entry.outreach.id)

    def _show_troubles(self, found: list[Trouble]) -> bool:
        for trouble in found:
            trouble.row.show_problem(trouble.sentence)
        if found:
            self._focus(found[0].row.field)
        return bool(found)

    def _ask_about_secret(self, mark: str, fault: Fault, another: bool) -> None:
        def go_on() -> None:
            self._cleared.add(mark)
            self._save(another=another)

        row = self.sheet.row_of(fault)
        self._focus(row.field)
        messages.ask(
            self,
            self._session.word("notice.secret_word", mark=mark),
            self.tr("It is no State secret: save"),
            go_on,
            more=self._session.word("notice.after_mistake"),
            no=self.tr("Back to the text"),
        )

    def _is_newly_ahead(self, entry: OutreachEntry) -> bool:
        """Tell whether the day is still to come and was not so on file already."""
        day, kept = entry.outreach.held_on, self._session.store.get(Outreach, entry.outreach.id)
        return day > self._session.today and (kept is None or kept.held_on != day)

    def _ask_about_day(self, entry: OutreachEntry, another: bool) -> None:
        def go_on() -> None:
            self._is_planned = True
            self._save(another=another)

        self._focus(self.sheet.held_on)
        day = short_date(entry.outreach.held_on)
        question = self.tr("{day} is still to come. Is this contact only planned?").format(day=day)
        more = self.tr("It then stands among the planned ones until that day.")
        messages.ask(self, question, self.tr("Save as planned"), go_on, more=more, no=self.tr("Back to the day"))

    # ---- what others do meanwhile ----

    def _hear(self, change: Change) -> None:
        self.sheet.forget(change)
        if self._is_saving or not self._editing:
            return
        touched = frozenset().union(*(change.touched.get(table, frozenset()) for table in _PARTS))
        if self._known & touched:
            self._tell_changed()

    def _tell_changed(self) -> None:
        try:
            newest = desk.entry_of(self._session.store, self._editing)
        except KeyError:
            words = self.tr("This contact was deleted while you were writing. Saving brings it back.")
            self.tell(words, Tone.AMBER)
            return
        words = self.tr("This contact was changed while you were writing. Saving keeps what stands here.")
        self.tell(words, Tone.AMBER, self.tr("Show the newest"), lambda: self.show_entry(newest))

    # ---- keys and showing ----

    def go_back(self) -> None:
        """Leave the form; what was typed stays as a draft, once it is said that its mark is none of a State secret."""
        self.keeper.flush()
        if self._unkept:
            self._ask_before_leaving()
        else:
            self.cancelled.emit()

    def _ask_before_leaving(self) -> None:
        def go_on() -> None:
            self._say_no_secret()
            self.cancelled.emit()

        word = self._session.word
        messages.ask(
            self,
            word("notice.secret_word", mark=self._unkept),
            self.tr("It is no State secret: keep the draft"),
            go_on,
            more=word("notice.after_mistake"),
            no=word("notice.back_to_text"),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self.go_back()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._clock.start()
        if not self.isAncestorOf(self.window().focusWidget() or self.window()):
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()
        self.keeper.flush()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.keeper.flush()
