"""Collects the formal report (Báo cáo) on one contact, as a draft for the clerk of the mission (Decree 30/2020)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from hanoi_desk.briefing.contacts import words_said
from hanoi_desk.briefing.values import Marking
from hanoi_desk.language import (
    Language,
    bound,
    clock,
    joined,
    long_date,
    name_of,
    promised_for,
    short_date,
    word,
    word_key,
    word_of,
)
from hanoi_desk.records import (
    Commitment,
    FollowUp,
    Mission,
    Outreach,
    OutreachCountry,
    OutreachPerson,
    Participant,
    Side,
)
from hanoi_desk.store import Query, Store


@dataclass(frozen=True, slots=True)
class ReportPart:
    """A numbered part of the report: its heading and its paragraphs."""

    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The report on one contact, box by box of the decree; the number is left open for the clerk."""

    language: Language
    parent: str
    issuer: str
    number: str
    place_and_date: str
    kind: str
    subject: str
    addressee: str
    parts: tuple[ReportPart, ...]
    signatory_post: str
    signatory: str
    recipients: tuple[str, ...]
    document: str
    marking: Marking
    printed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportWishes:
    """What the desk does not hold: symbol of the number, place, addressee, who signs, to whom it goes."""

    symbol: str = "BC-"
    place: str = ""
    addressee: str = ""
    signatory_post: str = ""
    signatory: str = ""
    recipients: tuple[str, ...] = ()
    marking: Marking = Marking.INTERNAL


def collect_report(
    store: Store,
    outreach_id: str,
    *,
    language: Language = Language.VI,
    printed_at: datetime,
    wishes: ReportWishes | None = None,
) -> Report:
    """Return the report on a contact; what is not on file is said to be missing, and nothing is left blank.

    :raises KeyError: when there is no such contact.
    """
    asked = wishes or ReportWishes()
    outreach = store.need(Outreach, outreach_id)
    mission = store.get(Mission, outreach.mission) if outreach.mission else None
    maker = _Maker(store, outreach, language)
    place = asked.place or (mission and (mission.city_vi if language is Language.VI else mission.city_en)) or ""
    day = long_date(printed_at.date(), language)
    unit = name_of(mission, language) if mission else ""
    recipients = asked.recipients or (word("report.recipients_default", language),)
    return Report(
        language=language,
        parent=word("org.mfa", language).upper(),
        issuer=(unit or word("ui.not_recorded", language)).upper(),
        number=word("report.number", language, symbol=asked.symbol).replace("  ", "\u00a0\u00a0"),
        place_and_date=word(
            "report.place_and_date", language, place=place or word("ui.not_recorded", language), day=day
        ),
        kind=word("report.kind", language),
        subject=maker.subject(),
        addressee=word("report.addressee", language, name=asked.addressee or word("org.mfa", language)),
        parts=maker.parts(),
        signatory_post=(asked.signatory_post or word("report.signatory", language)).upper(),
        signatory=asked.signatory,
        recipients=(*recipients, word("report.archive", language, unit=outreach.reference or unit or "…")),
        document=f"HD-BC-{outreach.held_on:%Y-%m-%d}",
        marking=asked.marking,
        printed_at=printed_at,
    )


@dataclass(frozen=True, slots=True)
class _Maker:
    store: Store
    outreach: Outreach
    language: Language

    def subject(self) -> str:
        rows = self._rows()
        names = joined([self._name(row.participant) for row in rows], self.language) if rows else self.outreach.place
        day = long_date(self.outreach.held_on, self.language)
        kind = word(word_key(self.outreach.kind), self.language)
        return bound(self._word("report.subject", kind=kind, names=names or self._word("ui.not_recorded"), day=day))

    def parts(self) -> tuple[ReportPart, ...]:
        """Return the parts; those that tell of nothing on file are left out, but for the content."""
        parts = (
            ("facts", self._facts()),
            ("purpose", self._lines(self.outreach.purpose)),
            ("content", self._content() or [self._word("report.none")]),
            ("commitments", self._commitments()),
            ("follow_up", self._tasks()),
            ("comment", self._lines(self.outreach.comment)),
        )
        return tuple(
            ReportPart(self._word(f"report.part_{key}"), tuple(map(bound, lines))) for key, lines in parts if lines
        )

    def _facts(self) -> list[str]:
        held, kind = self.outreach, word(word_key(self.outreach.kind), self.language)
        day = long_date(held.held_on, self.language)
        if held.time:
            at = clock(held.time, self.language)
            day = f"{at} {day}" if self.language is Language.VI else f"{day}, {at}"
        place = held.place or self._word("ui.not_recorded").lower()
        there: list[OutreachPerson] = self.store.all(
            Query(OutreachPerson, (("outreach", "=", held.id),), order_by="position")
        )
        lines = [self._word("report.held", kind=kind, day=day, place=place)]
        for side, key in ((Side.OURS, "ours"), (Side.THEIRS, "theirs")):
            names = [self._person(one) for one in there if one.side is side]
            lines.append(self._word(f"report.{key}", names="; ".join(names) or self._word("ui.not_recorded").lower()))
        return lines

    def _person(self, person: OutreachPerson) -> str:
        return ", ".join(part for part in (person.name, person.title, person.organisation) if part)

    def _content(self) -> list[str]:
        lines = self._lines(self.outreach.summary)
        for row in self._rows():
            name = self._name(row.participant)
            if row.said.strip():
                lines.append(self._word("report.said", name=name, text=row.said.strip()))
            if row.quote.strip():
                lines.append(self._word("report.quoted", name=name, text=row.quote.strip()))
            if row.quote_translation.strip():
                lines.append(self._word("report.translated", text=row.quote_translation.strip()))
        lines += self._lines(self.outreach.notes)
        if self.outreach.questions.strip():
            lines.append(self._word("report.asked", text=self.outreach.questions.strip()))
        return lines

    def _commitments(self) -> list[str]:
        made: list[Commitment] = self.store.all(Query(Commitment, (("outreach", "=", self.outreach.id),)))
        return [
            self._word(
                "report.promised",
                name=self._name(one.participant),
                words=words_said(one, self.language).rstrip("."),
                grade=word_of(one.grade, self.language).lower(),
                by=promised_for(one, self.language),
            )
            for one in sorted(made, key=lambda one: (one.by or date.max, one.id))
        ]

    def _tasks(self) -> list[str]:
        tasks: list[FollowUp] = self.store.all(Query(FollowUp, (("outreach", "=", self.outreach.id),)))
        missing = self._word("ui.not_recorded").lower()
        return [
            self._word(
                "report.task",
                what=task.what.strip().rstrip("."),
                day=short_date(task.due_on) if task.due_on else missing,
            )
            for task in sorted(tasks, key=lambda task: (task.due_on or date.max, task.id))
        ]

    def _rows(self) -> Sequence[OutreachCountry]:
        rows: Sequence[OutreachCountry] = self.store.all(
            Query(OutreachCountry, (("outreach", "=", self.outreach.id),), order_by="position")
        )
        return rows

    def _name(self, participant: str) -> str:
        return name_of(self.store.need(Participant, participant), self.language)

    def _lines(self, text: str) -> list[str]:
        return [line.strip() for line in text.splitlines() if line.strip()]

    def _word(self, key: str, /, **gaps: object) -> str:
        return word(key, self.language, **gaps)
