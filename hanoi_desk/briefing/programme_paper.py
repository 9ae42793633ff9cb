"""The programme of an event as a paper: a table for each day, with what clashes and where the sheets are."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hanoi_desk.briefing.pack_values import Column, Piece, Prose, Table, TableCell
from hanoi_desk.language import Language, capital, clock, long_date, name_of, sign, word, word_of
from hanoi_desk.programme import Clash, ClashOver, clashes, ends_at, in_order
from hanoi_desk.records import Meeting, MeetingState, Officer, Organisation, Participant, Person
from hanoi_desk.store import Store

_WIDTHS = (("time", 21), ("place", 26), ("meeting", 0), ("ours", 27), ("brief", 13), ("notes", 24))


@dataclass(frozen=True, slots=True)
class ProgrammePaper:
    """Words the meetings of an event; `papers` says which paper is the brief for a meeting, or the sheet of a State."""

    store: Store
    meetings: Sequence[Meeting]
    papers: Mapping[str, str]
    language: Language

    def pieces(self) -> tuple[Piece, ...]:
        """Return a table for each day, in order; cancelled meetings are left out."""
        standing = [m for m in in_order(self.meetings) if m.state is not MeetingState.CANCELLED]
        if not standing:
            return (Prose("", (word("pack.programme_none", self.language),)),)
        found = self._clashes(standing)
        days = dict.fromkeys(meeting.on for meeting in standing)
        columns = tuple(Column(word(f"pack.column_{key}", self.language), width) for key, width in _WIDTHS)
        return tuple(
            Table(
                capital(long_date(day, self.language)),
                columns,
                tuple(self._row(meeting, found.get(meeting.id, ())) for meeting in standing if meeting.on == day),
            )
            for day in days
        )

    def _row(self, meeting: Meeting, flagged: Sequence[str]) -> tuple[TableCell, ...]:
        missing = word("ui.not_recorded", self.language)
        state = "" if meeting.state is MeetingState.CONFIRMED else f" ({word_of(meeting.state, self.language).lower()})"
        topic = meeting.topic.strip().rstrip(".")
        what = ". ".join(part for part in (f"{self._who(meeting)}{state}", topic, *flagged) if part)
        return (
            TableCell(self._hours(meeting), bold=bool(flagged)),
            TableCell(meeting.place or missing),
            TableCell(what, bold=bool(flagged)),
            TableCell(self._ours(meeting) or missing),
            TableCell(self.papers.get(meeting.id) or self.papers.get(meeting.participant or "", "–")),
            TableCell(self._officer(meeting.note_taker) or missing),
        )

    def _hours(self, meeting: Meeting) -> str:
        if not meeting.time:
            return word("pack.no_time", self.language)
        start, end = clock(meeting.time, self.language, brief=True), ends_at(meeting)
        return f"{start}-{clock(end, self.language, brief=True)}" if end else start

    def _who(self, meeting: Meeting) -> str:
        state = self.store.get(Participant, meeting.participant) if meeting.participant else None
        body = self.store.get(Organisation, meeting.organisation) if meeting.organisation else None
        person = self.store.get(Person, meeting.counterpart) if meeting.counterpart else None
        named = [name_of(one, self.language) for one in (state, body) if one]
        return ", ".join([*named, *filter(None, (person.name if person else "", meeting.counterpart_text.strip()))])

    def _ours(self, meeting: Meeting) -> str:
        return ", ".join(filter(None, (meeting.ours_text.strip(), *map(self._officer, meeting.ours))))

    def _officer(self, officer_id: str | None) -> str:
        officer = self.store.get(Officer, officer_id) if officer_id else None
        return officer.name if officer else ""

    def _clashes(self, meetings: Sequence[Meeting]) -> dict[str, list[str]]:
        by_id = {meeting.id: meeting for meeting in meetings}
        over: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for clash in clashes(meetings):
            for one, other in ((clash.first, clash.second), (clash.second, clash.first)):
                at = clock(by_id[other].time, self.language, brief=True)
                over[one][at].append(self._over(clash))
        colon, semicolon = (sign(text, self.language) for text in (": ", "; "))
        return {
            one: [word("pack.clash", self.language, time=at) + colon + semicolon.join(w) for at, w in others.items()]
            for one, others in over.items()
        }

    def _over(self, clash: Clash) -> str:
        wanted = clash.wanted
        if clash.over is ClashOver.OFFICER:
            wanted = self._officer(clash.wanted) or clash.wanted
        elif clash.over is ClashOver.COUNTERPART:
            person = self.store.get(Person, clash.wanted)
            wanted = person.name if person else clash.wanted
        return word(f"pack.clash_{clash.over.value}", self.language, what=wanted)
