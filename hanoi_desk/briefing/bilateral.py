"""Collects the brief for one bilateral meeting from the store (pdf-products.md, section 3)."""

from collections.abc import Sequence
from datetime import date, datetime

from hanoi_desk.board import CONVENTION
from hanoi_desk.briefing.background import Background
from hanoi_desk.briefing.bilateral_values import Bilateral, Line, Objective
from hanoi_desk.briefing.common import newest_data, objective_key, objective_of, with_sources
from hanoi_desk.briefing.in_sentences import in_sentence
from hanoi_desk.briefing.kept_facts import facts_of
from hanoi_desk.briefing.meeting import MeetingWords, meeting_of
from hanoi_desk.briefing.pack_texts import PackTexts, chosen_answers, chosen_points, texts_for, too_long
from hanoi_desk.briefing.pledges import our_pledges, their_pledges
from hanoi_desk.briefing.points import OURS
from hanoi_desk.briefing.since import since_edition
from hanoi_desk.briefing.situation import Situation, UnknownCountry, situation_of
from hanoi_desk.briefing.sources import Sources
from hanoi_desk.briefing.strip import Strip
from hanoi_desk.briefing.values import Marking
from hanoi_desk.briefing.verified import Verified
from hanoi_desk.language import Language, bound, capital, long_date, name_of, short_date, word
from hanoi_desk.records import Meeting, Message, Pack, PackEdition, PackPart, PackText
from hanoi_desk.store import Query, Store
from hanoi_desk.treaty import Ledger, LegalStep

MOST_POINTS, MOST_ANSWERS, MOST_OBJECTIVES, MOST_AVOID = 6, 6, 3, 2


class OwnCountry(UnknownCountry):
    """A meeting with our own country was asked for, or a paper to hand to it."""


def collect_bilateral(
    store: Store,
    participant_id: str,
    *,
    language: Language,
    now: datetime,
    meeting: Meeting | None = None,
    pack: Pack | None = None,
    texts: Sequence[PackText] = (),
    printed_at: datetime | None = None,
    prepared_by: str = "",
    reviewed_by: str = "",
    reviewed_on: date | None = None,
    unit: str = "",
    number: str = "",
    version: int = 1,
    edition: PackEdition | None = None,
    draft: bool = False,
    treaty_key: str = CONVENTION,
    ledger: Ledger | None = None,
) -> Bilateral:
    """Return what the brief for a meeting with a participant says at `now`, an aware moment.

    Without a `meeting` it is that of the pack or of its event, or the next one planned; without any, its heading says
    what is not on file. The `texts` of the pack go before what follows by rule from the bank and the record. What
    changed is told since the last `edition`. Without a `number` of a register the id is `HD-KEN-2026-11-22`. Raises
    UnknownCountry where the participant or the treaty is not on file, OwnCountry for Viet Nam itself, ValueError for a
    moment without time zone.
    """
    situation = situation_of(store, participant_id, now, treaty_key, ledger)
    participant = situation.participant
    if participant.key == OURS:
        raise OwnCountry(participant_id)
    if meeting is None:
        meeting = meeting_of(store, pack, participant_id, now.date())
    own = texts_for(texts, participant_id, language)
    sources = Sources(store, language)
    strip = Strip(store, situation, language, sources)
    cells, conflicts, deadline = strip.cells(), strip.conflicts(), strip.deadline()
    messages: list[Message] = store.all(Query(Message))
    points = with_sources(chosen_points(messages, situation, own, limit=MOST_POINTS), messages, sources)
    answers = chosen_answers(messages, situation, own, limit=MOST_ANSWERS)
    press_line = own.first(PackPart.PRESS_LINE)
    head = MeetingWords(store, situation, meeting, language, press_line)
    behind = Background(store, situation, language, sources, own)
    theirs, theirs_more = their_pledges(store, situation, language)
    ours, ours_more = our_pledges(store, situation, language)
    printed = printed_at or now
    facts = facts_of(store, situation)
    code = participant.iso3 or participant.key
    return Bilateral(
        language=language,
        country_key=participant.key,
        code=code,
        name=name_of(participant, language),
        day=meeting.on if meeting else now.date(),
        heading=head.heading(),
        tables=head.tables(),
        reason=bound(own.first(PackPart.REASON) or _reason(situation, language)),
        changed=(since_edition(edition, participant.key, facts, language) or "") if edition else "",
        objectives=_objectives(situation, own),
        cells=cells,
        conflicts=conflicts,
        next_step=bound(strip.next_step()),
        deadline=deadline,
        points=points,
        avoid=_avoid(own),
        press_line=press_line,
        interests=behind.interests(messages),
        raised=answers,
        theirs=theirs,
        theirs_more=theirs_more,
        ours=ours,
        ours_more=ours_more,
        usable=Verified(store, situation, language, sources).facts(),
        internal=behind.internal(cells, conflicts),
        timeline=behind.timeline(meeting),
        ladder=behind.ladder(),
        ladder_notes=behind.ladder_notes(),
        neighbours=behind.neighbours(cells[3]),
        context=behind.context(),
        biographies=behind.biographies(meeting),
        sources=sources.lines(),
        distribution=_distribution(pack, unit, language),
        sign_off=_sign_off(prepared_by, reviewed_by, reviewed_on, printed.date(), language),
        number=number or f"HD-{code}-{now:%Y-%m-%d}",
        version=version,
        unit=unit,
        draft=draft,
        marking=pack.marking if pack else Marking.INTERNAL,
        as_of=newest_data(store, now),
        printed_at=printed,
        too_long=too_long(points, answers, language),
        facts=facts,
    )


