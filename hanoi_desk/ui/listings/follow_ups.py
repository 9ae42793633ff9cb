"""Our tasks by day, overdue first."""

from collections.abc import Sequence

from hanoi_desk.language import overdue, short_date
from hanoi_desk.records import Ask, Commitment, FollowUp, FollowUpState, Officer, Repeat
from hanoi_desk.store import Query
from hanoi_desk.store.query import Condition
from hanoi_desk.ui.colours import Tone
from hanoi_desk.ui.listings.base import Column, Counter, Facet, Listing, Wanted
from hanoi_desk.ui.record_model import Cell, Ids, Listed, Row

_TONES = {"overdue": Tone.RED, "today": Tone.AMBER}


class FollowUpListing(Listing):
    """Tasks: what, for which country, due when, whose, and where they come from."""

    kind = FollowUp
    tables = ("follow_up", "outreach", "commitment", "ask", "event", "officer", "participant", "coverage")
    first_sort = ("", False)

    def columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("What to do"), 10.0, 5, 0, "what"),
            Column(self.tr("Country"), 6.0, 2, 1, "participant"),
            Column(self.tr("Due"), 6.0, 0, 0, "due_on"),
            Column(self.tr("State"), 7.6, 1, 0, "state"),
            Column(self.tr("Whose"), 6.0, 2, 3, "owner"),
            Column(self.tr("From"), 8.0, 3, 4, key="from"),
            Column(self.tr("By way of"), 6.0, 1, 6, "channel", at_first=False),
            Column(self.tr("Repeats"), 5.6, 1, 5, "repeat", at_first=False),
            Column(self.tr("Event"), 7.0, 2, 7, "event", at_first=False),
        )

    def counters(self) -> tuple[Counter, ...]:
        words = {
            "overdue": self.tr("Overdue"),
            "today": self.tr("Today"),
            "next": self.tr("Next"),
            "no_day": self.tr("No day"),
            "done": self.session.label(FollowUpState.DONE),
            "dropped": self.session.label(FollowUpState.DROPPED),
        }
        return tuple(
            Counter(key, text, self.store.count(Query(FollowUp, self._state(key))), _TONES.get(key, Tone.NEUTRAL))
            for key, text in words.items()
        )

    def facets(self) -> tuple[Facet, ...]:
        officers = self.store.all(Query(Officer, order_by="title"))
        owners = tuple((o.id, o.name) for o in officers)
        rhythms = tuple((one.value, self.session.label(one)) for one in Repeat)
        return (
            Facet("owner", self.tr("Whose"), owners),
            self.group_facet(),
            self.mission_facet(),
            Facet("repeat", self.tr("Repeats"), rhythms),
        )

    def amount(self, number: int) -> str:
        return self.tr("%n follow-up(s)", "", number)

    def ids(self, wanted: Wanted) -> Ids:
        where = (*self.conditions(wanted), *wanted.where)
        if wanted.sort:
            order = (wanted.sort,)
            return Listed(self.in_order(self.found(where, wanted.text, order, wanted.descending)))
        # To do before done, and of those to do the ones without a day last; of the others the newest first.
        ids: list[str] = []
        for more, order, down in (
            ((("state", "=", FollowUpState.OPEN), ("due_on", "is_not", None)), ("due_on",), False),
            ((("state", "=", FollowUpState.OPEN), ("due_on", "is", None)), ("title",), False),
            ((("state", "!=", FollowUpState.OPEN),), ("closed_on",), True),
        ):
            ids += self.in_order(self.found((*where, *more), wanted.text, order, down))
        return Listed(ids)

    def conditions(self, wanted: Wanted) -> tuple[Condition, ...]:
        found = list(self._state(wanted.counter)) if wanted.counter else []
        for key, value in wanted.facets.items():
            if not value:
                continue
            if key == "due":
                found += self._state(value)
            else:
                found.append(self.of_facet(key, value))
        return tuple(found)

    def rows(self, ids: Sequence[str]) -> list[Row]:
        tasks = {f.id: f for f in self.store.many(FollowUp, ids)}
        names = self.participants([f.participant for f in tasks.values()])
        origins = self.origins(list(tasks.values()))
        owners = {o.id: o.name for o in self.store.many(Officer, [f.owner for f in tasks.values() if f.owner])}
        events = self.events([f.event for f in tasks.values()])
        found: list[Row] = []
        for one in ids:
            f = tasks.get(one)
            if f is None:
                found.append(())
                continue
            words, tone = self.standing(f)
            found.append(
                (
                    Cell(f.what, strong=f.state is FollowUpState.OPEN),
                    Cell(names.get(f.participant or "", "")),
                    Cell(short_date(f.due_on) if f.due_on else ""),
                    Cell(words, tone),
                    Cell(owners.get(f.owner or "", ""), muted=True),
                    Cell(origins.get(one, ""), muted=True),
                    Cell(f.channel, muted=True),
                    Cell("" if f.repeat is Repeat.NONE else self.session.label(f.repeat), muted=True),
                    Cell(events.get(f.event or "", ""), muted=True),
                )
            )
        return found

    def origins(self, tasks: Sequence[FollowUp]) -> dict[str, str]:
        """Return where each task comes from, in words: the contact, or else the promise, the request or the event."""
        said_at = self.contacts([f.outreach for f in tasks])
        events = self.events([f.event for f in tasks])
        promises = {c.id: c for c in self.store.many(Commitment, [f.commitment for f in tasks if f.commitment])}
        asks = {a.id: a for a in self.store.many(Ask, [f.ask for f in tasks if f.ask])}
        found: dict[str, str] = {}
        for f in tasks:
            promise, ask = promises.get(f.commitment or ""), asks.get(f.ask or "")
            words = said_at.get(f.outreach or "")
            if not words and promise:
                words = self.tr("promise of {day}").format(day=short_date(promise.made_on))
            if not words and ask:
                words = self.tr("request: {what}").format(what=ask.what)
            found[f.id] = words or events.get(f.event or "", "")
        return found

    def standing(self, f: FollowUp) -> tuple[str, Tone]:
        """Return where a task stands in a few words, and their tone."""
        today = self.session.today
        if f.state is not FollowUpState.OPEN:
            return self.session.label(f.state), Tone.GREEN if f.state is FollowUpState.DONE else Tone.NEUTRAL
        if f.due_on is None:
            return self.tr("no day set"), Tone.NEUTRAL
        if f.due_on < today:
            return overdue(f.due_on, today, self.session.language), Tone.RED
        if f.due_on == today:
            return self.tr("due today"), Tone.AMBER
        return self.session.word("time.ahead", n=(f.due_on - today).days), Tone.NEUTRAL

    def _state(self, key: str) -> tuple[Condition, ...]:
        if key in (FollowUpState.DONE, FollowUpState.DROPPED):
            return (("state", "=", key),)
        due: dict[str, tuple[Condition, ...]] = {
            "overdue": (("due_on", "<", self.session.today),),
            "today": (("due_on", "=", self.session.today),),
            "next": (("due_on", ">", self.session.today),),
            "no_day": (("due_on", "is", None),),
        }
        return (("state", "=", FollowUpState.OPEN), *due.get(key, ()))
