"""The message bank: what we may say, and how well each sentence is founded."""

from collections.abc import Sequence

from hanoi_desk.briefing.articles import articles_in
from hanoi_desk.briefing.points import are_articles_unchecked, is_unchecked, said
from hanoi_desk.records import Audience, Evidence, Message
from hanoi_desk.store import Query
from hanoi_desk.store.query import Condition
from hanoi_desk.ui.colours import Tone
from hanoi_desk.ui.listings.base import Column, Counter, Facet, Listing, Wanted
from hanoi_desk.ui.record_model import Cell, Row


class MessageListing(Listing):
    """Rows of the bank: code, sentence, articles and what it rests on. There are some eighty, so all are read."""

    kind = Message
    tables = ("message",)

    def columns(self) -> tuple[Column, ...]:
        return (
            Column(self.tr("Code"), 3.6, 0, 0, "title"),
            Column(self.tr("Point or answer"), 10.0, 6, 0, key="point"),
            Column(self.tr("Articles"), 6.2, 1, 2, key="articles"),
            Column(self.tr("Evidence"), 8.4, 1, 1, "evidence"),
        )

    def counters(self) -> tuple[Counter, ...]:
        number = len(self._unchecked())
        rule = self.tr("General knowledge only, or article numbers not compared with the authentic text.")
        return (Counter("unchecked", self.tr("Not checked"), number, Tone.AMBER if number else Tone.NEUTRAL, rule),)

    def facets(self) -> tuple[Facet, ...]:
        return (
            Facet("audience", self.tr("For whom"), tuple((one.value, self.session.label(one)) for one in Audience)),
            Facet("evidence", self.tr("Evidence"), tuple((one.value, self.session.label(one)) for one in Evidence)),
        )

    def amount(self, number: int) -> str:
        return self.tr("%n row(s) of the bank", "", number)

    def conditions(self, wanted: Wanted) -> tuple[Condition, ...]:
        found: list[Condition] = [("id", "in", self._unchecked())] if wanted.counter else []
        if audience := wanted.facets.get("audience"):
            meant = [one.id for one in self._bank() if Audience(audience) in one.audiences]
            found.append(("id", "in", meant))
        if evidence := wanted.facets.get("evidence"):
            found.append(("evidence", "=", evidence))
        return tuple(found)

    def of_participants(self, ids: Sequence[str]) -> Condition:
        """Return a condition that keeps nothing: no row belongs to one State."""
        return ("id", "in", [])

    def rows(self, ids: Sequence[str]) -> list[Row]:
        bank = {one.id: one for one in self.store.many(Message, ids)}
        return [self._row(bank[one]) if one in bank else () for one in ids]

    def said(self, message: Message) -> str:
        """Return the sentence in the language of the window."""
        return said(message, self.session.language, self.session.board().days_left)

    def _row(self, message: Message) -> Row:
        tone = Tone.AMBER if is_unchecked(message) else None
        evidence = self.session.label(message.evidence)
        if are_articles_unchecked(message) and message.evidence in (Evidence.A, Evidence.B):
            evidence = self.tr("{evidence}; articles not checked").format(evidence=evidence)
        return (
            Cell(message.code, strong=True),
            Cell(self.said(message)),
            Cell(articles_in(message.articles, self.session.language), muted=True),
            Cell(evidence, tone=tone, muted=tone is None),
        )

    def _bank(self) -> list[Message]:
        return self.store.all(Query(Message))

    def _unchecked(self) -> list[str]:
        return [one.id for one in self._bank() if is_unchecked(one)]
