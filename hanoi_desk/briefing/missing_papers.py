"""What a pack still lacks, in plain words for its contents page."""

from collections.abc import Mapping, Sequence
from datetime import date

from hanoi_desk.board import Board
from hanoi_desk.briefing.values import Briefing
from hanoi_desk.language import Language, checked, joined, short_date, word
from hanoi_desk.records import Meeting

FRESH_DAYS = 30
_MOST_NAMES = 5


def missing_lines(
    board: Board,
    sheets: Mapping[str, Briefing],
    meetings: Sequence[Meeting],
    numbers: Mapping[str, str],
    today: date,
    language: Language,
    *,
    has_programme: bool,
    is_reviewed: bool,
) -> tuple[tuple[int, str], ...]:
    """Return what is missing or not approved, each with the number of its paper, 0 for the pack as a whole.

    `meetings` are those that have no brief of their own in the pack.
    """
    found: list[tuple[int, str]] = []
    status = int(numbers.get("status", "0"))
    if not is_reviewed:
        found.append((0, word("pack.missing_review", language)))
    if board.as_of is None:
        found.append((status, word("pack.no_record", language) + "."))
    elif (today - board.as_of).days > FRESH_DAYS:
        age = checked(board.as_of, today, language)
        found.append((status, word("pack.missing_old", language, age=age)))
    if not has_programme:
        found.append((int(numbers.get("programme", "0")), word("pack.missing_programme", language)))
    for meeting in meetings:
        if meeting.participant and meeting.participant in sheets:
            name, number = sheets[meeting.participant].name, int(numbers[f"sheet:{meeting.participant}"])
            found.append((number, word("pack.missing_meeting", language, name=name, day=short_date(meeting.on))))
    lacking = {
        "contacts": [id_ for id_ in sheets if board.places[id_].last_contact is None],
        "people": [id_ for id_, sheet in sheets.items() if not sheet.people],
        "unverified": [id_ for id_, sheet in sheets.items() if _is_doubtful(sheet)],
    }
    for key, ids in lacking.items():
        if ids:
            number = int(numbers[f"sheet:{ids[0]}"]) if len(ids) == 1 else 0
            names = _names([sheets[id_].name for id_ in ids], language)
            found.append((number, word(f"pack.missing_{key}", language, n=len(ids), names=names) + "."))
    return tuple(found)


def _is_doubtful(sheet: Briefing) -> bool:
    return bool(sheet.conflicts) or any(cell.unverified for cell in sheet.cells)


def _names(names: Sequence[str], language: Language) -> str:
    if len(names) <= _MOST_NAMES:
        return joined(names, language)
    return word("pack.and_more", language, names=", ".join(names[:_MOST_NAMES]), n=len(names) - _MOST_NAMES)
