"""The state of one treaty on one day, read once from the depositary's record and then asked about.

The counting is chronological: the entry into force is fixed on the first day on which as many States as the threshold
asks have an instrument standing. An instrument taken back before that day is reckoned without, also where it goes on
the very day on which another comes. What happens after that day changes nothing about the general date: the treaty
stays in force when Parties fall below the threshold (Vienna Convention on the Law of Treaties, article 55), and, an
assumption where the text is silent, the date also stands when an instrument is taken back between that day and the
entry into force.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum
from itertools import accumulate

from hanoi_desk.records import Entity, EntryRule, Participant, Treaty, TreatyAct, TreatyAction
from hanoi_desk.treaty.dates import general_date, later_date, new_york_day, one_year_after
from hanoi_desk.treaty.standing import Acted, Held, Standing, acted, dated, held, periods
from hanoi_desk.values import Value, frozen


class TreatyStatus(StrEnum):
    """Where a participant stands under a treaty."""

    NOT_SIGNED = "not_signed"
    SIGNED = "signed"
    DEPOSITED = "deposited"
    IN_FORCE = "in_force"
    WITHDRAWN = "withdrawn"


@frozen
class Status(Value):
    """Where one participant stands under a treaty, with the actions that show it.

    A participant whose notice of denunciation has been received stays a Party until `leaves_on`; that date stays
    filled once it has left, and the instrument is then the former one. A signature stays on record after the deposit.
    `in_force_on` may lie ahead, and is None where it is not known: before the threshold is reached, or where the
    program does not compute the treaty's rule and no day is stated with the instrument.
    """

    kind: TreatyStatus = TreatyStatus.NOT_SIGNED
    signature: TreatyAction | None = None
    signed_on: date | None = None
    instrument: TreatyAction | None = None
    deposited_on: date | None = None
    in_force_on: date | None = None
    notice: TreatyAction | None = None
    leaves_on: date | None = None
    taken_back: TreatyAction | None = None  # the newest action by which a signature or an instrument has ended

    @property
    def act(self) -> TreatyAct | None:
        """How it expressed its consent to be bound."""
        return self.instrument.act if self.instrument else None

    @property
    def has_signed(self) -> bool:
        """Whether a signature stands, before or after a deposit."""
        return self.signature is not None

    @property
    def has_deposited(self) -> bool:
        """Whether an instrument stands, in force or not."""
        return self.kind in (TreatyStatus.DEPOSITED, TreatyStatus.IN_FORCE)


@frozen
class Roll(Value):
    """Signatures or instruments standing on a day, in the order of their dates; organizations (REIO) apart."""

    states: tuple[Standing, ...]
    reios: tuple[Standing, ...]

    @property
    def total(self) -> int:
        """Return the depositary's header figure: States and organizations together. Never use it for a threshold."""
        return len(self.states) + len(self.reios)


@frozen
class EntryIntoForce(Value):
    """When a treaty enters into force, the deposit date that fixed it, and every instrument deposited on that date."""

    on: date | None = None
    trigger_on: date | None = None
    triggers: tuple[Standing, ...] = ()


