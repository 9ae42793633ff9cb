"""The command that tells where a treaty and every participant stand."""

from datetime import date
from typing import Any

from hanoi_desk.board import CONVENTION, Board, NoTreaty, Place, board
from hanoi_desk.cli.call import Call
from hanoi_desk.cli.console import ClearNo, Console
from hanoi_desk.language import days_left, long_date, name_of
from hanoi_desk.records import DomesticStep, Participant, Proof, Source, Treaty, TreatyAct, TreatyAction
from hanoi_desk.store import Query, Store
from hanoi_desk.treaty import Ledger, TreatyStatus, next_legal_step, open_paths

Json = dict[str, Any]


def status(call: Call) -> None:
    """Tell the figures of a treaty on a day, and with --json every participant's status.

    :raises ClearNo: when the desk holds no such treaty.
    """
    with call.open_desk() as store:
        try:
            found = board(store, call.moment(), call.asked.treaty or CONVENTION)
        except NoTreaty as error:
            raise ClearNo(call.console.error("no_treaty", treaty=call.asked.treaty)) from error
        undated = _undated(store, found.treaty)
        if call.asked.json:
            parent = store.get(Treaty, found.treaty.parent) if found.treaty.parent else None
            above = board(store, call.moment(), parent.key).ledger if parent else None
            call.console.give(_as_json(store, found, above, undated))
        else:
            for line in _as_lines(found, len(undated), call.console):
                call.console.say(line)


def _undated(store: Store, treaty: Treaty) -> list[TreatyAction]:
    """Return the verified acts held without a day: where there are any, counting the others gives false figures."""
    where = (("treaty", "=", treaty.id), ("proof", "=", Proof.VERIFIED), ("on", "is", None))
    return [a for a in store.all(Query(TreatyAction, where)) if a.act is not TreatyAct.WITHDRAWAL]


def _as_json(store: Store, found: Board, parent: Ledger | None, undated: list[TreatyAction]) -> Json:
    ledger, treaty = found.ledger, found.treaty
    known = {place.participant.id: place.participant for place in found.places.values()}
    without_day = {action.participant for action in undated}
    groups: dict[str, list[Json]] = {kind.value: [] for kind in TreatyStatus}
    for place in sorted(found.places.values(), key=lambda p: p.participant.key):
        if place.participant.id not in without_day:
            groups[place.status.kind.value].append(_place(ledger, place, parent))
    told = not undated
    return {
        "treaty": treaty.number,
        "key": treaty.key,
        "title": treaty.title_en,
        "on": _day(ledger.day),
        "as_of": _day(found.as_of),
        "signatories": ledger.signatories.total if told else None,
        "signatory_states": len(ledger.signatories.states) if told else None,
        "signatory_reios": len(ledger.signatories.reios) if told else None,
        "instruments": ledger.counted.total if told else None,
        "counted": len(ledger.counted.states) if told else None,
        "threshold": treaty.threshold if ledger.is_computed else None,
        "remaining": ledger.remaining,
        "triggered_on": _day(ledger.entry.trigger_on),
        "in_force_on": _day(ledger.entry.on),
        "first_conference_by": _day(ledger.first_conference_by),
        "parties": ledger.parties.total if ledger.is_computed else None,
        "signature_opens_on": _day(treaty.opens_on),
        "signature_closes_on": _day(treaty.closes_on),
        "signature_days_left": found.days_left,
        "participants": groups,
        "undated": sorted((_undated_act(a, known) for a in undated), key=lambda row: str(row["key"])),
        "unverified": sorted((_statement(store, s, known) for s in found.unverified), key=_statement_order),
    }


def _place(ledger: Ledger, place: Place, parent: Ledger | None) -> Json:
    own, participant = place.status, place.participant
    return {
        "key": participant.key,
        "name": participant.name_en,
        "name_vi": participant.name_vi,
        "entity": participant.entity.value,
        "signed_on": _day(own.signed_on),
        "act": own.act.value if own.act else None,
        "deposited_on": _day(own.deposited_on),
        "in_force_on": _day(own.in_force_on),
        "leaves_on": _day(own.leaves_on),
        "next_step": next_legal_step(ledger, participant.id, parent).value if ledger.is_computed else None,
        "open_paths": _paths(ledger, participant, parent) if ledger.is_computed else None,
        "stage": place.stage.value,
    }


def _paths(ledger: Ledger, participant: Participant, parent: Ledger | None) -> list[Json]:
    """Return the ways in; asked only of treaties whose final clauses the program knows."""
    ways = open_paths(ledger, participant.id, parent)
    return [{"path": way.path.value, "last_day": _day(way.last_day)} for way in ways]


def _undated_act(action: TreatyAction, known: dict[str, Participant]) -> Json:
    who = known.get(action.participant or "")
    return {
        "key": who.key if who else None,
        "name": who.name_en if who else None,
        "act": action.act.value,
        "as_of": _day(action.as_of),
    }


def _statement(store: Store, said: TreatyAction | DomesticStep, known: dict[str, Participant]) -> Json:
    who = known.get(said.participant or "")
    source = store.get(Source, said.source) if said.source else None
    act, stage, missing = (
        (said.act.value, None, said.missing) if isinstance(said, TreatyAction) else (None, said.stage.value, "")
    )
    return {
        "key": who.key if who else None,
        "name": who.name_en if who else None,
        "act": act,
        "stage": stage,
        "on": _day(said.on),
        "text": said.text,
        "missing": missing,
        "confidence": said.confidence.value,
        "source": source.title if source else None,
    }


def _statement_order(row: Json) -> tuple[str, str, str]:
    return row["key"] or "", row["on"] or "", row["text"]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _as_lines(found: Board, undated: int, console: Console) -> list[str]:
    ledger, treaty, language = found.ledger, found.treaty, console.language

    def line(key: str, **gaps: object) -> str:
        return console.word(f"cli.status.{key}", **gaps)

    lines = [
        line("title", name=name_of(treaty, language), number=treaty.number, day=long_date(ledger.day, language)),
        line("as_of", day=long_date(found.as_of, language)) if found.as_of else line("no_record"),
    ]
    if undated:
        lines.append(line("undated", n=undated))
    else:
        for key, roll in (("signatories", ledger.signatories), ("instruments", ledger.counted)):
            lines.append(line(key, total=roll.total, states=len(roll.states), reios=len(roll.reios)))
    if ledger.remaining is not None:
        counted = len(ledger.counted.states)
        lines.append(line("counted", counted=counted, threshold=treaty.threshold, remaining=ledger.remaining))
    if ledger.entry.on:
        lines.append(line("in_force", day=long_date(ledger.entry.on, language)))
    else:
        lines.append(line("not_in_force"))
    if ledger.first_conference_by:
        lines.append(line("conference", day=long_date(ledger.first_conference_by, language)))
    if treaty.closes_on:
        left = -1 if found.days_left is None else found.days_left
        lines.append(line("signature", day=long_date(treaty.closes_on, language), left=days_left(left, language)))
    if found.unverified:
        lines.append(line("unverified", n=len(found.unverified)))
    return lines
