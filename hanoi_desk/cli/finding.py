"""The command that searches a desk."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from hanoi_desk.cli.call import Call
from hanoi_desk.language import Language, name_of, word, word_of
from hanoi_desk.records import (
    Appointment,
    Ask,
    Commitment,
    DomesticStep,
    Event,
    FollowUp,
    Message,
    Organisation,
    Outreach,
    OutreachCountry,
    Participant,
    Person,
    Record,
    Source,
    Treaty,
    TreatyAction,
)
from hanoi_desk.store import Query, Store
from hanoi_desk.store.titles import title

#: How many records of each kind are shown.
MOST_OF_A_KIND = 50


def search(call: Call) -> None:
    """Show the records that hold all the words: those with these very accents first, then the others, each by kind."""
    with call.open_desk() as store:
        hits = sorted(store.search(" ".join(call.asked.text), MOST_OF_A_KIND), key=lambda hit: not hit.exact)
        teller = _Teller(store, Language.EN if call.asked.json else call.console.language)
        found = [(hit, record) for hit in hits if (record := store.get(hit.kind, hit.id))]
        rows = [
            {
                "kind": hit.kind.table,
                "id": hit.id,
                "title": teller.title(record),
                "exact": hit.exact,
                "detail": teller.detail(record),
            }
            for hit, record in found
        ]
    if call.asked.json:
        call.console.give(rows)
    elif not rows:
        call.console.say(call.console.word("cli.search.nothing"))
    for row in () if call.asked.json else rows:
        kind = word(f"record.{row['kind']}", call.console.language)
        call.console.say(" | ".join(filter(None, (kind, str(row["title"]), str(row["detail"])))))


@dataclass(frozen=True, slots=True)
class _Teller:
    """Says in one language what a record is."""

    store: Store
    language: Language

    def title(self, record: Record) -> str:
        """Return the words by which a record is known; never empty, and on one line."""
        named = isinstance(record, Participant | Treaty | Organisation | Event)
        words = name_of(record, self.language) if named else title(record)  # type: ignore[arg-type]
        return " ".join(words.split()) or word(f"record.{record.table}", self.language)

    def detail(self, record: Record) -> str:
        """Return what tells a record from others with the same title: who, when, which."""
        tell = _DETAILS.get(type(record))
        return "; ".join(filter(None, map(str, tell(self, record)))) if tell else ""

    def name(self, participant: str | None) -> str:
        """Return the name of a participant, or nothing."""
        found = self.store.get(Participant, participant) if participant else None
        return name_of(found, self.language) if found else ""

    def names_at(self, outreach: str) -> str:
        """Return the names of those whom a contact was with."""
        own = self.store.all(Query(OutreachCountry, (("outreach", "=", outreach),), order_by="position"))
        return ", ".join(self.name(said.participant) for said in own)

    def posts(self, person: str) -> str:
        """Return the posts of a person."""
        own = self.store.all(Query(Appointment, (("person", "=", person),), order_by="from_on", descending=True))
        return ", ".join(post.title for post in own)


_DETAILS: dict[type[Record], Callable[[_Teller, Any], tuple[object, ...]]] = {
    Participant: lambda t, r: (r.iso3 or r.key, r.capital),
    Person: lambda t, r: (t.posts(r.id), t.name(r.participant)),
    Outreach: lambda t, r: (r.held_on, t.names_at(r.id), r.place),
    Commitment: lambda t, r: (r.made_on, t.name(r.participant), word_of(r.act, t.language), r.by),
    Ask: lambda t, r: (word_of(r.direction, t.language), t.name(r.participant), word_of(r.state, t.language)),
    FollowUp: lambda t, r: (r.due_on, t.name(r.participant), word_of(r.state, t.language)),
    Event: lambda t, r: (r.starts_on, r.place),
    Organisation: lambda t, r: (r.acronym, r.city),
    DomesticStep: lambda t, r: (r.on, t.name(r.participant), word_of(r.stage, t.language)),
    Message: lambda t, r: (r.point_vi if t.language is Language.VI else r.point_en,),
    Treaty: lambda t, r: (r.number,),
    TreatyAction: lambda t, r: (r.on, t.name(r.participant), word_of(r.act, t.language)),
    Source: lambda t, r: (r.on or r.as_of, r.author),
}
