"""What is due for this officer, read from the desk and told in words: for the overview, the page and the reminders."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QObject

from hanoi_desk.agenda import Agenda, Renewal, agenda
from hanoi_desk.board import Board, Place
from hanoi_desk.language import age, capital, overdue, short_date
from hanoi_desk.my_day import Due, Reason, Whose, my_day
from hanoi_desk.records import Ask, Commitment, FollowUp, Officer, Outreach, Participant
from hanoi_desk.store import Change
from hanoi_desk.ui.colours import Tone
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.values import Value, frozen

#: The name under which this laptop remembers whether only the officer's own lines are shown.
_SCOPE = "my_day"
_MINE, _ALL = "mine", "all"

#: From how many days on a day to come is told by its date and not by its distance.
_NEAR = 14

_TONES = {
    Reason.OVERDUE: Tone.RED,
    Reason.TODAY: Tone.AMBER,
    Reason.WE_OWE: Tone.AMBER,
    Reason.RECORD: Tone.AMBER,
}


@frozen
class Told(Value):
    """One line in words: what, whom it is about, where it comes from, whose it is, why, and the same in a few words."""

    title: str
    country: str
    origin: str
    owner: str
    why: str
    short: str
    tone: Tone

    @property
    def detail(self) -> str:
        """What stands under the title where there is room for one line."""
        why = self.why if self.why != self.short else ""
        parts = [part for part in (self.country, why, "" if why else self.origin) if part]
        return capital(" · ".join(parts))


class _Read(QObject):
    """The agenda as it was read last: the overview, the page and the reminders share it until a save or another day."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._kept: tuple[Board, date, Agenda] | None = None
        session.heard.connect(self._hear)

    @classmethod
    def of(cls, session: Session) -> "_Read":
        found = session.findChild(cls)
        return found if isinstance(found, cls) else cls(session)

    def agenda(self) -> Agenda:
        """Return what is due on this day, as the desk holds it."""
        board, today = self._session.board(), self._session.today
        if self._kept is None or self._kept[0] is not board or self._kept[1] != today:
            self._kept = board, today, agenda(self._session.store, board, today)
        return self._kept[2]

    def _hear(self, change: Change) -> None:
        if change.concerns(*DueLines.tables):
            self._kept = None


class DueLines(QObject):
    """Reads and tells what is due; `mine` says whether only this officer's lines are wanted, and is remembered."""

    #: Tables whose changes change what is due.
    tables = (
        "participant",
        "treaty",
        "treaty_action",
        "domestic_step",
        "commitment",
        "outreach",
        "outreach_country",
        "follow_up",
        "ask",
        "officer",
        "source",
        "coverage",
    )

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session

    @property
    def can_be_mine(self) -> bool:
        """Whether the desk knows whose it is."""
        return bool(self.session.store.who)

    @property
    def mine(self) -> bool:
        """Whether only the officer's own lines are wanted."""
        return self.can_be_mine and self.session.store.local(_SCOPE) != _ALL

    def set_mine(self, mine: bool) -> None:
        """Choose, for this desk on this laptop."""
        self.session.store.set_local(_SCOPE, _MINE if mine else _ALL)

    def read(self) -> tuple[Due, ...]:
        """Return what is due now, the most pressing first."""
        store, board = self.session.store, self.session.board()
        whose = None
        if self.mine:
            leads = {id_: place.lead for id_, place in board.places.items()}
            whose = Whose(store.who, store.local("mission") or "", leads)
        return my_day(_Read.of(self.session).agenda(), whose)

    def goal(self, line: Due) -> Goal:
        """Return where a line leads."""
        match line.about:
            case FollowUp():
                return Goal("follow_ups", line.id)
            case Ask():
                return Goal("asks", line.id)
            case Renewal():
                return Goal("commitments", line.id)
            case Place():
                return Goal("countries", line.id)
        return Goal("treaty")

    # ---- words ----

    def tell(self, lines: Sequence[Due]) -> list[Told]:
        """Return lines in words; give no more of them than are shown."""
        store = self.session.store
        tasks = [line.about for line in lines if isinstance(line.about, FollowUp)]
        origins = [task.outreach for task in tasks if task.outreach]
        met = {o.id: o for o in store.many(Outreach, origins)}
        promises = {c.id: c for c in store.many(Commitment, [t.commitment for t in tasks if t.commitment])}
        wanted = [line.participant or _of(line, promises) for line in lines]
        names = {p.id: self.session.name(p) for p in store.many(Participant, [id_ for id_ in wanted if id_])}
        owners = {o.id: o.name for o in store.many(Officer, [line.owner for line in lines if line.owner])}
        told = []
        for line, participant in zip(lines, wanted, strict=True):
            country = names.get(participant or "", "")
            why, short = self._why(line)
            tone = _TONES.get(line.reason, Tone.NEUTRAL)
            title, origin = self._what(line, met, promises)
            told.append(Told(title, country, origin, owners.get(line.owner or "", ""), why, short, tone))
        return told

    def _what(self, line: Due, met: Mapping[str, Outreach], promises: Mapping[str, Commitment]) -> tuple[str, str]:
        match line.about:
            case FollowUp() as task:
                return task.what, self._origin(met.get(task.outreach or ""), promises.get(task.commitment or ""))
            case Ask() as ask:
                return ask.what, self.session.label(ask.direction)
            case Renewal() as renewal:
                promise = renewal.promise.commitment
                act = self.session.word(f"promised_act.{promise.act.value}")
                title = self.tr("Ask whether the promise still stands: {act}").format(act=act)
                return title, self._origin(None, promise)
            case Place() as place:
                day = short_date(place.last_contact_on) if place.last_contact_on else ""
                return self.tr("Get in touch again"), self.tr("last contact {day}").format(day=day)
        return self.tr("Take in a newer status file"), ""

    def _origin(self, outreach: Outreach | None, promise: Commitment | None) -> str:
        if outreach is not None:
            kind = self.session.label(outreach.kind)
            return self.tr("{kind}, {day}").format(kind=kind, day=short_date(outreach.held_on))
        if promise is not None:
            return self.tr("promise of {day}").format(day=short_date(promise.made_on))
        return ""

    def _why(self, line: Due) -> tuple[str, str]:
        """Return the reason in words, and what stands for it on a small pill."""
        session, today, days = self.session, self.session.today, line.days
        about = line.about
        if isinstance(about, FollowUp | Ask) and about.due_on and line.reason is not Reason.THEY_OWE:
            said = self._when(about.due_on, today)
            return said, said
        if line.reason is Reason.UNDATED:
            said = self.tr("no day set")
            return said, said
        if days is None:
            said = session.word("due.no_record" if line.reason is Reason.RECORD else "due.not_answered")
            return said, said
        return session.word(f"due.{line.reason.value}", n=days), session.word("time.days", n=days)

    def _when(self, day: date, today: date) -> str:
        language = self.session.language
        if day < today:
            return overdue(day, today, language)
        return age(day, today, language) if (day - today).days <= _NEAR else short_date(day)


def _of(line: Due, promises: Mapping[str, Commitment]) -> str | None:
    promise = promises.get(line.about.commitment or "") if isinstance(line.about, FollowUp) else None
    return promise.participant if promise else None
