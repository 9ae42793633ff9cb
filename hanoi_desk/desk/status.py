"""Depositary day: a status file compared with what is held, and the accepted lines taken into the record.

A line is compared by participant and class of act. Nothing held is ever overwritten: another date is a correction, a
date that is gone or in brackets a withdrawal (untc-format.md, 4.5).
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from hanoi_desk.board import record_as_of
from hanoi_desk.desk.names import participant_names
from hanoi_desk.desk.register import known_treaties
from hanoi_desk.desk.start import author
from hanoi_desk.records import (
    Confidence,
    EntryRule,
    Participant,
    Proof,
    Source,
    SourceKind,
    Treaty,
    TreatyAct,
    TreatyAction,
    fixed_id,
)
from hanoi_desk.store import Action, Query, Store
from hanoi_desk.treaty import SIGNATURES
from hanoi_desk.untc import Act, StatusAction, StatusFile, StatusRow


class LineKind(StrEnum):
    """How a line of the file stands to what is held."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"
    UNKNOWN_NAME = "unknown_name"


@dataclass(frozen=True, slots=True)
class Line:
    """One act of one participant, in the file, in the record, or in both.

    `act` and `on` are what the file says (for a line that is gone, what the record says); `withdrawn` when the file has
    the date in brackets.
    """

    key: str
    kind: LineKind
    name: str
    participant: str | None = None
    act: TreatyAct | None = None
    on: date | None = None
    withdrawn: bool = False
    held: TreatyAction | None = None


@dataclass(frozen=True, slots=True)
class StatusComparison:
    """A status file beside the record, before anything is taken.

    `newer_than_file` is the as-of date of a record that is newer than the file, None when the file is the newest.
    """

    file: StatusFile
    treaty: Treaty
    treaty_is_new: bool
    as_of: date
    lines: tuple[Line, ...]
    newer_than_file: date | None

    def of(self, kind: LineKind) -> tuple[Line, ...]:
        """Return the lines of one kind."""
        return tuple(line for line in self.lines if line.kind is kind)

    @property
    def unknown_names(self) -> tuple[str, ...]:
        """Return the spellings to be matched by a person."""
        return tuple(line.name for line in self.of(LineKind.UNKNOWN_NAME))

    @property
    def differing(self) -> frozenset[str]:
        """Return the keys of the lines in which the file and the record differ, names that no one has left aside."""
        return frozenset(
            line.key for line in self.lines if line.kind in (LineKind.NEW, LineKind.CHANGED, LineKind.GONE)
        )

    @property
    def takeable(self) -> frozenset[str]:
        """Return the keys of the lines that may be taken in without looking at each.

        From a file older than the record only new acts: a newer record already knows better about the others.
        """
        return frozenset(line.key for line in self.of(LineKind.NEW)) if self.newer_than_file else self.differing


def compare_status(store: Store, file: StatusFile, as_of: date) -> StatusComparison:
    """Return what a status file would add to the record, change in it, or no longer has.

    `as_of` is the day on which the file was taken from the depositary's site: the file itself does not say.
    """
    number = file.number or ""
    held_treaty = next(iter(store.all(Query(Treaty, (("number", "=", number),)))), None)
    treaty = held_treaty or known_treaties().get(number) or _treaty_from(file)
    held = _held(store.all(Query(TreatyAction, (("treaty", "=", treaty.id), ("proof", "=", Proof.VERIFIED)))))
    newest = record_as_of(store, treaty)
    return StatusComparison(
        file=file,
        treaty=treaty,
        treaty_is_new=held_treaty is None,
        as_of=as_of,
        lines=tuple(_lines(store, file, held, as_of)),
        newer_than_file=newest if newest and newest > as_of else None,
    )


def match_name(store: Store, name: str, participant: Participant) -> Participant:
    """Keep a spelling found in a file as another name of a participant, so that it is known the next time."""
    named = replace(participant, aliases=(*participant.aliases, name))
    with store.change(Action.EDIT_RECORD, name) as change:
        return change.save(named)


def import_status(
    store: Store, comparison: StatusComparison, accepted: Collection[str], data: bytes, file_name: str, today: date
) -> Source:
    """Take the accepted lines, by key, into the record as one save, and keep the file itself as their source.

    The record shows the file's day from then on only if no line in which they differ was left out.
    """
    file, treaty = comparison.file, comparison.treaty
    source = Source(
        kind=SourceKind.DEPOSITARY,
        title=f"UN Treaty Collection, status of {treaty.number}",
        number=treaty.number,
        as_of=comparison.as_of,
        read_on=today,
        confidence=Confidence.HIGH,
        file_name=file_name,
        file_sha256=file.sha256,
        taken_whole=comparison.differing <= set(accepted),
        treaty=treaty.id,
        officer=author(store),
    )
    with store.change(Action.IMPORT_STATUS, treaty.number) as change:
        if comparison.treaty_is_new:
            change.save(treaty)
        change.keep_file(file_name, data)
        change.save(source)
        for line in comparison.lines:
            if line.key in accepted:
                for act in _acts_of(line, comparison, source):
                    change.save(act)
    return source


