"""What a document is for: the event, the meeting or the contact that it is about."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from hanoi_desk.language import short_date
from hanoi_desk.records import Event, Meeting, MeetingState, Outreach, OutreachCountry, Product
from hanoi_desk.store import Query
from hanoi_desk.store.titles import title
from hanoi_desk.ui.events.slot_names import SlotNames, event_words
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import ChipEdit, ComboField, Suggestion

#: The field of a pack that holds what each product is for; the other products are for no occasion.
FIELDS = {Product.EVENT: "event", Product.BILATERAL: "meeting", Product.REPORT: "outreach"}
#: How many meetings are offered, the newest first, and how many contacts a search finds.
_MEETINGS, _FOUND = 300, 8


class OccasionField(QStackedWidget):
    """Events and meetings are chosen from a list, by typing a few letters too; contacts, which are many, are found."""

    chosen = Signal(str, str)  # the field of the pack, and the id, empty for none

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._field = ""
        self.list = ComboField()
        self.list.setObjectName("occasion_list")
        self.contact = ChipEdit(self._complete, "")
        self.contact.setObjectName("occasion_contact")
        self.addWidget(self.list)
        self.addWidget(self.contact)
        self.list.chosen.connect(lambda id_: self.chosen.emit(self._field, id_))
        self.contact.added.connect(self._take_one)
        self.contact.removed.connect(lambda _: self.chosen.emit("outreach", next(iter(self.contact.ids), "")))

    def set_name(self, name: str) -> None:
        """Name the field for screen readers."""
        self.list.setAccessibleName(name)
        self.contact.set_name(name)
        self.contact.line.setPlaceholderText(self.tr("Type words of the contact"))

    def show_occasion(self, product: Product, id_: str) -> None:
        """Offer what the product may be for, with one of them chosen."""
        self._field = FIELDS.get(product, "")
        if product is Product.REPORT:
            outreach = self._session.store.get(Outreach, id_) if id_ else None
            self.contact.set_chips([self._suggestion(outreach)] if outreach else [])
        elif product is Product.EVENT:
            self.list.set_choices([("", self.tr("No event")), *self._events()])
        elif product is Product.BILATERAL:
            self.list.set_choices([("", self.tr("The next meeting planned")), *self._meetings(id_)])
        self.list.set_value(id_)
        field = self.contact if product is Product.REPORT else self.list
        self.setCurrentWidget(field)
        self.setFocusProxy(field)
        self.setVisible(bool(self._field))

    def _events(self) -> list[tuple[str, str]]:
        events: list[Event] = self._session.store.all(Query(Event, order_by="starts_on", descending=True))
        return [(one.id, event_words(self._session, one)) for one in events]

    def _meetings(self, chosen: str) -> list[tuple[str, str]]:
        store = self._session.store
        held: list[Meeting] = store.all(Query(Meeting, order_by="on", descending=True, limit=_MEETINGS))
        if chosen and all(one.id != chosen for one in held):
            held += store.many(Meeting, [chosen])
        usable = [one for one in held if one.participant and one.state is not MeetingState.CANCELLED]
        names = SlotNames(self._session, usable)
        return [(one.id, self._meeting_words(one, names)) for one in usable]

    def _meeting_words(self, meeting: Meeting, names: SlotNames) -> str:
        parts = (names.whom(meeting), f"{short_date(meeting.on)} {meeting.time}".strip(), meeting.topic.strip())
        return ", ".join(filter(None, parts))

    def _complete(self, typed: str) -> list[Suggestion]:
        store = self._session.store
        hits = [hit.id for hit in store.search(typed, _FOUND) if hit.kind is Outreach]
        for id_ in self._session.names.complete(typed, 2):
            heard = Query(OutreachCountry, (("participant", "=", id_),), select="outreach")
            hits += store.ids(Query(Outreach, (("id", "in", heard),), order_by="held_on", descending=True, limit=4))
        return [self._suggestion(one) for one in store.many(Outreach, list(dict.fromkeys(hits))[:_FOUND])]

    def _suggestion(self, outreach: Outreach) -> Suggestion:
        heard: Sequence[OutreachCountry] = self._session.store.all(
            Query(OutreachCountry, (("outreach", "=", outreach.id),), order_by="position", limit=3)
        )
        places = self._session.board().places
        names = ", ".join(
            self._session.name(places[h.participant].participant) for h in heard if h.participant in places
        )
        words = title(outreach) or self._session.label(outreach.kind)
        return Suggestion(outreach.id, " · ".join(filter(None, (short_date(outreach.held_on), names))), words)

    def _take_one(self, suggestion: Suggestion) -> None:
        self.contact.set_chips([suggestion])
        self.chosen.emit("outreach", suggestion.id)
