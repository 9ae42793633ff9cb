"""What every brief needs beside its blocks: the age of its data, what is new, the objective, who signs it off."""

from dataclasses import replace
from datetime import date, datetime

from hanoi_desk.briefing.in_sentences import in_sentence
from hanoi_desk.briefing.situation import Situation
from hanoi_desk.briefing.sources import Sources
from hanoi_desk.briefing.values import Point
from hanoi_desk.language import Language, capital, long_date, short_date, sign, word
from hanoi_desk.records import (
    Commitment,
    DomesticStage,
    Evidence,
    FollowUp,
    FollowUpState,
    Message,
    Outreach,
    OutreachCountry,
    TreatyAction,
)
from hanoi_desk.store import Action, Query, Store
from hanoi_desk.treaty import LegalStep

_OF_PACKS = (Action.EDIT_PACK, Action.FREEZE_EDITION)
_AT_PARLIAMENT = (DomesticStage.LEGAL_REVIEW, DomesticStage.PARLIAMENT_SUBMITTED)


def newest_data(store: Store, now: datetime) -> datetime:
    """Return when the desk last took anything in, in the time zone of `now` and no later than it.

    What is saved of a pack itself is no news: a document made again after its edition was kept is of the same moment.
    """
    for limit in (1, 50):  # most often the last save is one
        saves = store.saves(limit)
        last = next((save for save in saves if save.action not in _OF_PACKS), saves[-1] if saves else None)
        if last and last.action not in _OF_PACKS:
            break
    return min(last.at.astimezone(now.tzinfo), now) if last else now


def changed_since(store: Store, situation: Situation, previous: date | None, language: Language) -> str:
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
    return word("brief.since", language, day=day, news=sign("; ", language).join(news))


def objective_of(situation: Situation, language: Language) -> str:
    """Return the objective that follows from the next legal step, so that success can be checked afterwards."""
    closes = situation.treaty.closes_on
    return word(
        f"brief.objective_{objective_key(situation)}",
        language,
        name=in_sentence(situation.participant, language),
        day=long_date(closes, language) if closes else "",
    )


def objective_key(situation: Situation) -> str:
    """Return by which key the words of the objective go: that of the next legal step, more exact where one can be."""
    step = situation.next_step
    if situation.is_organization and situation.is_signatory:
        return "ratify_organization"
    if step is not LegalStep.RATIFY:
        return step.value
    if situation.is_approved_at_home:
        return "deposit"
    at_parliament = situation.step is not None and situation.step.stage in _AT_PARLIAMENT
    return "parliament" if at_parliament else step.value


def with_sources(points: tuple[Point, ...], messages: list[Message], sources: Sources) -> tuple[Point, ...]:
    """Give each point that does not rest on an official page the key of its source."""
    bank = {m.code: m for m in messages}
    keyed = []
    for point in points:
        message = bank.get(point.code)
        if message and message.evidence is Evidence.B:
            point = replace(point, source=sources.key_of_text(message.id, f"{point.code}: {message.source_text}."))
        keyed.append(point)
    return tuple(keyed)


def sign_off(prepared_by: str, reviewed_by: str, reviewed_on: date | None, today: date, language: Language) -> str:
    """Return who prepared and who reviewed a paper, with the days, in one line."""
    missing = word("ui.not_recorded", language)
    prepared = f"{prepared_by}, {short_date(today)}" if prepared_by else missing
    reviewed = ", ".join(p for p in (reviewed_by, short_date(reviewed_on) if reviewed_on else "") if p) or missing
    labels = (word("doc.prepared_by", language), word("doc.reviewed_by", language))
    colon = sign(": ", language)
    return " · ".join(f"{capital(one)}{colon}{who}" for one, who in zip(labels, (prepared, reviewed), strict=True))
