"""All promises of a desk held against the record: read once, and after a save only what it touched."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from importlib import import_module
from itertools import islice
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from hanoi_desk.agenda import ledger_of, newest_evidence
from hanoi_desk.board import record_as_of
from hanoi_desk.commitments import TREATY_ACTS, Outcome, Reconciled, collective, done_without_promise, reconcile
from hanoi_desk.desk import treaty_id
from hanoi_desk.records import Commitment, DomesticStep, Grade, Proof, Treaty, TreatyAction
from hanoi_desk.store import Change, Query
from hanoi_desk.treaty import INSTRUMENTS, Ledger, Standing
from hanoi_desk.ui.session import Session

if TYPE_CHECKING:
    from hanoi_desk.road import Gathered, Road

#: The treaty whose road is shown first beside that of the Convention.
_FIRST_COMPARED = "untoc"

#: The grades of words that announce an act.
_PROMISED = (Grade.PROMISED, Grade.PROMISED_WITH_DATE, Grade.ACT_UNDER_WAY)

#: What a judgement rests on beside the promise itself.
_RECORD = ("treaty", "treaty_action", "domestic_step", "participant", "source")


#: How many promises are read and judged in one part, and how many that are read already; each takes some 3 ms.
_READ, _JUDGED = 200, 600
#: Milliseconds after the last part in which a page is painted that waited for it.
_REST = 200


def _roads() -> Any:
    return import_module("hanoi_desk.road")  # not at the top: the first page shows none


class Promises(QObject):
    """What has become of each promise, by its identifier; it hears of a change before the pages that ask it."""

    ready = Signal()  # all are judged, after `begin` could not judge them at once

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._store = session.store
        self._unread: list[str] | None = None  # None until the first of all is asked for
        self._known: dict[str, Commitment] = {}
        self._judged: dict[str, Reconciled] = {}
        self._ledgers: dict[str, Ledger | None] = {}
        self._steps: dict[str, list[DomesticStep]] | None = None
        self._nobodys: frozenset[str] | None = None
        self._road: tuple[Road | None] | None = None
        self._unannounced: list[Standing] | None = None
        self._day: date | None = None
        self._gathered: dict[str, Gathered | None] = {}
        self._comparable: tuple[Treaty, ...] | None = None
        self._compared: str | None = None
        self._parts = QTimer(self, interval=0)
        self._parts.timeout.connect(self._go_on)
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._foresee)
        self._ahead: list[Callable[[], object]] = []
        session.heard.connect(self._hear)
        session.closing.connect(self._parts.stop)
        session.closing.connect(self._rest.stop)

    @classmethod
    def of(cls, session: Session) -> "Promises":
        """Return the promises of a session."""
        found = session.findChild(cls)
        return found if isinstance(found, cls) else cls(session)

    @property
    def compared(self) -> str:
        """The treaty whose road is shown beside that of the Convention, by id; empty for none."""
        if self._compared is None:
            self._compared = treaty_id(_FIRST_COMPARED)
        return self._compared

    @compared.setter
    def compared(self, treaty: str) -> None:
        self._compared = treaty

    def judged(self) -> Mapping[str, Reconciled]:
        """Return every promise on file held against the record of its own treaty on the board's day."""
        while not self._judge_part():
            pass
        return self._judged

    def begin(self) -> bool:
        """Tell whether all are judged; of many that is done in parts while the window lives, and `ready` is told."""
        if self._parts.isActive():
            return False
        if not self._judge_part():
            self._parts.start()
            return False
        return True

    def judge_some(self) -> bool:
        """Judge some more of all ahead of need, for a few milliseconds; True when none is left."""
        self._settle()
        if not self._is_done and self._judge_part():
            self._tell()
        return self._is_done

    def judge(self, promises: Iterable[Commitment]) -> dict[str, Reconciled]:
        """Return only these promises held against the record, as they are given."""
        self._settle()
        return {promise.id: self._judge(promise) for promise in promises}

    def collective(self) -> frozenset[str]:
        """Return, by id, what a group said together, which is nobody's commitment."""
        if self._nobodys is None:
            self._nobodys = collective(one.commitment for one in self.judged().values())
        return self._nobodys

    def road(self) -> "Road | None":
        """Return the road of the Convention to its entry into force."""
        judged = self.judged()
        if self._road is None:
            self._road = (_roads().road(self._session.board().ledger, judged.values()),)
        return self._road[0]

    def comparable(self) -> tuple[Treaty, ...]:
        """Return the other treaties of which instruments are on record."""
        self._settle()
        if self._comparable is None:
            verified = (("act", "in", sorted(INSTRUMENTS)), ("proof", "=", Proof.VERIFIED))
            held = self._store.tally(Query(TreatyAction, verified), "treaty")
            ids = sorted(id_ for id_ in held if id_ != self._session.board().treaty.id)
            self._comparable = tuple(t for t in self._store.many(Treaty, ids) if t.opens_on)
        return self._comparable

    def gathered(self, treaty: str) -> "Gathered | None":
        """Return how a treaty gathered its instruments, up to the end of its record as held here."""
        ledger = self.ledger(treaty)
        if treaty not in self._gathered:
            until = record_as_of(self._store, ledger.treaty) if ledger else None
            self._gathered[treaty] = _roads().gathered(ledger, until) if ledger else None
        return self._gathered[treaty]

    def held_until(self, treaty: str) -> tuple[date | None, int]:
        """Return the day that the record of a treaty shows, and how many of its instruments have no date."""
        ledger = self.ledger(treaty)
        undated = (("treaty", "=", treaty), ("act", "in", sorted(INSTRUMENTS)), ("on", "is", None))
        as_of = record_as_of(self._store, ledger.treaty) if ledger else None
        return as_of, self._store.count(Query(TreatyAction, (*undated, ("proof", "=", Proof.VERIFIED))))

    def ledger(self, treaty: str) -> Ledger | None:
        """Return the record of a treaty, None for one that is not on the desk."""
        self._settle()
        return self._ledger(treaty)

    def _ledger(self, treaty: str) -> Ledger | None:
        if treaty not in self._ledgers:
            board = self._session.board()
            if treaty == board.treaty.id:
                return board.ledger
            found = self._store.get(Treaty, treaty)
            participants = {id_: place.participant for id_, place in board.places.items()}
            self._ledgers[treaty] = ledger_of(self._store, found, participants, board.moment) if found else None
        return self._ledgers[treaty]

    def unannounced(self) -> list[Standing]:
        """Return the signatures and instruments under the Convention that no promise had announced, newest first."""
        self._settle()
        if self._unannounced is None:
            ledger = self._session.board().ledger
            promises = self._known.values() if self._unread == [] else self._announcing(ledger)
            self._unannounced = done_without_promise(ledger, promises)
        return self._unannounced

    def evidence(self, one: Reconciled) -> date | None:
        """Return the day of the newest evidence for a promise, its own making included."""
        pair = (one.commitment.participant, one.commitment.treaty)
        found = newest_evidence(self._store, [pair], self._session.board().ledger.day).get(pair)
        return max((day for day in (found, one.shown_on) if day), default=None)

    # ---- inside ----

    def _announcing(self, ledger: Ledger) -> Sequence[Commitment]:
        """Return the promises that may have announced what was done: theirs who did it, none made after it."""
        done = [one for held in (ledger.signatories, ledger.counted) for one in (*held.states, *held.reios)]
        own = (
            ("treaty", "=", ledger.treaty.id),
            ("act", "in", sorted(TREATY_ACTS)),
            ("grade", "in", _PROMISED),
            ("participant", "in", sorted({one.participant for one in done})),
            ("made_on", "<=", max((one.on for one in done), default=ledger.day)),
        )
        return self._store.all(Query(Commitment, own)) if done else ()

    def _go_on(self) -> None:
        self._parts.stop()  # what cannot be read is told once
        if self._judge_part():
            self._tell()
        else:
            self._parts.start()

    @property
    def _is_done(self) -> bool:
        return self._unread == [] and len(self._judged) == len(self._known)

    def _tell(self) -> None:
        self.ready.emit()
        self._ahead = [lambda: self.gathered(self.compared), self.road, self.collective]
        self._rest.start()

    def _foresee(self) -> None:
        """Work out what the first promise that is looked at will ask for of all others, one thing at a time."""
        if self._ahead:
            self._ahead.pop()()
            self._rest.start()

    def _judge_part(self) -> bool:
        """Judge some more; True when none is left."""
        self._settle()
        if self._unread is None:
            self._unread = self._store.ids(Query(Commitment))
        if self._unread:
            page = self._unread[-_READ:]
            self._known |= {c.id: c for c in self._store.many(Commitment, page)}
            del self._unread[-_READ:]
        if len(self._judged) < len(self._known):
            new = (c for id_, c in self._known.items() if id_ not in self._judged)
            self._judged |= {c.id: self._judge(c) for c in list(islice(new, _JUDGED))}
        return self._is_done

    def _judge(self, promise: Commitment) -> Reconciled:
        ledger = self._ledger(promise.treaty)
        if ledger is None:
            return Reconciled(promise, Outcome(promise.state.value))
        if self._steps is None:
            self._steps = defaultdict(list)
            for step in self._store.all(Query(DomesticStep)):
                self._steps[step.participant].append(step)
        return reconcile(promise, ledger, self._steps.get(promise.participant, ()))

    def _settle(self) -> None:
        """Forget what rests on another day of the record."""
        day = self._session.board().ledger.day
        if day != self._day:
            self._day = day
            self._forget_judgements()

    def _hear(self, change: Change) -> None:
        if change.concerns(*_RECORD):
            self._forget_judgements()
        touched = change.touched.get("commitment", frozenset())
        if touched:
            self._nobodys = self._road = self._unannounced = None
        if touched and self._unread is not None:
            for id_ in touched:
                self._known.pop(id_, None)
                self._judged.pop(id_, None)
            self._known |= {c.id: c for c in self._store.many(Commitment, sorted(touched))}

    def _forget_judgements(self) -> None:
        self._judged, self._ledgers, self._gathered = {}, {}, {}
        self._steps = self._road = self._comparable = self._unannounced = None
