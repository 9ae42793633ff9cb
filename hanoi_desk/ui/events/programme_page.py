"""The programme of a visit or an event: its days under each other, on each the slots by time, edited in place."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from hanoi_desk import desk
from hanoi_desk.language import capital, long_date
from hanoi_desk.programme import Clash, clashes, days_of, in_order
from hanoi_desk.records import Event, EventKind, Meeting, MeetingState
from hanoi_desk.store import Change, Query, StoreError
from hanoi_desk.ui.events.programme_editing import ProgrammeEditing
from hanoi_desk.ui.events.slot_names import SlotNames, event_words
from hanoi_desk.ui.events.slot_row import SlotRow
from hanoi_desk.ui.messages import store_trouble
from hanoi_desk.ui.pages import class_of
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.widgets import Card, length, make_small

#: Days before today from which meetings of all events are shown.
_BEFORE = 7


class ProgrammePage(ProgrammeEditing):
    """`Goal.record` is an event, whose programme is shown, or a slot.

    Keys on a slot: Enter or F2 edits, Insert adds one, B brief, M meeting brief, R result, C confirms, X cancels,
    Delete takes it off, Ctrl+H shows its history and files.
    """

    result_asked = Signal(object)  # desk.OutreachEntry
    brief_asked = Signal(str)  # a participant

    tables = ("meeting", "event", "officer", "person", "organisation", "participant", "outreach")

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.setObjectName("page_programme")
        self._has_chosen = False
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.chooser.chosen.connect(self._choose)
        self.add_button.clicked.connect(lambda: self.add())
        self.clash_button.clicked.connect(self._next_clash)
        self.empty.acted.connect(lambda: self.add())
        shortcut = QShortcut(QKeySequence("Ins"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda: self.add())
        self.session.changed.connect(self._forget)

    def _forget(self, change: Change) -> None:
        self._people.forget(change)
        self._delegations.forget(change)

    # ---- showing ----

    def reload(self) -> None:
        """Read the programme; while a slot is being written nothing is taken from under the hands."""
        self._offer()
        if self.editor is not None:
            self._stale = True
            return
        self._stale = False
        focused = self._after or self._focused()
        self._after = ""
        events: list[Event] = self.session.store.all(Query(Event, order_by="starts_on", descending=True))
        if not self._has_chosen:
            self._event = self._first_choice(events)
        event = next((one for one in events if one.id == self._event), None)
        self._event = event.id if event else ""
        choices = [(one.id, event_words(self.session, one)) for one in sorted(events, key=_visits_first)]
        self.chooser.set_choices([("", self.tr("Meetings of all events")), *choices])
        self.chooser.set_value(self._event)
        found = in_order(self.session.store.all(Query(Meeting, self._where())))
        self._meetings = {one.id: one for one in found}
        near = {m.on + timedelta(days=by) for m in found for by in (-1, 0, 1)}
        there = self.session.store.all(Query(Meeting, (("on", "in", [day.isoformat() for day in near]),)))
        self._beside = [one for one in there if one.id not in self._meetings]
        self._names = SlotNames(self.session, [*found, *self._beside])
        self._fill(found, days_of(found, event.starts_on if event else None, event.ends_on if event else None))
        self._put_focus(focused)

    def _where(self) -> tuple[tuple[str, str, object], ...]:
        if self._event:
            return (("event", "=", self._event),)
        return (("on", ">=", self.session.today - timedelta(days=_BEFORE)),)

    def _first_choice(self, events: Sequence[Event]) -> str:
        """Return the event to begin with: the next visit or other event with a programme, else a visit to come."""
        today, planned = self.session.today, self.session.store.tally(Query(Meeting), "event")
        coming = [e for e in events if e.starts_on and (e.ends_on or e.starts_on) >= today]
        coming.sort(key=lambda e: (e.id not in planned, e.kind is not EventKind.VISIT, e.starts_on))
        useful = [e for e in coming if e.id in planned or e.kind is EventKind.VISIT]
        return useful[0].id if useful else ""

    def _fill(self, found: Sequence[Meeting], days: Sequence[date]) -> None:
        while item := self.days.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.rows, self._cards, self._adders = [], {}, {}
        by_day: dict[date, list[Meeting]] = defaultdict(list)
        for one in found:
            by_day[one.on].append(one)
        clashing: dict[str, list[Clash]] = defaultdict(list)
        every = [one for one in clashes([*found, *self._beside]) if {one.first, one.second} & self._meetings.keys()]
        for clash in every:
            clashing[clash.first].append(clash)
            clashing[clash.second].append(clash)
        for day in days:
            card = self._card(day, by_day[day], clashing)
            self.days.addWidget(card)
            card.show()  # at once: the next key may go to one of its slots
        self.amount.setText(self.tr("%n slot(s)", "", len(found)))
        self.clash_button.setText(self.tr("%n clash(es): show the next", "", len(every)))
        self.clash_button.setVisible(bool(every))
        self.hint.setVisible(bool(found) and not self.is_low)
        self.empty.setVisible(not days)
        self.empty.show_sentence(self.tr("Nothing is planned yet."), self.tr("New slot…"))

    def _card(self, day: date, slots: Sequence[Meeting], clashing: dict[str, list[Clash]]) -> Card:
        locale = QLocale(self.session.language.value)
        weekday = capital(locale.standaloneDayName(day.isoweekday()))
        title = f"{weekday}, {long_date(day, self.session.language)}"
        card = Card(title, self.session.word("time.today") if day == self.session.today else "")
        card.setObjectName(f"day_{day.isoformat()}")
        card.body.setSpacing(length(self, 0.15))
        for meeting in slots:
            row = SlotRow(self.session, meeting, self._names, clashing[meeting.id], say_event=not self._event)
            row.asked.connect(lambda what, one=meeting: self._act(what, one))
            row.stepped.connect(lambda by, row=row: self._step(row, by))
            card.body.addWidget(row)
            self.rows.append(row)
        button = make_small(QPushButton(self.tr("+ Slot")))
        button.setObjectName(f"add_{day.isoformat()}")
        button.setAccessibleName(self.tr("New slot on {day}").format(day=title))
        button.clicked.connect(lambda: self.add(day))
        line = QHBoxLayout()
        line.addWidget(button)
        line.addStretch(1)
        card.body.addLayout(line)
        self._cards[day], self._adders[day.isoformat()] = card, button
        return card

    def show_goal(self, goal: Goal) -> None:
        """Show the programme of an event, or a slot in it."""
        slot = self.session.store.get(Meeting, goal.record) if goal.record else None
        if slot is not None:
            self._after = slot.id
        if goal.record and self._let_go():
            self.show_event((slot.event or "") if slot else goal.record)
        if self.isVisible() and slot is None:
            self.take_focus()

    def show_event(self, event: str) -> None:
        self._event, self._has_chosen = event, True
        self.refresh()

    def keep_place(self) -> object:
        """Return the event and the slot that the cursor is on, or was last."""
        return self._event, self._focused() or self._last_slot

    def return_to(self, goal: Goal, kept: object) -> None:
        """Show the programme of the same event with the cursor on the same slot."""
        match kept:
            case (str(event), _) if event == self._event and self.editor is not None:
                self.editor.take_focus()
            case (str(event), str(slot)) if self._let_go():
                self._after = slot
                self.show_event(event)
                if not slot:
                    self.take_focus()
            case _:
                self.show_goal(goal)

    def current_country(self) -> str:
        row = self._row_of(self._focused())
        return (row.meeting.participant or "") if row else ""

    def current_event(self) -> str:
        return self._event

    # ---- acting ----

    def _act(self, what: str, meeting: Meeting) -> None:
        if what == "edit":
            self.edit(meeting)
        elif what == "brief" and meeting.participant:
            self.brief_asked.emit(meeting.participant)
        elif what == "meeting_brief" and meeting.participant:
            self.session.go(Goal("packs", meeting.id))
        elif what == "result" and meeting.outreach:
            self.session.go(Goal("outreach", meeting.outreach))
        elif what == "result":
            self.result_asked.emit(desk.result_of(self.session.store, meeting, self.session.today))
        elif what == "history":
            class_of("record")(self.session, meeting, self).open()
        elif what == "delete":
            self._drop(meeting)
        elif what in ("confirm", "cancel"):
            state = MeetingState.CONFIRMED if what == "confirm" else MeetingState.CANCELLED
            self._turn(meeting, MeetingState.PLANNED if meeting.state is state else state)

    def _turn(self, meeting: Meeting, state: MeetingState) -> None:
        if meeting.state is MeetingState.HELD:
            return  # what was held is neither confirmed nor cancelled any more
        self._after = meeting.id
        title = self._names.title(meeting)
        try:
            desk.plan_meetings(self.session.store, [replace(meeting, state=state)], title)
        except StoreError as error:
            store_trouble(self, error, self.session.language)
            return
        words = self.tr("{meeting}: {state}").format(meeting=title, state=self.session.label(state).lower())
        self.session.say(words, undo=True)

    def _choose(self, event: str) -> None:
        if not self._let_go():
            self.chooser.set_value(self._event)
            return
        self.show_event(event)


def _visits_first(event: Event) -> bool:
    return event.kind is not EventKind.VISIT
