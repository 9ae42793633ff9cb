"""Where each State of a pack stands by its words and our contacts, and which ten to see first, by a printed rule."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from hanoi_desk.board import Board, Place
from hanoi_desk.briefing.pack_values import Column, Table, TableCell
from hanoi_desk.briefing.situation import last_contacts
from hanoi_desk.commitments import Outcome, collective, current_commitment, days_overdue, effective_grade
from hanoi_desk.language import Language, name_of, short_date, word, word_of
from hanoi_desk.records import Commitment, Grade, Mission
from hanoi_desk.store import Store
from hanoi_desk.treaty import LegalStep, Stage, TreatyStatus, next_legal_step

MOST = 10
_OWED = (Outcome.OPEN, Outcome.PARTLY_KEPT, Outcome.PASSED, Outcome.TO_CONVERT)
_APPROVED = (Stage.PARLIAMENT_APPROVED, Stage.ASSENTED, Stage.INSTRUMENT_SIGNED)


@dataclass(frozen=True, slots=True)
class Standing:
    """One State of a pack: the grade that counts today (None where nothing is recorded), and its last contact."""

    place: Place
    grade: Grade | None
    late_by: int  # days that the promise longest past its date is past it
    last_contact: date | None
    days_since: int | None
    rests_on_late: bool  # the grade is that of a promise past its date

    @property
    def is_late(self) -> bool:
        """Whether any of its promises is past its date."""
        return self.late_by > 0


def standings(store: Store, board: Board, places: Sequence[Place], today: date) -> list[Standing]:
    """Return where each place stands by what it still owes us and by contacts up to today.

    What the record shows as kept, or as past all keeping, is owed no more, whether or not a person has noted it.
    """
    said: dict[str, list[Commitment]] = defaultdict(list)
    nobodys = collective(one.commitment for one in board.held)
    for one in board.held:
        if one.outcome in _OWED and one.commitment.id not in nobodys:
            said[one.commitment.participant].append(one.commitment)
    return [_standing(store, board, place, said[place.participant.id], today) for place in places]


def _standing(store: Store, board: Board, place: Place, said: list[Commitment], today: date) -> Standing:
    current = current_commitment(said, board.ledger.day)
    chosen = (current.best or current.newest) if current else None
    last = place.last_contact_on
    if last and last > today:  # the newest one on file is only planned
        held = last_contacts(store, place.participant.id, today, limit=1)
        last = held[0][0].held_on if held else None
    return Standing(
        place=place,
        grade=effective_grade(chosen, board.ledger.day) if chosen else None,
        late_by=max((days_overdue(one, board.ledger.day) for one in said), default=0),
        last_contact=last,
        days_since=(today - last).days if last else None,
        rests_on_late=chosen is not None and days_overdue(chosen, board.ledger.day) > 0,
    )


def step_words(board: Board, place: Place, language: Language) -> str:
    """Return the next legal step in a few words."""
    step = next_legal_step(board.ledger, place.participant.id)
    if step is LegalStep.RATIFY and place.stage in _APPROVED:
        return word("pack.step_deposit", language)
    return word(f"pack.step_{step.value}", language)


def first_to_see(
    store: Store,
    board: Board,
    by_words: Sequence[Standing],
    meetings: Mapping[str, date],
    today: date,
    language: Language,
) -> Table:
    """Return C6: the ten to see first with the rule of their choice."""
    is_open = board.days_left is not None

    def order(one: Standing) -> tuple[bool, int, bool, int, str]:
        unsigned = one.place.status.kind is not TreatyStatus.SIGNED
        since = one.days_since if one.days_since is not None else 10**6
        priority = one.place.participant.priority or 9
        return unsigned is not is_open, priority, not one.is_late, since, one.place.participant.key

    chosen = sorted((one for one in by_words if not one.place.status.has_deposited), key=order)[:MOST]
    rows = tuple(_row(store, board, at, one, meetings, language) for at, one in enumerate(chosen, 1))
    heads = (("", 6), ("state", 26), ("status", 16), ("step", 24), ("commitment", 0), ("why", 26), ("lead", 27))
    full = len(rows) == MOST
    return Table(
        title=word("pack.first_title" if full else "pack.first_title_n", language, n=len(rows)),
        columns=tuple(Column(word(f"pack.column_{key}", language) if key else "", width) for key, width in heads),
        rows=rows,
        empty=word("pack.first_none", language),
        note=word(f"pack.first_rule_{'before' if is_open else 'after'}", language, n=board.days_left or 0),
        own_side=True,
    )


def _row(
    store: Store, board: Board, at: int, one: Standing, meetings: Mapping[str, date], language: Language
) -> tuple[TableCell, ...]:
    place = one.place
    mission = store.get(Mission, place.lead) if place.lead else None
    missing = word("ui.not_recorded", language)
    return (
        TableCell(str(at)),
        TableCell(name_of(place.participant, language), bold=True),
        TableCell(word_of(place.status.kind, language)),
        TableCell(step_words(board, place, language)),
        TableCell(word(f"pack.grade_{one.grade.value}" if one.grade else "pack.grade_none", language)),
        TableCell(_why(one, meetings, language), bold=one.is_late),
        TableCell(name_of(mission, language) if mission else missing),
    )


def _why(one: Standing, meetings: Mapping[str, date], language: Language) -> str:
    if one.is_late:
        return word("pack.why_overdue", language, n=one.late_by)
    if day := meetings.get(one.place.participant.id):
        return word("pack.why_meeting", language, day=short_date(day))
    if one.days_since is None:
        return word("pack.why_never", language)
    return word("pack.why_contact", language, n=one.days_since) if one.days_since else word("pack.why_today", language)