class Ledger:
    """Answers for one treaty on one day, a New York date, from the treaty actions up to and on that day.

    `actions` may hold those of other treaties too. `participants` are looked up by id; an action of a participant that
    is not among them changes its own status but no count, for nothing tells that it is a State.
    """

    def __init__(
        self, treaty: Treaty, actions: Iterable[TreatyAction], participants: Mapping[str, Participant], day: date
    ) -> None:
        self.treaty = treaty
        self.participants = participants
        self.day = day
        self._statuses: dict[str, Status] = {}
        record = acted(treaty, actions, day)
        self.entry = EntryIntoForce(None if self.is_computed else treaty.in_force_on)
        self._held = self._read(record)
        if self.is_computed:
            self.entry = self._entry()
            self._held = self._read(record)  # again, for now it is known which notices came to a treaty in force
        self.signatories = self._roll(lambda own: _first(own.signatures, day))
        self.counted = self._roll(lambda own: _first(own.instruments, day))

    @classmethod
    def at(
        cls, treaty: Treaty, actions: Iterable[TreatyAction], participants: Mapping[str, Participant], moment: datetime
    ) -> "Ledger":
        """Return the ledger at an aware moment: on the date that it is then in New York."""
        return cls(treaty, actions, participants, new_york_day(moment))

    @property
    def is_computed(self) -> bool:
        """Whether the entry into force follows from a number of instruments; Budapest, for one, has another rule."""
        return self.treaty.entry_rule is EntryRule.THRESHOLD_AND_DAYS and self.treaty.threshold > 0

    @property
    def remaining(self) -> int | None:
        """How many States' instruments the entry into force still lacks; None where there is no such number."""
        if not self.is_computed:
            return None
        return 0 if self.entry.trigger_on else self.treaty.threshold - len(self.counted.states)

    @property
    def first_conference_by(self) -> date | None:
        """The last day for the first Conference of the States Parties: one year after entry into force (article 57)."""
        return one_year_after(self.entry.on) if self.is_computed and self.entry.on else None

    @property
    def parties(self) -> Roll:
        """The instruments of those for which the treaty is in force; empty where that day is not computed."""
        return self._roll(lambda own: s if (s := _first(own.instruments, self.day)) and self._is_in_force(s) else None)

    def status(self, participant: str) -> Status:
        """Return where the participant with this id stands; worked out once, for thousands of promises ask."""
        if participant not in self._statuses:
            self._statuses[participant] = self._status(participant)
        return self._statuses[participant]

    def _status(self, participant: str) -> Status:
        own = self._held.get(participant)
        if own is None:
            return Status()
        signature = _first(own.signatures, self.day)
        signed = Status(TreatyStatus.SIGNED, signature.action, signature.on) if signature else Status()
        ended = [s for s in own.signatures + own.instruments if s.ends_on and s.ends_on <= self.day]
        if ended:
            signed = replace(signed, taken_back=max(ended, key=_end_order).ended_by)
        standing = [s for s in own.instruments if s.stands(self.day)]
        if standing:
            return self._deposited(standing, signed)
        left = [s for s in own.instruments if s.bound_from and s.ends_on and s.bound_from < s.ends_on <= self.day]
        return self._left(left, signed) if left else signed

    def statuses(self) -> dict[str, Status]:
        """Return where every known participant stands, by id."""
        return {id_: self.status(id_) for id_ in self.participants}

    def in_force_for(self, participant: str) -> date | None:
        """Return the day from which the treaty binds a participant whose instrument stands, an organization's too."""
        status = self.status(participant)
        return status.in_force_on if status.has_deposited else None

    def _deposited(self, standing: list[Standing], signed: Status) -> Status:
        first = min(standing, key=_order)
        until = max(standing, key=_end_order)
        return replace(
            signed,
            kind=TreatyStatus.IN_FORCE if self._is_in_force(first) else TreatyStatus.DEPOSITED,
            instrument=first.action,
            deposited_on=first.on,
            in_force_on=self._in_force_on(first),
            notice=until.ended_by,
            leaves_on=until.ends_on,
        )

    def _left(self, left: list[Standing], signed: Status) -> Status:
        last = max(left, key=_end_order)
        return replace(
            signed,
            kind=TreatyStatus.WITHDRAWN,
            instrument=last.action,
            deposited_on=last.on,
            in_force_on=self._in_force_on(last),
            notice=last.ended_by,
            leaves_on=last.ends_on,
        )

    def _read(self, record: Acted) -> dict[str, Held]:
        return {id_: held(acts, record.taken_back, self._bound_from) for id_, acts in record.by_participant.items()}

    def _bound_from(self, instrument: TreatyAction) -> date | None:
        """Tell from when an instrument binds; where the rule is not computed, the earliest day on which it can."""
        deposited_on, general, trigger = dated(instrument), self.entry.on, self.entry.trigger_on
        assert deposited_on
        if not self.is_computed:
            return instrument.effective_on or (max(general, deposited_on) if general else None)
        if general is None or trigger is None:
            return None
        if instrument.act is TreatyAct.SUCCESSION:  # Party from the date of the succession of States
            return max(general, instrument.effective_on or deposited_on)
        return later_date(general, deposited_on, trigger, self.treaty.later_days)

    def _in_force_on(self, instrument: Standing) -> date | None:
        return instrument.bound_from if self.is_computed else instrument.action.effective_on

    def _is_in_force(self, instrument: Standing) -> bool:
        day = self._in_force_on(instrument)
        return day is not None and day <= self.day

    def _is_state(self, participant: str) -> bool:
        known = self.participants.get(participant)
        return known is not None and known.entity is not Entity.REIO

    def _roll(self, pick: Callable[[Held], Standing | None]) -> Roll:
        picked = [s for id_, own in self._held.items() if id_ in self.participants and (s := pick(own))]
        picked.sort(key=lambda s: (s.on, self.participants[s.participant].key, s.participant))
        states = tuple(s for s in picked if self._is_state(s.participant))
        return Roll(states, tuple(s for s in picked if not self._is_state(s.participant)))

    def _entry(self) -> EntryIntoForce:
        changes: Counter[date] = Counter()
        for id_, own in self._held.items():
            if self._is_state(id_):
                for start, end in periods(own.instruments):
                    changes[start] += 1
                    changes[end] -= 1
        reached = accumulate(sorted(changes.items()), lambda before, now: (now[0], before[1] + now[1]))
        trigger = next((day for day, standing in reached if standing >= self.treaty.threshold), None)
        if trigger is None:
            return EntryIntoForce()
        deposits = self._roll(lambda own: s if (s := _first(own.instruments, trigger)) and s.on == trigger else None)
        return EntryIntoForce(general_date(trigger, self.treaty.days_after), trigger, deposits.states)


def _first(standings: Iterable[Standing], day: date) -> Standing | None:
    return min((s for s in standings if s.stands(day)), key=_order, default=None)


def _order(standing: Standing) -> tuple[date, str]:
    return standing.on, standing.action.id


def _end_order(standing: Standing) -> tuple[date, date, str]:
    return standing.ends_on or date.max, standing.on, standing.action.id
