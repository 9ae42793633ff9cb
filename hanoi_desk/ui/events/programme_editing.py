"""Editing a programme in its place: the slot that is being written, or left as a draft, and the cursor."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from hanoi_desk import desk
from hanoi_desk.desk import Refused
from hanoi_desk.programme import Clash, clashes_of, ends_at, in_order
from hanoi_desk.records import Event, Meeting
from hanoi_desk.store import StoreError
from hanoi_desk.ui.events.asides import Asides
from hanoi_desk.ui.events.programme_view import ProgrammeView
from hanoi_desk.ui.events.slot_editor import Around, SlotEditor
from hanoi_desk.ui.events.slot_names import SlotNames
from hanoi_desk.ui.events.slot_row import SlotRow
from hanoi_desk.ui.log.delegations import Delegations
from hanoi_desk.ui.log.people import People
from hanoi_desk.ui.messages import ask, store_trouble
from hanoi_desk.ui.secret_marks import SecretMarks, texts_of, unkept
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import Card

#: How often what is being written is put on disk, in milliseconds.
_OFTEN = 2_000


class ProgrammeEditing(ProgrammeView):
    """The days with their slots, one of which may be open; which are shown, and from where, is the page's."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._event = ""
        self._meetings: dict[str, Meeting] = {}
        self._names = SlotNames(session, ())
        self._beside: list[Meeting] = []  # of other events on the same days: nobody can be in two places
        self._cards: dict[date, Card] = {}
        self._adders: dict[str, QPushButton] = {}
        self.editor: SlotEditor | None = None
        self._marks = SecretMarks(session, self)
        self._last_clash = ""
        self._last_slot = ""  # on which the cursor was when it left for another part of the window
        self._after = ""  # the slot, or the day, to put the cursor on when the page has been read
        self._delegations, self._people = Delegations(session), People(session)
        self._asides = Asides(session.store, "programme", Meeting)
        self._rest = QTimer(self, interval=_OFTEN)
        self._rest.timeout.connect(self._lay_aside)
        self.draft_strip.resumed.connect(self._resume)
        self.draft_strip.discarded.connect(self._discard)
        QApplication.instance().focusChanged.connect(self._follow_focus)  # type: ignore[union-attr]

    def _card(self, day: date, slots: Sequence[Meeting], clashing: dict[str, list[Clash]]) -> Card:
        """Return the card of a day with its slots."""
        raise NotImplementedError

    # ---- editing ----

    def add(self, day: date | None = None, after: Meeting | None = None) -> None:
        """Open a new slot in a day: it begins when the last one ends, with the same of us and for as long."""
        if self.editor is not None:
            self.editor.take_focus()
            return
        row = self._row_of(self._focused())
        event = self.session.store.get(Event, self._event) if self._event else None
        day = day or (row.meeting.on if row else self._focused_day() or desk.day_within(event, self.session.today))
        timed = [one for one in in_order(self._meetings.values()) if one.on == day and one.time]
        last = after or (timed[-1] if timed else next(reversed(in_order(self._meetings.values())), None))
        new = Meeting(on=day, event=self._event or None)
        if last is not None:
            new = replace(new, ours=last.ours, ours_text=last.ours_text, note_taker=last.note_taker)
            if last.on == day and ends_at(last):
                new = replace(new, time=ends_at(last), minutes=last.minutes)
        self.open_new(new)

    def open_new(self, meeting: Meeting) -> None:
        """Open a slot that is not on file at the end of its day."""
        if meeting.on not in self._cards:
            self.empty.hide()
            card = self._card(meeting.on, (), defaultdict(list))
            self.days.insertWidget(0, card)
            card.show()
        card = self._cards[meeting.on]
        self._open(meeting, card, card.body.count() - 1, is_new=True)

    def edit(self, meeting: Meeting) -> None:
        """Open a slot in its place."""
        row = self._row_of(meeting.id)
        if self.editor is not None or row is None:
            return
        card = self._cards[meeting.on]
        place = card.body.indexOf(row)
        row.hide()
        self._open(meeting, card, place, is_new=False)

    def _open(self, meeting: Meeting, card: Card, place: int, *, is_new: bool) -> None:
        around = Around(self._delegations, self._people, self._would_clash)
        editor = self.editor = SlotEditor(self.session, meeting, around, is_new=is_new)
        editor.save_asked.connect(self._save)
        editor.left.connect(self._leave)
        editor.delete_asked.connect(lambda: self._drop(meeting))
        card.body.insertWidget(place, editor)
        if draft := self._asides.get(meeting.id):
            editor.take_up(draft, self._asides.typed(draft.id))
        self._offer()
        self._rest.start()
        editor.show()
        editor.take_focus()
        QTimer.singleShot(0, editor, lambda: self._bring_into_view(editor))

    def _bring_into_view(self, editor: SlotEditor) -> None:
        self.area.ensureWidgetVisible(editor)
        focused = QApplication.focusWidget()
        if focused is not None and editor.isAncestorOf(focused):  # where text is large it is taller than the view
            self.area.ensureWidgetVisible(focused)

    def _would_clash(self, meeting: Meeting) -> list[str]:
        others = [one for one in (*self._meetings.values(), *self._beside) if one.id != meeting.id]
        names = SlotNames(self.session, [*others, meeting])
        return [names.clash(one, meeting.id) for one in clashes_of(meeting, others)]

    def _save(self, another: bool) -> None:
        editor = self.editor
        if editor is None or not editor.settle():
            return
        meeting = editor.meeting()
        before = self._meetings.get(meeting.id)
        if not self._marks.are_clear(texts_of(meeting, before), lambda: self._save(another)):
            return
        if editor.is_dirty or editor.is_new:
            title = SlotNames(self.session, [meeting]).title(meeting)
            try:
                desk.plan_meetings(self.session.store, [meeting], title)
            except Refused as refused:
                editor.show_faults(refused.faults)
                return
            except StoreError as error:
                store_trouble(self, error, self.session.language)
                return
            self.session.say(self.tr("Saved: {what}").format(what=title), undo=True)
        self._after = meeting.id
        self._asides.drop(meeting.id)
        self._close_editor()
        self.refresh()
        if another:
            self.add(meeting.on, self._meetings.get(meeting.id))

    def _drop(self, meeting: Meeting) -> None:
        place = next((n for n, row in enumerate(self.rows) if row.meeting.id == meeting.id), 0)
        beside = [row.meeting.id for row in self.rows if row.meeting.id != meeting.id]
        title = self._names.title(meeting)
        self._asides.drop(meeting.id)
        self._close_editor()
        self._after = beside[min(place, len(beside) - 1)] if beside else meeting.on.isoformat()
        try:
            desk.drop_meeting(self.session.store, meeting, title)
        except StoreError as error:
            store_trouble(self, error, self.session.language)
            return
        self.session.say(self.tr("Taken off the programme: {meeting}").format(meeting=title), undo=True)

    def escape(self) -> bool:
        if self.editor is None:
            return False
        self._leave()
        return True

    def _leave(self) -> None:
        editor = self.editor
        if editor is None:
            return
        if editor.is_dirty:
            question = self.tr("Leave without saving what you typed?")
            ask(self, question, self.tr("Leave"), self._leave_now, no=self.tr("Go on writing"))
        else:
            self._leave_now()

    def _leave_now(self) -> None:
        if self.editor is not None:
            self._after = self.editor.meeting().id
            self._asides.drop(self._after)
            self._close_editor()
            self.refresh()

    # ---- what was written and not saved ----

    def _let_go(self) -> bool:
        """Close the slot that is being written, which stays a draft; False when it makes no sense as it is."""
        if self.editor is not None and self.editor.is_dirty and not self.editor.settle():
            return False
        self._lay_aside()
        self._say_left()
        self._close_editor()
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._lay_aside()
            self._say_left()

    def _lay_aside(self) -> None:
        """Put on disk what is being written; while the page is not seen, it stays open with all that is typed."""
        if self.editor is not None and self.editor.is_dirty:
            self._asides.put(self.editor.meeting(), self.editor.typed())
        elif self.editor is not None:
            self._asides.drop(self.editor.meeting().id)

    def _say_left(self) -> None:
        if self.editor is not None and self.editor.is_dirty:
            meeting = self.editor.meeting()
            words = self.tr("Not saved, but kept as a draft: {what}").format(what=self._title(meeting))
            mark = self._asides.withheld(meeting.id)
            self.session.say(unkept(self.session, mark) if mark else words)

    def _title(self, meeting: Meeting) -> str:
        return SlotNames(self.session, [meeting]).title(meeting)

    def _offered(self) -> Meeting | None:
        """Return the newest slot that was left unsaved and is not open."""
        left = reversed(self._asides.all)
        return next((one for one in left if self.editor is None or one.id != self.editor.meeting().id), None)

    def _offer(self) -> None:
        meeting = self._offered()
        words = self.tr("Not saved yet: {what}").format(what=self._title(meeting)) if meeting else ""
        if words != self.draft_strip.words:
            self.draft_strip.offer(words)

    def _resume(self) -> None:
        """Go on with the slot that is offered, in the programme to which it belongs."""
        meeting = self._offered()
        if meeting is None or not self._let_go():
            return
        self.show_event(meeting.event or "")
        kept = self._meetings.get(meeting.id)
        if kept is not None:
            self.edit(kept)
        else:
            self.open_new(meeting)

    def _discard(self) -> None:
        meeting = self._offered()
        if meeting is not None:
            self._asides.drop(meeting.id)
            self._offer()

    def show_event(self, event: str) -> None:
        """Show the programme of an event, or the meetings of all events."""
        raise NotImplementedError

    def _close_editor(self) -> None:
        self._rest.stop()
        editor, self.editor = self.editor, None
        if editor is not None:
            editor.hide()
            editor.deleteLater()

    # ---- going about ----

    def take_focus(self) -> None:
        """Put the cursor on the slot on which it was last, else on the first."""
        first = self.rows[0] if self.rows else self.chooser
        target = self._row_of(self._last_slot) or first
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, row: SlotRow, by: int) -> None:
        place = self.rows.index(row) + by
        if 0 <= place < len(self.rows):
            self.rows[place].setFocus(Qt.FocusReason.OtherFocusReason)
            self.area.ensureWidgetVisible(self.rows[place])

    def _next_clash(self) -> None:
        clashing = [row for row in self.rows if row.has_clash]
        at = next((n for n, row in enumerate(clashing) if row.meeting.id == self._last_clash), -1)
        row = clashing[(at + 1) % len(clashing)]
        self._last_clash = row.meeting.id
        row.setFocus(Qt.FocusReason.OtherFocusReason)
        self.area.ensureWidgetVisible(row)

    def _row_of(self, meeting: str) -> SlotRow | None:
        return next((row for row in self.rows if row.meeting.id == meeting), None)

    def _focused(self) -> str:
        """Return the slot on which the cursor is."""
        focused = QApplication.focusWidget()
        inside = (row for row in self.rows if focused is not None and (row is focused or row.isAncestorOf(focused)))
        row = next(inside, None)
        return row.meeting.id if row else ""

    def _follow_focus(self, _: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.isAncestorOf(new):
            self._last_slot = self._focused()

    def _focused_day(self) -> date | None:
        focused = QApplication.focusWidget()
        cards = self._cards.items()
        return next((day for day, card in cards if focused is not None and card.isAncestorOf(focused)), None)

    def _put_focus(self, on: str) -> None:
        if not on or not self.isVisible():
            return
        target: QWidget | None = self._row_of(on) or self._adders.get(on)
        target = target or (self.rows[-1] if self.rows else self.add_button)
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, target, lambda: self.area.ensureWidgetVisible(target))
