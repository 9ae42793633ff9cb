"""The command that reads a depositary's status file, says what it would change, and takes it in when told to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from hanoi_desk.cli.call import Call
from hanoi_desk.cli.console import ClearNo, Console
from hanoi_desk.desk.status import Line, LineKind, StatusComparison, compare_status
from hanoi_desk.desk.status import import_status as take_in
from hanoi_desk.language import Language, long_date, name_of, short_date, word_of
from hanoi_desk.records import Participant
from hanoi_desk.store import Store
from hanoi_desk.treaty import new_york_day
from hanoi_desk.untc import MAX_BYTES, Act, Remark, StatusFile, UntcError, Why, read_status

Json = dict[str, Any]

_CONVENTION = "XVIII-16"
_ORDER = (LineKind.NEW, LineKind.CHANGED, LineKind.GONE, LineKind.UNKNOWN_NAME, LineKind.SAME)


@dataclass(frozen=True, slots=True)
class _Told:
    """What came of comparing a file with the record."""

    comparison: StatusComparison
    applied: bool
    taken: frozenset[str]
    warnings: tuple[str, ...]


def import_status(call: Call) -> None:
    """Compare a status file with the record; with --apply take in what it adds, changes and no longer has.

    Without --apply nothing is written and what stands against the file is only told.

    :raises ClearNo: when the file is no status file, or with --apply when its own figures do not agree with its rows,
        when a cell or a letter could not be understood, when it lists no one, or when it does not tell its treaty;
        nothing is then kept.
    """
    console, path = call.console, call.asked.file
    data, file = _read(path, console)
    as_of = call.asked.as_of or file.as_of or new_york_day(call.now)
    objection = _objection(call, file) if call.asked.apply else ""
    applies = call.asked.apply and not objection
    with call.open_desk(to_write=call.asked.apply) as store:
        comparison = compare_status(store, file, as_of)
        taken = comparison.takeable if applies else frozenset()
        if applies:
            take_in(store, comparison, taken, data, path.name, call.now.date())
        _tell(call, store, _Told(comparison, applies, taken, tuple(_warnings(comparison, console))))
    if objection:
        raise ClearNo(objection)
    if not call.asked.apply and not call.asked.json:
        console.say(console.word("cli.import.only_shown"))


def _read(path: Path, console: Console) -> tuple[bytes, StatusFile]:
    with path.open("rb") as opened:
        data = opened.read(MAX_BYTES + 1)
    try:
        return data, read_status(data)
    except UntcError as error:
        raise ClearNo(f"{path.name}: {console.error(error.key)}") from error


def _objection(call: Call, file: StatusFile) -> str:
    """Return why the file may not be taken in; an empty text when it may."""
    call.refuse_marked(call.asked.file)
    if not file.has_participants:
        return call.console.error("status_file.no_participants")
    if file.number is None:
        return call.console.error("status_file.no_number")
    if call.asked.despite_mismatch:
        return ""
    said = _disagreements(file, call.console)
    why = call.console.word(f"why.{Why.LETTER_NOT_IN_HEADING}")
    said += [f"{raw}: {why}." for raw in _unclear_letters(file)]
    return call.console.error("status_file.disagrees", why=" ".join(said)) if said else ""


def _unclear_letters(file: StatusFile) -> list[str]:
    """Return the dates with a letter that nobody explains: any in the Convention's file, whose heading names them all.

    Files of other treaties use the letters in general use (untc-format.md, 4.2) also where a heading forgets one.
    """
    if file.number == _CONVENTION:
        return [doubt.raw for doubt in file.doubts if doubt.why is Why.LETTER_NOT_IN_HEADING]
    acts = (action for row in file.rows for action in row.actions)
    return [
        action.raw for action in acts if action.letter and action.act is Act.OTHER and (action.signs or action.binds)
    ]


def _disagreements(file: StatusFile, console: Console) -> list[str]:
    said = [
        console.word(f"cli.import.mismatch_{mismatch.what}", header=mismatch.header, rows=mismatch.rows)
        for mismatch in file.mismatches
    ]
    return [*said, console.word("cli.import.unread", n=len(file.unread))] if file.unread else said


def _warnings(comparison: StatusComparison, console: Console) -> list[str]:
    """Return what a person should know before trusting the figures."""
    file = comparison.file
    found = _disagreements(file, console)
    if not file.has_participants:
        found.append(console.error("status_file.no_participants"))
    if comparison.newer_than_file:
        newest = long_date(comparison.newer_than_file, console.language)
        day = long_date(comparison.as_of, console.language)
        found.append(console.word("cli.import.older", newest=newest, day=day))
    if comparison.unknown_names:
        names = comparison.unknown_names
        found.append(console.word("cli.import.unknown_names", n=len(names), names="; ".join(names)))
    if file.doubts:
        found.append(console.word("cli.import.doubts", n=len(file.doubts)))
    return found


def _tell(call: Call, store: Store, told: _Told) -> None:
    found = told.comparison.lines
    ids = [line.participant for line in found if line.participant]
    known = {p.id: p for p in store.many(Participant, list(dict.fromkeys(ids)))}
    lines = sorted(found, key=lambda line: _line_order(line, known))
    if call.asked.json:
        call.console.give(_as_json(call.asked.file.name, told, [_line(line, known, told.taken) for line in lines]))
    else:
        for text in _as_lines(call.console, told, lines, known):
            call.console.say(text)
    for warning in told.warnings:
        call.console.warn(warning)


def _line_order(line: Line, known: dict[str, Participant]) -> tuple[int, str, str, date]:
    who = known.get(line.participant or "")
    return _ORDER.index(line.kind), who.key if who else line.name, line.act or "", line.on or date.min


def _as_json(file_name: str, told: _Told, lines: list[Json]) -> Json:
    comparison = told.comparison
    file, treaty = comparison.file, comparison.treaty
    return {
        "treaty": file.number,
        "key": treaty.key,
        "title": file.title,
        "treaty_is_new": comparison.treaty_is_new,
        "file": file_name,
        "sha256": file.sha256,
        "language": file.language,
        "as_of": comparison.as_of.isoformat(),
        "older_than": _day(comparison.newer_than_file),
        "in_force_on": _day(file.in_force_on),
        "has_participants": file.has_participants,
        "rows": len(file.rows),
        "signatories": file.signatories,
        "instruments": file.instruments,
        "header_signatories": file.header_signatories,
        "header_parties": file.header_parties,
        "mismatches": [{"what": m.what, "header": m.header, "rows": m.rows} for m in file.mismatches],
        "repaired": file.repaired,
        "repairs": [repair.value for repair in file.repairs],
        "unread": [_remark(remark) for remark in file.unread],
        "doubts": [_remark(remark) for remark in file.doubts],
        "unknown_names": list(comparison.unknown_names),
        "new": len(comparison.of(LineKind.NEW)),
        "changed": len(comparison.of(LineKind.CHANGED)),
        "gone": len(comparison.of(LineKind.GONE)),
        "same": len(comparison.of(LineKind.SAME)),
        "applied": told.applied,
        "taken": len(told.taken),
        "warnings": list(told.warnings),
        "lines": lines,
    }


def _line(line: Line, known: dict[str, Participant], taken: frozenset[str]) -> Json:
    who = known.get(line.participant or "")
    return {
        "kind": line.kind.value,
        "participant": who.key if who else None,
        "name": line.name,
        "act": line.act.value if line.act else None,
        "on": _day(line.on),
        "withdrawn": line.withdrawn,
        "held_act": line.held.act.value if line.held else None,
        "held_on": _day(line.held.on) if line.held else None,
        "taken": line.key in taken,
    }


def _remark(remark: Remark) -> Json:
    return {"name": remark.name, "column": remark.column, "raw": remark.raw, "why": remark.why.value}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _as_lines(console: Console, told: _Told, lines: Sequence[Line], known: dict[str, Participant]) -> Iterator[str]:
    comparison, language = told.comparison, console.language
    file = comparison.file
    yield f"{file.number or '?'} {file.title}".strip()
    yield console.word("cli.import.as_of", day=long_date(comparison.as_of, language))
    if file.has_participants:
        yield console.word("cli.import.rows", n=len(file.rows))
    for key, header, rows in (
        ("signatories", file.header_signatories, file.signatories),
        ("parties", file.header_parties, file.instruments),
    ):
        if rows is not None or header is not None:
            yield console.word(f"cli.import.{key}", rows=_figure(rows), header=_figure(header))
    yield from (console.word(f"repair.{repair}") for repair in file.repairs)
    yield "; ".join(f"{word_of(kind, language)}: {len(comparison.of(kind))}" for kind in _ORDER)
    yield from (_line_in_words(line, known, language) for line in lines if line.kind is not LineKind.SAME)
    for remark in (*file.unread, *file.doubts):
        where = " | ".join(filter(None, (remark.name, remark.column, remark.raw)))
        yield f"  {word_of(remark.why, language)} | {where}"
    if told.applied:
        yield console.word("cli.import.applied", n=len(told.taken))


def _figure(value: int | None) -> str:
    return "-" if value is None else str(value)


def _line_in_words(line: Line, known: dict[str, Participant], language: Language) -> str:
    who = known.get(line.participant or "")
    parts = [word_of(line.kind, language), name_of(who, language) if who else line.name]
    if line.act and line.on:
        day = short_date(line.on)
        parts.append(f"{word_of(line.act, language)} {f'[{day}]' if line.withdrawn else day}")
    if line.kind is LineKind.CHANGED and line.held:
        parts.append(f"({word_of(line.held.act, language)} {short_date(line.held.on) if line.held.on else '-'})")
    return "  " + " | ".join(parts)
