"""Requests both ways: what we owe and what they owe, the oldest first."""

from collections.abc import Sequence

from hanoi_desk.agenda import OWED
from hanoi_desk.language import age, overdue, short_date
from hanoi_desk.records import Ask, AskDirection, AskKind, AskState, Officer
from hanoi_desk.store import Query
from hanoi_desk.store.query import Condition
from hanoi_desk.ui.colours import Tone
from hanoi_desk.ui.listings.base import Column, Counter, Facet, Listing, Wanted
from hanoi_desk.ui.record_model import Cell, Ids, Listed, Row

_WAITING: Condition = ("state", "in", sorted(OWED))
_TONES = {
    AskState.ANSWERED: Tone.GREEN,
    AskState.PROMISED: Tone.BLUE,
    AskState.OPEN: Tone.AMBER,
}


class AskListing(Listing):
    """Requests: what, whose, for how long they have waited, and what became of them."""

    kind = Ask
    tables = ("ask", "outreach", "officer", "participant", "organisation", "coverage")
    first_sort = ("", False)

    def columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("What is asked"), 8.4, 5, 0, "what"),
            Column(self.tr("Country"), 6.0, 2, 1, "participant"),
            Column(self.tr("Who asks"), 6.4, 1, 0, "direction"),
            Column(self.tr("Kind"), 6.4, 1, 4, "kind"),
            Column(self.tr("Asked"), 6.4, 1, 2, "asked_on"),
            Column(self.tr("Stands"), 7.2, 1, 0, "state"),
            Column(self.tr("Wanted by"), 7.0, 0, 5, "due_on"),
            Column(self.tr("Whose"), 6.0, 2, 6, "owner"),
            Column(self.tr("From"), 8.0, 2, 7, key="from", at_first=False),
            Column(self.tr("Answer"), 8.0, 2, 8, "answer", at_first=False),
        )

    def counters(self) -> tuple[Counter, ...]:
        words = {
            "we_owe": self.tr("We owe"),
            "they_owe": self.tr("They owe"),
            "late": self.tr("Late"),
            "answered": self.session.label(AskState.ANSWERED),
            "closed": self.tr("Closed"),
        }
        tones = {"we_owe": Tone.AMBER, "late": Tone.RED}
        return tuple(
            Counter(key, text, self.store.count(Query(Ask, self._state(key))), tones.get(key, Tone.NEUTRAL))
            for key, text in words.items()
        )

    def facets(self) -> tuple[Facet, ...]:
        officers = self.store.all(Query(Officer, order_by="title"))
        return (
            Facet("direction", self.tr("Who asks"), tuple((d.value, self.session.label(d)) for d in AskDirection)),
            Facet("kind", self.tr("Kind"), tuple((k.value, self.session.label(k)) for k in AskKind)),
            Facet("owner", self.tr("Whose"), tuple((o.id, o.name) for o in officers)),
            self.group_facet(),
            self.mission_facet(),
        )

    def amount(self, number: int) -> str:
        return self.tr("%n request(s)", "", number)

    def ids(self, wanted: Wanted) -> Ids:
        where = (*self.conditions(wanted), *wanted.where)
        if wanted.sort:
            return Listed(self.in_order(self.found(where, wanted.text, (wanted.sort,), wanted.descending)))
        # What waits before what is closed; of those that wait the oldest first, without a day last.
        ids: list[str] = []
        closed = ("state", "in", sorted(set(AskState) - OWED))
        for more, order, down in (
            ((_WAITING, ("asked_on", "is_not", None)), "asked_on", False),
            ((_WAITING, ("asked_on", "is", None)), "title", False),
            ((closed,), "answered_on", True),
        ):
            ids += self.in_order(self.found((*where, *more), wanted.text, (order,), down))
        return Listed(ids)

    def conditions(self, wanted: Wanted) -> tuple[Condition, ...]:
        found = list(self._state(wanted.counter)) if wanted.counter else []
        found += [self.of_facet(key, value) for key, value in wanted.facets.items() if value]
        return tuple(found)

    def rows(self, ids: Sequence[str]) -> list[Row]:
        asks = {a.id: a for a in self.store.many(Ask, ids)}
        names = self.participants([a.participant for a in asks.values()])
        bodies = self.organisations([a.organisation for a in asks.values()])
        owners = {o.id: o.name for o in self.store.many(Officer, [a.owner for a in asks.values() if a.owner])}
        said_at = self.contacts([a.outreach for a in asks.values()])
        return [
            self._row(
                asks[one],
                names.get(asks[one].participant or "") or bodies.get(asks[one].organisation or "", ""),
                owners.get(asks[one].owner or "", ""),
                said_at.get(asks[one].outreach or "", ""),
            )
            if one in asks
            else ()
            for one in ids
        ]

    def _row(self, ask: Ask, whom: str, owner: str, said_at: str) -> Row:
        words, tone = self.standing(ask)
        asked = age(ask.asked_on, self.session.today, self.session.language) if ask.asked_on else ""
        return (
            Cell(ask.what, strong=ask.state in OWED),
            Cell(whom),
            Cell(self.session.label(ask.direction)),
            Cell(self.session.label(ask.kind), muted=True),
            Cell(asked, muted=True),
            Cell(words, tone),
            Cell(short_date(ask.due_on) if ask.due_on else ""),
            Cell(owner, muted=True),
            Cell(said_at, muted=True),
            Cell(ask.answer, muted=True),
        )

    def standing(self, ask: Ask) -> tuple[str, Tone]:
        """Return where a request stands in a few words, and their tone."""
        if ask.state in OWED and ask.due_on and ask.due_on < self.session.today:
            return overdue(ask.due_on, self.session.today, self.session.language), Tone.RED
        return self.session.label(ask.state), _TONES.get(ask.state, Tone.NEUTRAL)

    def _state(self, key: str) -> tuple[Condition, ...]:
        conditions: dict[str, tuple[Condition, ...]] = {
            "we_owe": (_WAITING, ("direction", "=", AskDirection.THEIRS)),
            "they_owe": (_WAITING, ("direction", "=", AskDirection.OURS)),
            "late": (_WAITING, ("due_on", "<", self.session.today)),
            "answered": (("state", "=", AskState.ANSWERED),),
            "closed": (("state", "in", sorted((AskState.DECLINED, AskState.DROPPED))),),
        }
        return conditions[key]