def _acts_of(line: Line, comparison: StatusComparison, source: Source) -> Iterator[TreatyAction]:
    assert line.act is not None, "an unknown name is matched before it is taken"
    act = TreatyAction(
        participant=line.participant,
        treaty=comparison.treaty.id,
        act=line.act,
        on=line.on,
        as_of=comparison.as_of,
        source=source.id,
        corrects=line.held.id if line.held and line.kind is LineKind.CHANGED else None,
    )
    if line.kind in (LineKind.NEW, LineKind.CHANGED):
        yield act
    gone = line.held if line.kind is LineKind.GONE else act if line.withdrawn else None
    if gone is not None:
        yield TreatyAction(
            participant=line.participant,
            treaty=comparison.treaty.id,
            act=TreatyAct.WITHDRAWAL,
            as_of=comparison.as_of,
            source=source.id,
            withdraws=gone.id,
        )


def _treaty_from(file: StatusFile) -> Treaty:
    """Return a treaty that only the file tells of; its rule is not computed, for the program does not know it."""
    number = file.number or file.title[:60]
    return Treaty(
        id=fixed_id("treaty", number),
        key=number.lower(),
        number=number,
        title_en=file.title or number,
        depositary="Secretary-General of the United Nations",
        concluded_at=file.conclusion,
        entry_rule=EntryRule.NOT_COMPUTED,
        in_force_on=file.in_force_on,
        rule_text=file.entry_into_force_text[:2000],
    )


@dataclass(slots=True)
class _Held:
    """What the record has of one participant: acts that stand, and acts taken back."""

    standing: list[TreatyAction]
    withdrawn: list[TreatyAction]


def _held(acts: Iterable[TreatyAction]) -> Mapping[str, _Held]:
    acts = list(acts)
    corrected = {a.corrects for a in acts if a.corrects}
    taken_back = {a.withdraws for a in acts if a.withdraws}
    held: dict[str, _Held] = defaultdict(lambda: _Held([], []))
    for act in acts:
        if act.participant and act.id not in corrected and not act.withdraws and act.act is not TreatyAct.WITHDRAWAL:
            own = held[act.participant]
            (own.withdrawn if act.id in taken_back else own.standing).append(act)
    return held


def _lines(store: Store, file: StatusFile, held: Mapping[str, _Held], as_of: date) -> Iterator[Line]:
    names = participant_names(store)
    seen: dict[str, list[StatusAction]] = defaultdict(list)
    unknown: dict[str, None] = {}
    for row in file.rows:
        participant = names.find(row.name)
        if participant is None:
            unknown[row.name] = None
        else:
            seen[participant] += _recorded(row)
    for name in unknown:
        yield Line(f"name:{name}", LineKind.UNKNOWN_NAME, name)
    known = {p.id: p for p in store.all(Query(Participant, order_by="title"))}
    for participant_id, participant in known.items():
        own = held.get(participant_id, _Held([], []))
        yield from _lines_of(participant, seen.get(participant_id, []), own, file, as_of)


def _recorded(row: StatusRow) -> Iterator[StatusAction]:
    """Yield the acts by which a row is kept, so that the desk counts it as the depositary's header does.

    A definitive signature among the signatures is two acts: one that signs and one that binds. A date that binds by an
    act the heading does not name is kept as participation. What neither signs nor binds nor has a name is left out.
    """
    for action in row.actions:
        if action.act is Act.DEFINITIVE_SIGNATURE and action.signs:
            yield replace(action, act=Act.SIGNATURE)
            yield action
        elif action.act in (Act.OTHER, Act.CONFIRMATION) and action.binds:
            yield replace(action, act=Act.PARTICIPATION)
        elif action.act is not Act.OTHER:
            yield action


def _lines_of(
    participant: Participant, said: list[StatusAction], own: _Held, file: StatusFile, as_of: date
) -> Iterator[Line]:
    standing, withdrawn = list(own.standing), list(own.withdrawn)
    rest: list[StatusAction] = []
    for action in said:
        among = withdrawn if action.withdrawn else standing
        same = next((h for h in among if _is_same(h, action)), None)
        if same is None:
            rest.append(action)
        else:
            among.remove(same)
            yield _line(LineKind.SAME, participant, action, same)
    for action in rest:
        alike = next((h for h in standing if _class_of(h.act) == _class_of(TreatyAct(action.act.value))), None)
        if alike is not None:
            standing.remove(alike)
        if action.withdrawn and alike is not None and _is_same(alike, action):
            yield _line(LineKind.GONE, participant, action, alike)
        else:
            yield _line(LineKind.CHANGED if alike else LineKind.NEW, participant, action, alike)
    for act in standing:
        # A file without signatures, without anyone, or from before the act says nothing about it.
        listed = file.rows and (file.open_to_signature or act.act not in SIGNATURES)
        if listed and act.on is not None and act.on <= as_of:
            key = f"gone:{participant.key}:{act.id}"
            yield Line(key, LineKind.GONE, participant.name_en, participant.id, act.act, act.on, held=act)


def _line(kind: LineKind, participant: Participant, action: StatusAction, held: TreatyAction | None) -> Line:
    act = TreatyAct(action.act.value)
    bracket = "[]" if action.withdrawn else ""
    key = f"{kind}:{participant.key}:{act}:{action.on.isoformat()}{bracket}"
    return Line(key, kind, participant.name_en, participant.id, act, action.on, action.withdrawn, held)


def _is_same(held: TreatyAction, action: StatusAction) -> bool:
    return held.act.value == action.act.value and held.on == action.on


def _class_of(act: TreatyAct) -> str:
    """Return what an act is compared with: a signature with signatures, an instrument with instruments."""
    if act in SIGNATURES:
        return "signature"
    if act in (TreatyAct.PROVISIONAL_APPLICATION, TreatyAct.DECLARATION, TreatyAct.RESERVATION, TreatyAct.DENUNCIATION):
        return act.value
    return "instrument"
