"""Blocks 1 and 2 of the bilateral brief: when, where and how the meeting is held, and who sits at the table."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from hanoi_desk.briefing.bilateral_values import Attendee, Line, Table
from hanoi_desk.briefing.contacts import persons_of, post_words, spoken
from hanoi_desk.briefing.situation import Situation
from hanoi_desk.language import Language, clock, long_date, name_of, sign, word
from hanoi_desk.records import (
    Appointment,
    Event,
    Meeting,
    MeetingState,
    Officer,
    OutreachKind,
    Pack,
    Person,
)
from hanoi_desk.store import Query, Store

MOST_AT_TABLE = 5
_COMING = (MeetingState.PLANNED, MeetingState.CONFIRMED)


def next_meeting(store: Store, participant_id: str, today: date) -> Meeting | None:
    """Return the next planned meeting with a participant, today's included."""
    where = (("participant", "=", participant_id), ("on", ">=", today), ("state", "in", _COMING))
    return next(iter(store.all(Query(Meeting, where, order_by=("on", "time"), limit=1))), None)


def meeting_of(store: Store, pack: Pack | None, participant_id: str, today: date) -> Meeting | None:
    """Return the meeting that a brief is for: that of its pack, that of the pack's event, or the next one planned."""
    if pack and pack.meeting and (chosen := store.get(Meeting, pack.meeting)):
        return chosen
    if pack and pack.event:
        where = (("event", "=", pack.event), ("participant", "=", participant_id), ("state", "in", _COMING))
        fixed: list[Meeting] = store.all(Query(Meeting, where, order_by=("on", "time")))
        if fixed:
            return next((meeting for meeting in fixed if meeting.on >= today), fixed[-1])
    return next_meeting(store, participant_id, today)


@dataclass(frozen=True, slots=True)
class MeetingWords:
    """Words one meeting; what is not on file is said to be missing, never left blank."""

    store: Store
    situation: Situation
    meeting: Meeting | None
    language: Language
    press_line: str

    def heading(self) -> tuple[Line, ...]:
        """Return the heading: the left column from the top, then the right one; one line without a meeting."""
        m = self.meeting
        if m is None:
            return (Line(self._word("bilateral.block.heading"), self._word("bilateral.no_meeting")),)
        event = self.store.get(Event, m.event) if m and m.event else None
        kind = OutreachKind.MARGINS if event else OutreachKind.BILATERAL
        place = ", ".join(part for part in (m.place, event.place if event else "") if part)
        lines = {
            "type": self._word(f"bilateral.type_{kind.value}"),
            "host_event": name_of(event, self.language) if event else self._word("bilateral.no_event"),
            "date": self._day(m),
            "time": self._time(m),
            "place": place,
            "topic": m.topic,
            "language": spoken([m.language], self.language) if m.language else "",
            "interpreter": "",
            "press": self._word("bilateral.press_open") if self.press_line else "",
            "protocol": "",
        }
        missing = self._word("ui.not_recorded")
        return tuple(Line(self._word(f"bilateral.{key}"), text.strip() or missing) for key, text in lines.items())

    def tables(self) -> tuple[Table, Table]:
        """Return our side and theirs, the lead first; what is not sure is noted."""
        return self._ours(), self._theirs()

    def _ours(self) -> Table:
        side = self._word("bilateral.viet_nam")
        m = self.meeting
        if m is None:
            return Table(side, (), note=self._word("ui.not_recorded"))
        officers = {o.id: o for o in self.store.many(Officer, list(dict.fromkeys([*m.ours, m.note_taker or ""])))}
        listed = [officers[id_] for id_ in dict.fromkeys([*m.ours, m.note_taker]) if id_ in officers]
        people = [self._officer(officer, lead=not at) for at, officer in enumerate(listed)]
        people += [Attendee(name) for name in _names(m.ours_text)]
        return _limited(side, people, "" if people else self._word("ui.not_recorded"))

    def _officer(self, officer: Officer, *, lead: bool) -> Attendee:
        is_taking_notes = self.meeting is not None and officer.id == self.meeting.note_taker
        roles = [self._word("bilateral.lead")] if lead else []
        roles += [self._word("bilateral.note_taker")] if is_taking_notes else []
        return Attendee(officer.name, sign("; ", self.language).join(part for part in (officer.title, *roles) if part))

    def _theirs(self) -> Table:
        side, m = name_of(self.situation.participant, self.language), self.meeting
        lead = self.store.get(Person, m.counterpart) if m and m.counterpart else None
        people = [self._person(lead, self._post(lead), lead=True)] if lead else []
        people += [Attendee(name) for name in _names(m.counterpart_text if m else "")]
        if people:
            return _limited(side, people)
        known, more = persons_of(self.store, self.situation, limit=3)
        if not known:
            return Table(side, (), note=self._word("ui.not_recorded"))
        people = [self._person(person, post) for person, post in known]
        return Table(side, tuple(people), more, self._word("bilateral.not_confirmed"))

    def _post(self, person: Person) -> Appointment | None:
        day = self.meeting.on if self.meeting else self.situation.moment.date()
        posts = self.store.all(Query(Appointment, (("person", "=", person.id),), order_by="level"))
        return next((p for p in posts if (p.to_on is None or p.to_on >= day)), None)

    def _person(self, person: Person, post: Appointment | None, *, lead: bool = False) -> Attendee:
        said = self._word("brief.say", name=person.pronunciation.strip() or self._word("ui.not_recorded"))
        level = self._word(f"brief.level_{post.level}") if post and post.level else ""
        title = post_words(self.store, post, self.language) if post else ""
        role = self._word("bilateral.lead") if lead else ""
        address = ", ".join(part for part in (person.address, person.name) if part)
        return Attendee(address, sign("; ", self.language).join(part for part in (title, level, role, said) if part))

    def _day(self, meeting: Meeting) -> str:
        day = meeting.on
        comma = "" if self.language is Language.FR else ","
        return f"{self._word(f'weekday.{day.isoweekday()}')}{comma} {long_date(day, self.language)}"

    def _time(self, meeting: Meeting) -> str:
        if not meeting.time:
            return ""
        start = clock(meeting.time, self.language, brief=True)
        if not meeting.minutes:
            return self._word("bilateral.local_time", time=start)
        ends = datetime.fromisoformat(f"{meeting.on.isoformat()}T{meeting.time}") + timedelta(minutes=meeting.minutes)
        return self._word("bilateral.local_time", time=f"{start}-{clock(ends, self.language, brief=True)}")

    def _word(self, key: str, **gaps: object) -> str:
        return word(key, self.language, **gaps)


def _names(text: str) -> Iterator[str]:
    return (part.strip() for part in text.replace("\n", ";").split(";") if part.strip())


def _limited(side: str, people: list[Attendee], note: str = "") -> Table:
    return Table(side, tuple(people[:MOST_AT_TABLE]), max(0, len(people) - MOST_AT_TABLE), note)
