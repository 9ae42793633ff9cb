"""The names that a programme shows, read once for all its slots, and the sentences about clashes."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject

from hanoi_desk.language import capital, short_range, terms
from hanoi_desk.programme import Clash, ClashOver, ends_at
from hanoi_desk.records import Event, Meeting, Officer, Organisation, Person
from hanoi_desk.text import fold
from hanoi_desk.ui.session import Session


class SlotNames(QObject):
    """Who and what the slots of a programme name, in the language of the window."""

    def __init__(self, session: Session, meetings: Sequence[Meeting]) -> None:
        super().__init__()
        self._session = session
        store = session.store
        self._meetings = {m.id: m for m in meetings}
        self._people = {p.id: p for p in store.many(Person, _ids(m.counterpart for m in meetings))}
        self._bodies = {o.id: o for o in store.many(Organisation, _ids(m.organisation for m in meetings))}
        officers = _ids([one for m in meetings for one in (*m.ours, m.note_taker)])
        self._officers = {o.id: o for o in store.many(Officer, officers)}
        self._events = {e.id: e for e in store.many(Event, _ids(m.event for m in meetings))}

    def hours(self, meeting: Meeting) -> str:
        """Return from when to when a slot runs, as far as it is known."""
        return "–".join(filter(None, (meeting.time, ends_at(meeting))))

    def whom(self, meeting: Meeting) -> str:
        """Return the country or the organization that is met."""
        place = self._session.board().places.get(meeting.participant or "")
        body = self._bodies.get(meeting.organisation or "")
        names = (self._session.name(place.participant) if place else "", self._session.name(body) if body else "")
        return ", ".join(filter(None, names))

    def theirs(self, meeting: Meeting) -> str:
        """Return who is met of it."""
        person = self._people.get(meeting.counterpart or "")
        return ", ".join(filter(None, (person.name if person else "", meeting.counterpart_text.strip())))

    def ours(self, meeting: Meeting) -> str:
        """Return who of us meets them."""
        names = [self._officers[one].name for one in meeting.ours if one in self._officers]
        return ", ".join(filter(None, (meeting.ours_text.strip(), *names)))

    def note_taker(self, meeting: Meeting) -> str:
        """Return who of us takes notes."""
        found = self._officers.get(meeting.note_taker or "")
        return found.name if found else ""

    def language(self, meeting: Meeting) -> str:
        """Return the language of a slot."""
        return spoken(self._session, meeting.language)

    def occasion(self, meeting: Meeting) -> str:
        """Return the event that a slot belongs to."""
        found = self._events.get(meeting.event or "")
        return self._session.name(found) if found else ""

    def title(self, meeting: Meeting) -> str:
        """Return the words by which a slot is known: whom, or what about."""
        named = self.whom(meeting) or self.theirs(meeting) or meeting.topic.strip()
        return named or self._session.word("record.meeting")

    def clash(self, clash: Clash, of: str) -> str:
        """Return what clashes with the slot `of`, in a sentence."""
        other = self._meetings[clash.second if clash.first == of else clash.first]
        sentence = {
            ClashOver.OFFICER: self.tr("{who} is also wanted at {time}: {meeting}"),
            ClashOver.PRINCIPAL: self.tr("{who} is also wanted at {time}: {meeting}"),
            ClashOver.COUNTERPART: self.tr("{who} is also met at {time}: {meeting}"),
            ClashOver.DELEGATION: self.tr("{who} is also met at {time}: {meeting}"),
            ClashOver.PLACE: self.tr("{place} is also taken at {time}: {meeting}"),
        }[clash.over]
        wanted = self._wanted(clash)
        return sentence.format(who=wanted, place=wanted, time=self.hours(other), meeting=self.title(other))

    def _wanted(self, clash: Clash) -> str:
        meeting = self._meetings[clash.first]
        officer, person = self._officers.get(clash.wanted), self._people.get(clash.wanted)
        if clash.over is ClashOver.DELEGATION:
            return self.whom(meeting)
        return officer.name if officer else person.name if person else clash.wanted


def event_words(session: Session, event: Event) -> str:
    """Return the name of an event with its days, for a list to choose from."""
    days = short_range(event.starts_on, event.ends_on) if event.starts_on else ""
    return " · ".join(filter(None, (session.name(event), days)))


def spoken(session: Session, language: str) -> str:
    """Return the name of a language that is kept by its key, or as it was typed."""
    key = f"language.{fold(language)}"
    return capital(session.word(key)) if key in terms() else language


def _ids(found: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(one for one in found if one))
