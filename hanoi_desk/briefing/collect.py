"""Collects the one-page country brief from the store (pdf-products.md, section 2)."""

from dataclasses import replace
from datetime import date, datetime

from hanoi_desk.board import CONVENTION
from hanoi_desk.briefing.contacts import contacts_of, people_of, promises_of
from hanoi_desk.briefing.points import answers_for, points_for
from hanoi_desk.briefing.situation import Situation, situation_of
from hanoi_desk.briefing.sources import Sources
from hanoi_desk.briefing.strip import Strip
from hanoi_desk.briefing.values import Briefing, Marking, Point, SourceLine
from hanoi_desk.coverage import leads
from hanoi_desk.language import Language, bound, capital, long_date, name_of, short_date, word, word_of
from hanoi_desk.records import (
    Commitment,
    Coverage,
    DomesticStage,
    Evidence,
    FollowUp,
    FollowUpState,
    Message,
    Mission,
    Outreach,
    OutreachCountry,
    RegionalGroup,
    TreatyAction,
)
from hanoi_desk.store import Query, Store
from hanoi_desk.treaty import LegalStep

MOST_POINTS, MOST_ANSWERS = 4, 3
_AT_PARLIAMENT = (DomesticStage.LEGAL_REVIEW, DomesticStage.PARLIAMENT_SUBMITTED)


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
    objective: str = "",
    draft: bool = False,
    marking: Marking = Marking.INTERNAL,
    treaty_key: str = CONVENTION,
) -> Briefing:
    """Return what the one-page brief on a participant says at `now`, an aware moment.

    It is also the print time, unless the page speaks of another day than that of its printing, `printed_at`.
    `previous` is the day of the last brief, for what changed since. Without an `objective` of the drafter's one follows
    from the next legal step. Without a `number` of a register the id is `HD-KEN-2026-11-22`, from country and day.
    With the public marking it is the public sheet: treaty facts alone, without anything of our own side.
    Raises UnknownCountry where the participant or the treaty is not on file, ValueError for a moment without time zone.
    """
    situation = situation_of(store, participant_id, now, treaty_key)
    if marking is Marking.PUBLIC:  # what only our own records tell is not for others
        situation = replace(situation, steps=tuple(step for step in situation.steps if step.source))
    sources = Sources(store, language)
    strip = Strip(store, situation, language, sources)
    cells, conflicts, deadline = strip.cells(), strip.conflicts(), strip.deadline()
    strip_sources = sources.lines()
    messages = store.all(Query(Message))
    points = points_for(messages, situation, language, limit=MOST_POINTS)
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
    briefing = Briefing(
        country_key=participant.key,
        code=code,
        name=name,
        formal_name=formal if formal != name else "",
        groups=_groups(situation, language),
        capital=participant.capital,
        mission=name_of(mission, language) if mission else "",
        cells=cells,
        conflicts=conflicts,
        next_step=bound(strip.next_step()),
        deadline=deadline,
        previous=previous,
        changed=bound(_changed(store, situation, previous, language)),
        objective=objective.strip() or bound(_objective(situation, language)),
        points=_with_sources(points, messages, sources),
        raised=answers_for(messages, situation, language, limit=MOST_ANSWERS),
        promises=promises,
        promises_more=promises_more,
        contacts=contacts,
        contacts_more=contacts_more,
        people=people,
        people_more=people_more,
        sources=sources.lines(),
        sign_off=_sign_off(prepared_by, reviewed_by, reviewed_on, (printed_at or now).date(), language),
        number=number or f"HD-{code}-{now:%Y-%m-%d}",
        version=version,
        unit=unit,
        draft=draft,
        marking=marking,
        as_of=_newest_data(store, now),
        printed_at=printed_at or now,
    )
    return _for_others(briefing, strip_sources) if marking is Marking.PUBLIC else briefing


def _for_others(briefing: Briefing, sources: tuple[SourceLine, ...]) -> Briefing:
    """Return the public sheet of a brief: blocks 1 to 3 and their sources."""
    return replace(
        briefing,
        mission="",
        changed="",
        objective="",
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
    return (*own, *(word(f"membership.{key}", language) for key in memberships))


def _newest_data(store: Store, now: datetime) -> datetime:
    """Return when the desk last took anything in, in the time zone of `now` and no later than it."""
    saves = store.saves(1)
    return min(saves[0].at.astimezone(now.tzinfo), now) if saves else now


def _changed(store: Store, situation: Situation, previous: date | None, language: Language) -> str:
    """Say in one sentence what is new since the last brief; that nothing changed is information too."""
    if previous is None:
        return word("brief.first", language)
    day = long_date(previous, language) if language is Language.EN else short_date(previous)
    own = ("participant", "=", situation.participant.id)
    of_treaty = ("treaty", "=", situation.treaty.id)
    today = situation.moment.date()
    with_it = Query(OutreachCountry, where=(own,), select="outreach")
    counts = {
        "action": store.count(Query(TreatyAction, where=(own, of_treaty, ("on", ">", previous)))),
        "contact": store.count(
            Query(Outreach, where=(("id", "in", with_it), ("held_on", ">", previous), ("held_on", "<=", today)))
        ),
        "commitment": store.count(Query(Commitment, where=(own, of_treaty, ("made_on", ">", previous)))),
        "overdue": store.count(
            Query(
                FollowUp,
                where=(own, ("state", "=", FollowUpState.OPEN), ("due_on", "<", today), ("due_on", ">=", previous)),
            )
        ),
    }
    news = [word(f"brief.new_{what}", language, n=n) for what, n in counts.items() if n]
    if not news:
        return word("brief.no_change_since", language, day=day)
    if not counts["action"]:
        news.insert(0, word("brief.record_unchanged", language))
    return word("brief.since", language, day=day, news="; ".join(news))


def _objective(situation: Situation, language: Language) -> str:
    """Return the objective that follows from the next legal step, so that success can be checked afterwards."""
    step, key = situation.next_step, situation.next_step.value
    if situation.is_organization and situation.is_signatory:
        key = "ratify_organization"
    elif step is LegalStep.RATIFY:
        at_parliament = situation.step is not None and situation.step.stage in _AT_PARLIAMENT
        key = "deposit" if situation.is_approved_at_home else "parliament" if at_parliament else key
    closes = situation.treaty.closes_on
    return word(
        f"brief.objective_{key}",
        language,
        name=name_of(situation.participant, language),
        day=long_date(closes, language) if closes else "",
    )


def _with_sources(points: tuple[Point, ...], messages: list[Message], sources: Sources) -> tuple[Point, ...]:
    """Give each point that does not rest on an official page the key of its source."""
    bank = {m.code: m for m in messages}
    keyed = []
    for point in points:
        message = bank[point.code]
        if message.evidence is Evidence.B:
            point = replace(point, source=sources.key_of_text(message.id, f"{point.code}: {message.source_text}."))
        keyed.append(point)
    return tuple(keyed)


def _sign_off(prepared_by: str, reviewed_by: str, reviewed_on: date | None, today: date, language: Language) -> str:
    missing = word("ui.not_recorded", language)
    prepared = f"{prepared_by}, {short_date(today)}" if prepared_by else missing
    reviewed = ", ".join(p for p in (reviewed_by, short_date(reviewed_on) if reviewed_on else "") if p) or missing
    labels = (word("doc.prepared_by", language), word("doc.reviewed_by", language))
    return " · ".join(f"{capital(label)}: {who}" for label, who in zip(labels, (prepared, reviewed), strict=True))
