"""What an edition keeps of each State, so that a later one can say what has changed since; no name and no text."""

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from hanoi_desk.briefing.bilateral_values import Bilateral, Strand
from hanoi_desk.briefing.pack_values import Overview, Piece
from hanoi_desk.briefing.situation import Situation
from hanoi_desk.briefing.values import Briefing
from hanoi_desk.language import Language
from hanoi_desk.records import Commitment, FollowUp, FollowUpState, PackEdition
from hanoi_desk.store import Query, Store

#: Facts by the key of the State, or of the paper behind "paper:"; the document's own stand under "".
Facts = dict[str, dict[str, str]]
#: What is kept of a State in either language, in this order.
_OF_STATE = ("status", "contact", "promises", "overdue")
_MARK = "sheet"


def edition_data(documents: Mapping[Language, Facts]) -> str:
    """Return what an edition keeps, as JSON: the facts of its States once, and the marks of each language."""
    main = next(iter(documents.values()), {})
    data = {
        "own": main.get("", {}),
        "states": {
            key: [facts.get(name, "") for name in _OF_STATE]
            for key, facts in main.items()
            if facts.keys() & set(_OF_STATE)
        },
        "marks": {
            language.value: {key: facts[_MARK] for key, facts in found.items() if _MARK in facts}
            for language, found in documents.items()
        },
    }
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def kept_facts(edition: PackEdition | None, language: Language) -> Facts:
    """Return what an edition kept; marks only where it was made in this language. Nothing where it kept nothing."""
    data = _read(edition.data) if edition else {}
    try:
        found: Facts = {
            key: dict(zip(_OF_STATE, map(str, values), strict=True)) for key, values in data.get("states", {}).items()
        }
        for key, mark in data.get("marks", {}).get(language.value, {}).items():
            found.setdefault(key, {})[_MARK] = str(mark)
        if found or data.get("own"):
            found[""] = {str(name): str(value) for name, value in data.get("own", {}).items()}
    except (AttributeError, TypeError, ValueError):  # a text that someone else put there
        return {}
    return found


def _read(text: str) -> dict[str, Any]:
    try:
        data = json.loads(text) if text else {}
    except (ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def facts_of(store: Store, situation: Situation) -> dict[str, str]:
    """Return what is to be kept of a State: where it stands, its last contact, and counts."""
    own = ("participant", "=", situation.participant.id)
    promises = store.count(Query(Commitment, (own, ("treaty", "=", situation.treaty.id))))
    late = (own, ("state", "=", FollowUpState.OPEN), ("due_on", "<", situation.moment.date()))
    last = next((outreach.held_on for outreach, _ in situation.contacts), None)
    return {
        "status": situation.status.kind.value,
        "contact": last.isoformat() if last else "",
        "promises": str(promises),
        "overdue": str(store.count(Query(FollowUp, late))),
    }


def mark_of(words: object) -> str:
    """Return a short mark that changes with the words."""
    return sha256(repr(words).encode()).hexdigest()[:12]


def marked(sheet: Briefing | Bilateral) -> dict[str, str]:
    """Return the facts of a paper with its mark, which leaves out what changes with every day, such as days left."""
    lasting = _of_sheet(sheet) if isinstance(sheet, Briefing) else _of_meeting(sheet)
    return {**sheet.facts, _MARK: mark_of(lasting)}


def marked_paper(content: Overview | Bilateral | tuple[Piece, ...]) -> dict[str, str]:
    """Return the mark of a paper that is about no single State."""
    if isinstance(content, Bilateral):
        return {_MARK: mark_of(_of_meeting(content))}
    return {_MARK: mark_of(_of_overview(content) if isinstance(content, Overview) else content)}


def _of_overview(content: Overview) -> tuple[object, ...]:
    return (
        content.road.counted,
        content.groups.bars,
        content.commitments.bars,
        content.coverage.bars,
        content.conflicts,
    )


def _of_meeting(brief: Bilateral) -> tuple[object, ...]:
    return (
        brief.heading,
        brief.tables,
        brief.objectives,
        tuple(cell.value for cell in brief.cells),
        brief.conflicts,
        tuple(point.text if not point.code else point.code for point in brief.points),
        brief.avoid,
        brief.press_line,
        brief.interests,
        tuple(answer.text if not answer.code else answer.code for answer in brief.raised),
        tuple((p.record, p.words, p.grade, p.overdue) for p in (*brief.theirs, *brief.ours)),
        tuple((one.day, one.text) for one in brief.timeline if one.strand is not Strand.TODAY),
        brief.context,
        brief.biographies,
    )


def _of_sheet(sheet: Briefing) -> tuple[object, ...]:
    return (
        tuple(cell.value for cell in sheet.cells),
        sheet.conflicts,
        sheet.next_step,
        sheet.objective,
        tuple(point.text if not point.code else point.code for point in sheet.points),
        tuple(answer.text if not answer.code else answer.code for answer in sheet.raised),
        tuple((p.made_on, p.who, p.words, p.grade, p.overdue) for p in sheet.promises),
        sheet.contacts,
        sheet.people,
        sheet.avoid,
        sheet.press_line,
    )
