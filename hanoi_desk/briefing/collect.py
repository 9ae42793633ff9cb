"""Collects the one-page country brief from the store (pdf-products.md, section 2)."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from hanoi_desk.board import CONVENTION
from hanoi_desk.briefing.common import changed_since, newest_data, objective_of, sign_off, with_sources
from hanoi_desk.briefing.contacts import contacts_of, people_of, promises_of
from hanoi_desk.briefing.kept_facts import facts_of
from hanoi_desk.briefing.pack_texts import chosen_answers, chosen_points, texts_for
from hanoi_desk.briefing.points import LONGEST_ON_SHEET
from hanoi_desk.briefing.since import since_edition
from hanoi_desk.briefing.situation import Situation, situation_of
from hanoi_desk.briefing.sources import Sources
from hanoi_desk.briefing.strip import Strip
from hanoi_desk.briefing.values import Briefing, Marking, SourceLine
from hanoi_desk.coverage import leads
from hanoi_desk.language import Language, bound, name_of, terms, word, word_of
from hanoi_desk.records import (
    Coverage,
    Message,
    Mission,
    PackEdition,
    PackPart,
    PackText,
    RegionalGroup,
)
from hanoi_desk.store import Query, Store
from hanoi_desk.treaty import Ledger

MOST_POINTS, MOST_ANSWERS, MOST_AVOID = 4, 3, 2


def collect_country_brief(
    store: Store,
    participant_id: str,
    *,
    language: Language,
    now: datetime,
    printed_at: datetime | None = None,
    prepared_by: str = "",
    reviewed_by: str = "",
    reviewed_on: date | None = None,
    unit: str = "",
    number: str = "",
    version: int = 1,
    previous: date | None = None,
    edition: PackEdition | None = None,
    objective: str = "",
    texts: Sequence[PackText] = (),
    draft: bool = False,
    marking: Marking = Marking.INTERNAL,
    treaty_key: str = CONVENTION,
    ledger: Ledger | None = None,
) -> Briefing:
    """Return what the one-page brief on a participant says at `now`, an aware moment.

    It is also the print time, unless the page speaks of another day than that of its printing, `printed_at`.
    What changed is told since the last `edition`, or since the day of the last brief, `previous`. The `texts` of a pack
    go before what follows by rule from the bank and the record; without an `objective` of the drafter's one follows
    from the next legal step. Without a `number` of a register the id is `HD-KEN-2026-11-22`, from country and day.
    With the public marking it is the public sheet: treaty facts alone, without anything of our own side.
    A `ledger` of the treaty at that moment spares making it again where many briefs are collected.
    Raises UnknownCountry where the participant or the treaty is not on file, ValueError for a moment without time zone.
    """
    situation = situation_of(store, participant_id, now, treaty_key, ledger)
    if marking is Marking.PUBLIC:  # what only our own records tell is not for others
        situation = replace(situation, steps=tuple(step for step in situation.steps if step.source))
    sources = Sources(store, language)
    strip = Strip(store, situation, language, sources)
    cells, conflicts, deadline = strip.cells(), strip.conflicts(), strip.deadline()
    strip_sources = sources.lines()
    messages = store.all(Query(Message))
    own = texts_for(texts, participant_id, language)
    points = chosen_points(messages, situation, own, limit=MOST_POINTS)
    promises, promises_more = promises_of(store, situation, language)
    contacts, contacts_more = contacts_of(store, situation, language)
    people, people_more = people_of(store, situation, language)
    participant = situation.participant
    name = name_of(participant, language)
    formal = participant.name_en_formal if language is Language.EN else ""
    code = participant.iso3 or participant.key
    coverages = store.all(Query(Coverage, (("participant", "=", participant.id),)))
    lead = leads(coverages, situation.ledger.day).get(participant.id)
    mission = store.get(Mission, lead) if lead else None
    facts = facts_of(store, situation)
    told = since_edition(edition, participant.key, facts, language) if edition else None
    previous = edition.made_on if edition else previous
    briefing = Briefing(
        country_key=participant.key,
        code=code,
        name=name,
        formal_name=formal if formal != name else "",
        groups=_groups(situation, language),
        # The register knows capitals by their English names alone.
        capital=participant.capital if language is not Language.FR else "",
        mission=name_of(mission, language) if mission else "",
        cells=cells,
        conflicts=conflicts,
        next_step=bound(strip.next_step()),
        deadline=deadline,
        previous=previous,
        changed=bound(told or changed_since(store, situation, previous, language)),
        objective=objective.strip() or bound(own.first(PackPart.OBJECTIVE) or objective_of(situation, language)),
        points=with_sources(points, messages, sources),
        raised=chosen_answers(messages, situation, own, limit=MOST_ANSWERS, longest=LONGEST_ON_SHEET),
        promises=promises,
        promises_more=promises_more,
        contacts=contacts,
        contacts_more=contacts_more,
        people=people,
        people_more=people_more,
        sources=sources.lines(),
        sign_off=sign_off(prepared_by, reviewed_by, reviewed_on, (printed_at or now).date(), language),
        number=number or f"HD-{code}-{now:%Y-%m-%d}",
        version=version,
        unit=unit,
        draft=draft,
        marking=marking,
        as_of=newest_data(store, now),
        printed_at=printed_at or now,
        avoid=tuple(map(bound, own.all(PackPart.AVOID)[:MOST_AVOID])),
        press_line=bound(own.first(PackPart.PRESS_LINE).strip('“”"')),
        facts=facts,
    )
    return _for_others(briefing, strip_sources) if marking is Marking.PUBLIC else briefing


def _for_others(briefing: Briefing, sources: tuple[SourceLine, ...]) -> Briefing:
    """Return the public sheet of a brief: blocks 1 to 3 and their sources."""
    return replace(
        briefing,
        mission="",
        changed="",
        objective="",
        avoid=(),
        press_line="",
        points=(),
        raised=(),
        promises=(),
        promises_more=0,
        contacts=(),
        contacts_more=0,
        people=(),
        people_more=0,
        sources=sources,
        sign_off="",
    )


def file_name(briefing: Briefing, language: Language) -> str:
    """Return a name for the file, without marks: `HD_KEN_brief_2026-11-22_v2_vi.pdf`."""
    code = "".join(letter for letter in briefing.code if letter.isascii() and letter.isalnum()) or briefing.country_key
    return f"HD_{code}_brief_{briefing.printed_at:%Y-%m-%d}_v{briefing.version}_{language.value}.pdf"


def _groups(situation: Situation, language: Language) -> tuple[str, ...]:
    participant = situation.participant
    own = [word_of(participant.group, language)] if participant.group is not RegionalGroup.NONE else []
    memberships = dict.fromkeys(participant.memberships)
    if participant.eu_member:
        memberships.setdefault("european_union")
    # One that only a folder from elsewhere knows has no words here.
    return (*own, *(word(name, language) for key in memberships if (name := f"membership.{key}") in terms()))
