"""Collects a document from the store, by its product, in each of its languages."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from hanoi_desk.briefing.bilateral import OwnCountry, collect_bilateral
from hanoi_desk.briefing.collect import collect_country_brief
from hanoi_desk.briefing.common import newest_data
from hanoi_desk.briefing.event_pack import PackWishes, collect_event_pack, participants_of_event
from hanoi_desk.briefing.kept_facts import Facts, edition_data, kept_facts, mark_of, marked
from hanoi_desk.briefing.leave_behind import Internal, LeaveBehindKind, collect_leave_behind, unsaid_lines
from hanoi_desk.briefing.pack_texts import PackTexts
from hanoi_desk.briefing.points import OURS
from hanoi_desk.briefing.progress import Progress, Steps
from hanoi_desk.briefing.report import collect_report
from hanoi_desk.briefing.situation import UnknownCountry
from hanoi_desk.documents.names import file_name, scope_words
from hanoi_desk.documents.values import CannotMake, Collected, Wanted
from hanoi_desk.language import Language, name_of
from hanoi_desk.pdf import Caution
from hanoi_desk.records import (
    Event,
    Marking,
    Mission,
    Officer,
    Outreach,
    PackEdition,
    PackPart,
    Participant,
    Product,
)
from hanoi_desk.store import Query, Store

#: Among so many editions of other packs it is looked for when a State was last told of.
_MOST_OTHERS = 50


def collect(
    store: Store,
    wanted: Wanted,
    *,
    progress: Progress | None = None,
    is_cancelled: Callable[[], bool] | None = None,
) -> Collected:
    """Return all that a document says; nothing may be written to the store meanwhile.

    `progress` is told after each paper that is collected, and `is_cancelled` is asked then.
    :raises CannotMake: where what is asked for makes no document.
    :raises Cancelled: when it was to stop.
    :raises NoTreaty: when the treaty is not on file.
    """
    collecting = _Collecting(store, wanted, Steps(0))
    if progress:
        collecting.steps.progress = progress
    if is_cancelled:
        collecting.steps.is_cancelled = is_cancelled
    makers = {
        Product.BRIEF: collecting.briefs,
        Product.BILATERAL: collecting.bilaterals,
        Product.EVENT: collecting.event_pack,
        Product.REPORT: collecting.reports,
        Product.LEAVE_BEHIND: collecting.leave_behinds,
    }
    try:
        return makers[wanted.pack.product]()
    except OwnCountry as error:
        raise CannotMake("document.own_country") from error
    except UnknownCountry as error:
        raise CannotMake("document.unknown_country", name=str(error)) from error
    except Internal as error:
        raise CannotMake("document.internal", found=error.found) from error


@dataclass(slots=True)
class _Collecting:
    store: Store
    wanted: Wanted
    steps: Steps
    languages: tuple[Language, ...] = field(init=False)
    previous: PackEdition | None = field(init=False)
    version: int = field(init=False)
    others: list[tuple[PackEdition, Facts]] | None = None  # of other packs, the newest first

    def __post_init__(self) -> None:
        pack = self.wanted.pack
        self.languages = tuple(Language(code) for code in pack.language.value.split("+"))
        self.previous = last_edition(self.store, pack.id)
        self.version = self.wanted.version or (self.previous.number + 1 if self.previous else 1)

    # ---- the products ----

    def briefs(self) -> Collected:
        """One page for each country and language."""
        wanted, participants = self.wanted, self._participants()
        self.steps.total = len(participants) * len(self.languages)
        found = []
        for participant in participants:
            for language in self.languages:
                brief = collect_country_brief(
                    self.store,
                    participant.id,
                    texts=wanted.texts,
                    marking=wanted.pack.marking,
                    **self._said_of(participant, language),
                )
                found.append((brief, language))
                self.steps.done(brief.name)
        return self._collected(
            briefs=tuple(found),
            as_of=found[0][0].as_of,
            subjects=participants,
            data=self._data([(language, brief.country_key, marked(brief)) for brief, language in found]),
            changed=self._changed(
                [(one.name, one.changed) for one, language in found if one.previous and self._is_first(language)]
            ),
        )

    def bilaterals(self) -> Collected:
        """A brief for a meeting with each of the countries but our own, in each language."""
        wanted, participants = self.wanted, self._participants()
        self._refuse_public()
        if len(participants) > 1:
            participants = tuple(one for one in participants if one.key != OURS)
        self.steps.total = len(participants) * len(self.languages)
        found = []
        for participant in participants:
            for language in self.languages:
                brief = collect_bilateral(
                    self.store,
                    participant.id,
                    pack=wanted.pack,
                    texts=wanted.texts,
                    **self._said_of(participant, language),
                )
                found.append(brief)
                self.steps.done(brief.name)
        return self._collected(
            bilaterals=tuple(found),
            as_of=found[0].as_of,
            subjects=participants,
            data=self._data([(brief.language, brief.country_key, marked(brief)) for brief in found]),
            changed=self._changed([(brief.name, brief.changed) for brief in found if self._is_first(brief.language)]),
        )

    def event_pack(self) -> Collected:
        """A pack in each language, from the same data."""
        wanted, pack = self.wanted, self.wanted.pack
        self._refuse_public()
        event = self.store.get(Event, pack.event) if pack.event else None
        ids = pack.participants or (participants_of_event(self.store, event) if event else ())
        if not ids:
            raise CannotMake("document.no_countries")
        wishes = PackWishes(
            event=event,
            texts=wanted.texts,
            sections=pack.sections,
            head_of_delegation=pack.head_of_delegation,
            distribution=pack.distribution,
            copies=wanted.copies,
            prepared_by=self._prepared_by(),
            reviewed_by=self._reviewed_by(),
            number=wanted.number,
            version=self.version,
            previous=self.previous,
            draft=wanted.draft,
            marking=pack.marking,
        )
        self.steps.total = len(ids) * len(self.languages)
        packs = tuple(
            collect_event_pack(
                self.store,
                ids,
                language=language,
                now=wanted.moment,
                printed_at=wanted.printed_at,
                wishes=replace(wishes, facet=scope_words(pack.facet, language), unit=self._unit(language)),
                progress=lambda _done, _of, name: self.steps.done(name),
            )
            for language in self.languages
        )
        return self._collected(
            packs=packs,
            as_of=packs[0].as_of,
            subjects=(),
            annexes=wanted.annexes,
            data=edition_data({one.language: one.facts for one in packs}),
            changed=tuple(text for _, text in packs[0].changed),
        )

    def leave_behinds(self) -> Collected:
        """What is handed over to one country, in each language; texts for another product are never taken."""
        wanted, participants = self.wanted, self._participants()
        if len(participants) != 1:
            raise CannotMake("document.one_country")
        self.steps.total = len(self.languages)
        papers = tuple(
            collect_leave_behind(
                self.store,
                participants[0].id,
                kind=LeaveBehindKind.NON_PAPER if wanted.is_non_paper else LeaveBehindKind.AIDE_MEMOIRE,
                language=language,
                now=wanted.moment,
                texts=wanted.texts,
            )
            for language in self.languages
        )
        marks = [(one.language, participants[0].key, {"sheet": mark_of(one.paragraphs)}) for one in papers]
        return self._collected(
            leave_behinds=papers,
            as_of=newest_data(self.store, wanted.moment),
            subjects=participants,
            data=self._data(marks),
            cautions=self._unsaid(participants[0]) if wanted.is_non_paper else (),
        )

    def reports(self) -> Collected:
        """The formal report on the contact that the pack is about, in each language."""
        if Language.FR in self.languages:  # it is a letter to our own capital
            raise CannotMake("document.not_in_french")
        wanted, pack = self.wanted, self.wanted.pack
        outreach = self.store.get(Outreach, pack.outreach) if pack.outreach else None
        if outreach is None:
            raise CannotMake("document.no_outreach")
        wishes = replace(wanted.report, recipients=pack.distribution or wanted.report.recipients, marking=pack.marking)
        self.steps.total = len(self.languages)
        found = tuple(
            collect_report(self.store, outreach.id, language=language, printed_at=wanted.printed_at, wishes=wishes)
            for language in self.languages
        )
        marks = [(one.language, "paper:report", {"sheet": mark_of(one.parts)}) for one in found]
        return self._collected(
            reports=found, as_of=newest_data(self.store, wanted.moment), subjects=(), data=self._data(marks)
        )

    def _unsaid(self, participant: Participant) -> tuple[tuple[Caution, str], ...]:
        lines = [
            line for language in self.languages for line in unsaid_lines(self.wanted.texts, participant.id, language)
        ]
        return tuple((Caution.NAMES_US, line) for line in dict.fromkeys(lines))

    # ---- what they share ----

    def _said_of(self, participant: Participant, language: Language) -> dict[str, Any]:
        """Return what every brief about a State is told of itself: its language, moments, names, number and edition."""
        wanted = self.wanted
        return {
            "language": language,
            "now": wanted.moment,
            "printed_at": wanted.printed_at,
            "prepared_by": self._prepared_by(),
            "reviewed_by": self._reviewed_by(),
            "unit": self._unit(language),
            "number": wanted.number,
            "version": self.version,
            "edition": self.previous or self._other_edition(participant),
            "draft": wanted.draft,
        }

    def _data(self, papers: Sequence[tuple[Language, str, dict[str, str]]]) -> str:
        found: dict[Language, Facts] = {language: {} for language in self.languages}
        for language, key, facts in papers:
            found[language][key] = facts
        return edition_data(found)

    def _newest(self) -> datetime:
        return newest_data(self.store, self.wanted.moment)

    def _other_edition(self, participant: Participant) -> PackEdition | None:
        """Return the last edition of another pack that told of this State, as one without a version."""
        if self.others is None:
            found = self.store.all(Query(PackEdition, order_by=("-made_on", "-document"), limit=_MOST_OTHERS))
            self.others = [(replace(one, number=0), kept_facts(one, self.languages[0])) for one in found]
        return next((edition for edition, facts in self.others if "status" in facts.get(participant.key, {})), None)

    def _is_first(self, language: Language) -> bool:
        return language is self.languages[0]

    def _changed(self, told: Sequence[tuple[str, str]]) -> tuple[str, ...]:
        """Return what changed since the last edition, country by country; what is empty has none."""
        return tuple(text if len(told) == 1 else f"{name}: {text}" for name, text in told if text)

    def _collected(self, *, as_of: datetime, subjects: Sequence[Participant], **more: object) -> Collected:
        wanted = self.wanted
        return Collected(
            product=wanted.pack.product,
            paper=wanted.pack.paper,
            languages=self.languages,
            copies=wanted.copies,
            number=wanted.number,
            version=self.version,
            as_of=as_of,
            file_name=file_name(wanted, subjects, self.languages, self.version),
            drafted=tuple(self._drafted()),
            **more,  # type: ignore[arg-type]
        )

    def _drafted(self) -> Iterator[str]:
        """Yield the texts of the pack that are to be said in it: of an answer what follows its question."""
        pack = self.wanted.pack
        for row in self.wanted.texts:
            is_elsewhere = pack.participants and row.participant and row.participant not in pack.participants
            is_inside = pack.product is Product.LEAVE_BEHIND and row.part is not PackPart.POINT
            if row.part is PackPart.LEFT_OUT or is_elsewhere or is_inside or pack.product is Product.REPORT:
                continue
            for language in self.languages:
                said = PackTexts((row,), language).said(row)
                answer = said.partition("\n")[2].strip() if row.part is PackPart.ANSWER else ""
                if said:
                    yield answer or said

    def _participants(self) -> tuple[Participant, ...]:
        ids = list(dict.fromkeys(self.wanted.pack.participants))
        found = {one.id: one for one in self.store.many(Participant, ids)}
        if not ids:
            raise CannotMake("document.no_country")
        for id_ in ids:
            if id_ not in found:
                raise UnknownCountry(id_)
        return tuple(found[id_] for id_ in ids)

    def _refuse_public(self) -> None:
        if self.wanted.pack.marking is Marking.PUBLIC:
            raise CannotMake("document.not_public")

    def _unit(self, language: Language) -> str:
        mission = self.store.get(Mission, self.store.local("mission") or "")
        return name_of(mission, language) if mission else ""

    def _prepared_by(self) -> str:
        pack = self.wanted.pack
        officer = self.store.get(Officer, pack.prepared_by or self.store.who)
        return officer.name if officer else ""

    def _reviewed_by(self) -> str:
        pack = self.wanted.pack
        officer = self.store.get(Officer, pack.reviewed_by) if pack.reviewed_by else None
        return officer.name if officer else ""


def last_edition(store: Store, pack_id: str) -> PackEdition | None:
    """Return the last edition of a pack, None where it has none."""
    found = store.all(Query(PackEdition, (("pack", "=", pack_id),), order_by=("-number", "-as_of"), limit=1))
    return next(iter(found), None)
