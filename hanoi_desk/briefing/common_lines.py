"""The common papers of an event pack: lines for every talk, common questions, and the treaty on one page."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from hanoi_desk.board import Board
from hanoi_desk.briefing.pack_sources import PackSources
from hanoi_desk.briefing.pack_texts import PackTexts, texts_for
from hanoi_desk.briefing.pack_values import Column, Piece, Prose, Question, Questions, Table, TableCell
from hanoi_desk.briefing.values import Answer, Briefing, Point
from hanoi_desk.language import Language, bound, long_date, name_of, shipped, short_date, sign, title_of, word
from hanoi_desk.overview import record_source
from hanoi_desk.records import PackPart, PackText, Treaty
from hanoi_desk.store import Store

MOST = 6
Coded = TypeVar("Coded", Point, Answer)


def common_lines(
    sheets: Sequence[Briefing], steps: Sequence[str], texts: Sequence[PackText], language: Language
) -> tuple[Piece, ...]:
    """Return objectives, the six points and the six questions that stand most often on the sheets of the pack.

    `steps` are the next legal steps of the States, in few words. Each point says for whom it is meant. What the pack
    says of all its States stands first; what it says of one alone stands on that sheet only.
    """
    own, alone = texts_for(texts, None, language), _of_one_alone(texts, language)
    points = _most_used([[p for p in sheet.points if p.text not in alone] for sheet in sheets])
    answers = _most_used([[a for a in sheet.raised if a.text not in alone] for sheet in sheets])
    points.sort(key=lambda point: point.request)  # our request is always the last
    counted = Counter(steps).most_common()
    drafted = [_objective(*one, language) for one in own.objectives()]
    objectives = [word("pack.objective_count", language, n=n, all=len(steps), step=step) for step, n in counted]
    return (
        Prose(word("pack.objectives", language), (*drafted, *objectives)),
        Prose(
            word("pack.lines", language),
            tuple(point.text for point in points),
            tuple(_note(point, language) for point in points),
            numbered=True,
        ),
        Questions(word("pack.questions", language), tuple(_question(one, language) for one in answers)),
        *_guarded(own, language),
        Prose("", (), (word("pack.lines_rule", language),)),
    )


def _objective(text: str, met_when: str, language: Language) -> str:
    met = f" {word('bilateral.met_when', language)}{sign(': ', language)}{met_when}" if met_when else ""
    return bound(text + met)


def _guarded(texts: PackTexts, language: Language) -> tuple[Piece, ...]:
    """Return what is to be avoided and the line for the press, where the drafter wrote any."""
    avoid = f"{word('bilateral.block.avoid', language)} ({word('mark.own_side', language).lower()})"
    press = word("bilateral.block.press", language)
    parts = ((avoid, texts.all(PackPart.AVOID)), (press, texts.all(PackPart.PRESS_LINE)[:1]))
    return tuple(Prose(title, tuple(map(bound, found))) for title, found in parts if found)


def _of_one_alone(texts: Sequence[PackText], language: Language) -> set[str]:
    rows = PackTexts(tuple(row for row in texts if row.participant), language)
    answers = [text.partition("\n")[2].strip() or text for text in rows.added(PackPart.ANSWER)]
    return {bound(text) for text in (*map(rows.said, rows.rows), *answers)}


def _most_used(of_sheets: Sequence[Sequence[Coded]]) -> list[Coded]:
    """Return the lines that stand on most sheets, in the order of speaking; those of no row go by their words."""
    first = {one.code or one.text: one for ones in of_sheets for one in reversed(ones)}
    counted = Counter(one.code or one.text for ones in of_sheets for one in ones)
    places: dict[str, int] = {}
    for ones in of_sheets:
        for at, one in enumerate(ones):
            name = one.code or one.text
            places[name] = min(at, places.get(name, at))
    chosen = sorted(counted, key=lambda name: (-counted[name], places[name], name))[:MOST]
    return [first[name] for name in sorted(chosen, key=lambda name: (places[name], -counted[name], name))]


def _note(point: Point, language: Language) -> str:
    mark = word("doc.unverified", language) if point.unverified and point.articles else ""
    return " · ".join(part for part in (point.reason, f"{point.articles} {mark}".strip()) if part)


def _question(answer: Answer, language: Language) -> Question:
    mark = word("doc.unverified", language) if answer.articles_unverified and answer.articles else ""
    return Question(answer.question, answer.text, f"{answer.articles} {mark}".strip(), answer.unverified)


def treaty_facts(
    store: Store, board: Board, sources: PackSources, paper: str, language: Language
) -> tuple[tuple[Piece, ...], str]:
    """Return the treaty on one page as a table of facts, and the sources of that page."""
    treaty, ledger = board.treaty, board.ledger
    signed, counted = ledger.signatories, len(ledger.counted.states)
    threshold, left = treaty.threshold, ledger.remaining or 0
    record = record_source(store, board)
    key = sources.key(record.id if record else None, paper)
    progress = word("doc.progress", language, n=counted, threshold=threshold, m=left)
    entry = long_date(ledger.entry.on, language) if ledger.entry.on else word("pack.fact_entry_rule", language)
    of_signed = {"n": signed.total, "states": len(signed.states), "reios": len(signed.reios)}
    facts = (
        ("title", title_of(treaty, language)),
        ("short", name_of(treaty, language)),
        ("number", treaty.number),
        ("adopted", _day(treaty.concluded_on, treaty.concluded_at, language)),
        ("opened", long_date(treaty.opens_on, language) if treaty.opens_on else ""),
        ("closes", long_date(treaty.closes_on, language) if treaty.closes_on else ""),
        ("place", shipped(treaty.signing_place, language)),
        ("depositary", shipped(treaty.depositary, language)),
        ("articles", word("pack.fact_articles_text", language)),
        ("signed", f"{word('pack.fact_signed_text', language, **of_signed)} {key}"),
        ("counted", f"{progress} {key}. {word('doc.reio_note', language)}"),
        ("entry", entry),
        ("later", word("pack.fact_later_text", language)),
        ("paths", _paths(board, treaty, language)),
    )
    missing = word("ui.not_recorded", language)
    rows = tuple(
        (
            TableCell(word(f"pack.fact_{name}", language), bold=True),
            TableCell(bound(text.strip()) or missing, unverified=word("doc.unverified", language) in text),
        )
        for name, text in facts
    )
    as_of = word("brief.as_of_day", language, day=short_date(board.as_of)) if board.as_of else ""
    columns = (Column(word("pack.fact_column", language), 42), Column(word("pack.fact_value", language)))
    return (Table("", columns, rows, note=as_of and f"{as_of[:1].upper()}{as_of[1:]}."),), sources.cited_in(paper)


def _day(day: date | None, place: str, language: Language) -> str:
    return ", ".join(part for part in (long_date(day, language) if day else "", place) if part)


def _paths(board: Board, treaty: Treaty, language: Language) -> str:
    if board.days_left is None or treaty.closes_on is None:
        return word("pack.fact_paths_after", language)
    return word("pack.fact_paths_before", language, day=long_date(treaty.closes_on, language))