def _reason(situation: Situation, language: Language) -> str:
    """Return why now, where the drafter has not said it: what follows from the record."""
    name, closes = in_sentence(situation.participant, language), situation.treaty.closes_on
    if situation.has_joined:
        key = "joined"
    elif situation.is_signatory:
        key = "signatory"
    elif situation.days_left is None or closes is None:
        key = "closed"
    else:
        key = "open" if situation.days_left else "last_day"
    day = long_date(closes, language) if closes else ""
    return capital(word(f"bilateral.reason_{key}", language, name=name, day=day, n=situation.days_left or 0))


def _objectives(situation: Situation, texts: PackTexts) -> tuple[Objective, ...]:
    """Return the drafter's objectives, or those that follow from the next legal step."""
    language = texts.language
    missing = word("ui.not_recorded", language)
    drafted = [Objective(bound(text), bound(met) or missing) for text, met in texts.objectives()]
    if drafted:
        return tuple(drafted[:MOST_OBJECTIVES])
    first = objective_of(situation, language)
    met = word(f"bilateral.met_{objective_key(situation)}", language)
    is_settled = situation.next_step in (LegalStep.AWAIT_ENTRY, LegalStep.NONE, LegalStep.WAIT)
    focal = () if is_settled else ("focal_point",)
    more = [
        Objective(word(f"bilateral.objective_{key}", language), word(f"bilateral.met_{key}", language))
        for key in (*focal, "next_contact")
    ]
    return (Objective(bound(first), met), *more)


def _avoid(texts: PackTexts) -> tuple[str, ...]:
    drafted = texts.all(PackPart.AVOID)[:MOST_AVOID]
    return drafted or tuple(word(f"bilateral.avoid_{number}", texts.language) for number in (1, 2))


def _distribution(pack: Pack | None, unit: str, language: Language) -> tuple[str, ...]:
    listed = tuple(line.strip() for line in (pack.distribution if pack else ()) if line.strip())
    head = pack.head_of_delegation.strip() if pack else ""
    own = tuple(part for part in (head, unit) if part)
    return (*(listed or own), word("bilateral.file_copy", language))


def _sign_off(
    prepared_by: str, reviewed_by: str, reviewed_on: date | None, today: date, language: Language
) -> tuple[Line, ...]:
    missing = word("ui.not_recorded", language)
    prepared = f"{prepared_by}, {short_date(today)}" if prepared_by else missing
    reviewed = ", ".join(part for part in (reviewed_by, short_date(reviewed_on) if reviewed_on else "") if part)
    lines = (
        ("doc.prepared_by", prepared),
        ("doc.reviewed_by", reviewed or missing),
        ("doc.approved_by", missing),
        ("bilateral.reachable", missing),
    )
    return tuple(Line(capital(word(key, language)), text) for key, text in lines)


def bilateral_file_name(brief: Bilateral) -> str:
    """Return a name for the file, without marks: `HD_KEN_bilateral_2026-11-22_v2_vi.pdf`."""
    code = "".join(letter for letter in brief.code if letter.isascii() and letter.isalnum()) or brief.country_key
    return f"HD_{code}_bilateral_{brief.printed_at:%Y-%m-%d}_v{brief.version}_{brief.language.value}.pdf"
