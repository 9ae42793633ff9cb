"""What a plenary tracker shows of an event: every delegation in alphabetical order, and what each said."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from hanoi_desk.records import Event, Mention, Stance, Statement
from hanoi_desk.store import Query
from hanoi_desk.store.titles import first_line
from hanoi_desk.text import fold, sort_key
from hanoi_desk.ui.colours import Tone
from hanoi_desk.ui.record_model import Cell, Row
from hanoi_desk.ui.session import Session

#: The mark that stands before the words, since a colour never stands alone.
MARKS = {Mention.MENTIONED: "✓", Mention.NOT_MENTIONED: "–", Mention.NOT_HEARD: "·"}
TONES = {Mention.MENTIONED: Tone.GREEN, Mention.NOT_MENTIONED: Tone.AMBER, Mention.NOT_HEARD: Tone.NEUTRAL}


def heard(statement: Statement) -> str:
    """Return what was said, in our language where it is translated; only the very words stand in quotation marks."""
    words, ours = first_line(statement.words), first_line(statement.translation)
    quoted = f"“{words}”" if statement.verbatim and words else words
    return ours or quoted


@dataclass(frozen=True, slots=True)
class Wish:
    """Which delegations are wanted: whose name begins so, who stand so, and only those that attend."""

    text: str = ""
    mention: Mention | None = None
    attending: bool = False


@dataclass(frozen=True)
class Plenary:
    """The statements of one event, by delegation; of one agenda item only, if one is given."""

    session: Session
    event: Event
    item: str = ""
    statements: dict[str, list[Statement]] = field(default_factory=dict)

    @classmethod
    def read(cls, session: Session, event: Event, item: str) -> "Plenary":
        """Read what is on file; the statements of a delegation stand in the order in which they were noted."""
        found: dict[str, list[Statement]] = defaultdict(list)
        for one in session.store.all(Query(Statement, (("event", "=", event.id),))):
            if not item or fold(one.item) == fold(item):
                found[one.participant].append(one)
        return cls(session, event, item, dict(found))

    def statement(self, participant: str) -> Statement | None:
        """Return the newest statement of a delegation."""
        found = self.statements.get(participant)
        return found[-1] if found else None

    def mention(self, participant: str) -> Mention:
        """Return whether a delegation spoke of the Convention: once is enough."""
        found = {one.mention for one in self.statements.get(participant, ())}
        said = (one for one in (Mention.MENTIONED, Mention.NOT_MENTIONED) if one in found)
        return next(said, Mention.NOT_HEARD)

    def delegations(self, wish: Wish) -> list[str]:
        """Return the participants that are wanted, in the alphabetical order of the language of the window.

        Those that attend are those of the list of the event, and whoever spoke. Our own country is left out.
        """
        places, session = self.session.board().places, self.session
        ids = {id_ for id_, place in places.items() if place.participant.key != "VN"}
        if wish.attending:
            ids &= {*self.event.attended, *self.statements}
        if wish.text.strip():
            ids &= set(session.names.complete(wish.text, len(places)))
        if wish.mention is not None:
            ids = {one for one in ids if self.mention(one) is wish.mention}
        return sorted(ids, key=lambda one: sort_key(session.name(places[one].participant)))

    def counts(self, attending: bool) -> Counter[Mention]:
        """Return how many delegations stand how."""
        return Counter(self.mention(one) for one in self.delegations(Wish(attending=attending)))

    def rows(self, ids: Sequence[str]) -> list[Row]:
        """Return the rows of some delegations."""
        return [self._row(one) for one in ids]

    def _row(self, participant: str) -> Row:
        place, said = self.session.board().places.get(participant), self.statement(participant)
        mention = self.mention(participant)
        words = f"{MARKS[mention]} {self.session.label(mention)}"
        stance = self.session.label(said.stance) if said and said.stance is not Stance.NOT_STATED else ""
        quoted = heard(said) if said else ""
        more = len(self.statements.get(participant, ())) - 1
        about = " · ".join(filter(None, (said.speaker, said.item, f"+{more}" if more > 0 else ""))) if said else ""
        return (
            Cell(self.session.name(place.participant) if place else "", strong=True),
            Cell(words, TONES[mention]),
            Cell(quoted),
            Cell(stance, muted=True),
            Cell(about, muted=True),
        )
