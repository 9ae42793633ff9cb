"""What stands in a depositary's record: dated actions read into the periods during which each of them counts.

Only VERIFIED actions are used, and only those with a day. A row that `corrects` another replaces it, whatever the day
looked at: it tells what was true all along. Of several corrections of one row the newest stands (by as-of date); two
rows that correct each other both fall.

A row that `withdraws` another ends it on its day of effect, or else on its date, or else on its as-of date. A
denunciation, and a withdrawal that names no other row, is a notice to the depositary. Received while the treaty
binds, it takes effect on the date stated or one year after receipt (article 67), and until then all goes on as
before; received earlier, it takes the instrument back at once, or the signature where no instrument stands. On the
day of its end an action no longer stands. A notice that is itself withdrawn before it takes effect, or any other
withdrawal that is itself withdrawn, counts as never made.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from hanoi_desk.records import Proof, Treaty, TreatyAct, TreatyAction
from hanoi_desk.treaty.dates import one_year_after
from hanoi_desk.values import Value, frozen

_NOTICES = frozenset({TreatyAct.DENUNCIATION, TreatyAct.WITHDRAWAL})

#: Acts that make a signatory; the confirmation of a signature ad referendum is noted as an act of its own.
SIGNATURES = frozenset({TreatyAct.SIGNATURE, TreatyAct.SUCCESSION_TO_SIGNATURE, TreatyAct.CONFIRMATION})

#: Acts that express consent to be bound. Under article 64 of the Convention only the first four exist; other treaties
#: know the rest, and a State that succeeds to a treaty is bound by it like one that ratified.
INSTRUMENTS = frozenset(
    {
        TreatyAct.RATIFICATION,
        TreatyAct.ACCEPTANCE,
        TreatyAct.APPROVAL,
        TreatyAct.ACCESSION,
        TreatyAct.DEFINITIVE_SIGNATURE,
        TreatyAct.SUCCESSION,
        TreatyAct.FORMAL_CONFIRMATION,
        TreatyAct.PARTICIPATION,
        TreatyAct.SIMPLIFIED_PROCEDURE,
    }
)

#: From when an instrument binds, or None where that is not known yet.
BoundFrom = Callable[[TreatyAction], date | None]


@frozen
class Standing(Value):
    """A signature or an instrument, and the days on which it stands: from `on` up to, not including, `ends_on`."""

    action: TreatyAction
    participant: str
    on: date
    ends_on: date | None = None
    ended_by: TreatyAction | None = None
    bound_from: date | None = None  # of an instrument: the day its treaty enters into force for the participant

    def stands(self, day: date) -> bool:
        """Tell whether it counts on that day."""
        return self.on <= day and (self.ends_on is None or day < self.ends_on)


@frozen
class Held(Value):
    """What one participant holds in the record, oldest first."""

    signatures: tuple[Standing, ...]
    instruments: tuple[Standing, ...]


@frozen
class Acts(Value):
    """The actions of one participant, sorted by date: those that give, and the notices that take back."""

    signatures: tuple[TreatyAction, ...]
    instruments: tuple[TreatyAction, ...]
    notices: tuple[TreatyAction, ...]


@frozen
class Acted(Value):
    """All that was done under one treaty up to a day: by participant, and by the id of the single action taken back."""

    by_participant: dict[str, Acts]
    taken_back: dict[str, tuple[TreatyAction, ...]]


def dated(action: TreatyAction) -> date | None:
    """Return the day of an action; for the withdrawal of a row, failing that, the day whose situation it shows."""
    return action.on or (action.as_of if action.withdraws else None)


def acted(treaty: Treaty, actions: Iterable[TreatyAction], day: date) -> Acted:
    """Return the actions under the treaty up to and on a day, corrected, and without the withdrawals that fell away."""
    rows = [a for a in actions if a.treaty == treaty.id and a.proof is Proof.VERIFIED and a.participant and dated(a)]
    replaced_by = _corrections(rows)
    live = [a for a in rows if a.id not in replaced_by and (not a.corrects or _newest(a.corrects, replaced_by) == a.id)]
    live = sorted((a for a in live if _day(a) <= day), key=lambda a: (_day(a), a.id))
    by_id = {a.id: a for a in live}
    taken_back: dict[str, list[TreatyAction]] = defaultdict(list)
    void: set[str] = set()
    for row in reversed(live):  # newest first: what takes a row back is settled before the row itself
        if row.withdraws and row.id not in void:
            target = by_id.get(_newest(row.withdraws, replaced_by))
            if target and not _takes_back(target):
                taken_back[target.id].append(row)
            elif target and _day(row) < _last_day_to_recall(target):
                void.add(target.id)
    return Acted(
        _by_participant(a for a in live if a.id not in void), {id_: tuple(by) for id_, by in taken_back.items()}
    )


def held(acts: Acts, taken_back: Mapping[str, tuple[TreatyAction, ...]], bound_from: BoundFrom) -> Held:
    """Return the periods for which the acts of one participant stand, given from when an instrument binds."""
    instruments = _periods_of(acts.instruments, acts.notices, taken_back, bound_from)
    consented = periods(instruments)
    loose = [notice for notice in acts.notices if not _within(consented, _day(notice))]
    return Held(_periods_of(acts.signatures, loose, taken_back, lambda _: None), instruments)


def periods(standings: Iterable[Standing]) -> list[tuple[date, date]]:
    """Return the separate periods in which at least one of them stands, oldest first; an open end is `date.max`."""
    merged: list[tuple[date, date]] = []
    for start, end in sorted((s.on, s.ends_on or date.max) for s in standings if s.stands(s.on)):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _day(action: TreatyAction) -> date:
    day = dated(action)
    assert day  # rows without a day were left out
    return day


def _corrections(rows: Iterable[TreatyAction]) -> dict[str, str]:
    newest: dict[str, TreatyAction] = {}
    for row in rows:
        if row.corrects and row.corrects != row.id:
            rival = newest.get(row.corrects)
            newest[row.corrects] = max(row, rival, key=_age) if rival else row
    return {replaced: row.id for replaced, row in newest.items()}


def _age(row: TreatyAction) -> tuple[date, date, str]:
    return row.as_of or date.min, _day(row), row.id


def _newest(id_: str, replaced_by: dict[str, str]) -> str:
    passed: set[str] = set()
    while id_ in replaced_by and id_ not in passed:
        passed.add(id_)
        id_ = replaced_by[id_]
    replaced_by.update(dict.fromkeys(passed, id_))  # so that a long chain of corrections is walked only once
    return id_


def _takes_back(row: TreatyAction) -> bool:
    return bool(row.withdraws) or row.act in _NOTICES


def _is_notice(row: TreatyAction) -> bool:
    return row.act is TreatyAct.DENUNCIATION or (row.act is TreatyAct.WITHDRAWAL and not row.withdraws)


def _last_day_to_recall(row: TreatyAction) -> date:
    return (row.effective_on or one_year_after(_day(row))) if _is_notice(row) else date.max


def _by_participant(live: Iterable[TreatyAction]) -> dict[str, Acts]:
    signatures: dict[str, list[TreatyAction]] = defaultdict(list)
    instruments: dict[str, list[TreatyAction]] = defaultdict(list)
    notices: dict[str, list[TreatyAction]] = defaultdict(list)
    for row in live:
        assert row.participant  # rows about nobody in particular were left out
        if row.act in SIGNATURES:
            signatures[row.participant].append(row)
        elif row.act in INSTRUMENTS:
            instruments[row.participant].append(row)
        elif _is_notice(row) and not row.withdraws:
            notices[row.participant].append(row)
    everyone = signatures.keys() | instruments.keys() | notices.keys()
    return {id_: Acts(tuple(signatures[id_]), tuple(instruments[id_]), tuple(notices[id_])) for id_ in everyone}


def _periods_of(
    given: Iterable[TreatyAction],
    notices: Sequence[TreatyAction],
    taken_back: Mapping[str, tuple[TreatyAction, ...]],
    bound_from: BoundFrom,
) -> tuple[Standing, ...]:
    days = [_day(notice) for notice in notices]
    found = []
    for action in given:
        assert action.participant
        next_notice = bisect_left(days, _day(action))
        ending = (*taken_back.get(action.id, ()), *notices[next_notice : next_notice + 1])
        bound = bound_from(action)
        ends, _, by = min(((_effect(row, bound), row.id, row) for row in ending), default=(None, "", None))
        found.append(Standing(action, action.participant, _day(action), ends, by, bound))
    return tuple(found)


def _effect(row: TreatyAction, bound: date | None) -> date:
    if row.effective_on:
        return row.effective_on
    received = _day(row)
    return one_year_after(received) if _is_notice(row) and bound and bound <= received else received


def _within(consented: list[tuple[date, date]], day: date) -> bool:
    """Tell whether the day lies in a period, or on the day of its end: then it was the notice that ended it."""
    last = bisect_right(consented, (day, date.max)) - 1
    return last >= 0 and day <= consented[last][1]
