"""The sidebar of an open desk: the pages with their counts, whose desk it is, and how old its record is."""

from PySide6.QtWidgets import QWidget

from hanoi_desk.commitments import UNDECIDED
from hanoi_desk.desk.backups import last_backup
from hanoi_desk.language import long_date, number, short_date
from hanoi_desk.records import Commitment, Event, FollowUp, FollowUpState, Mission, Outreach, Participant, Person
from hanoi_desk.store import Change, Query
from hanoi_desk.ui.actions import PAGES
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import Destination, Sidebar

_COUNTED = {
    "countries": Query(Participant),
    "outreach": Query(Outreach),
    "commitments": Query(Commitment, (("state", "in", sorted(UNDECIDED)),)),
    "follow_ups": Query(FollowUp, (("state", "=", FollowUpState.OPEN),)),
    "people": Query(Person),
    "events": Query(Event),
}


class DeskSidebar(Sidebar):
    """Counts anew after every save; the record's day only when the record was touched."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("Hanoi Desk", _destinations(), parent)
        self._session = session
        self._as_of = session.board().as_of
        session.changed.connect(self._heard)

    def retranslate(self) -> None:
        """Put the words on it, in the language of the window."""
        self.set_places(_destinations())
        self._show_desk()

    def _heard(self, change: Change) -> None:
        if change.concerns("treaty", "treaty_action", "source"):
            self._as_of = self._session.board().as_of
        self._show_desk()

    def _show_desk(self) -> None:
        session = self._session
        rules = self._rules()
        for key, asked in _COUNTED.items():
            count = session.store.count(asked)
            self.set_count(key, number(count, session.language) if count else "", rules[key])
        mission = session.store.get(Mission, session.store.local("mission") or "")
        subtitle = session.name(mission) if mission else ""
        if session.store.local("sample"):
            subtitle = self.tr("Sample desk: contacts are invented")
        self.set_title("Hanoi Desk", subtitle)
        self.set_footer("\n".join(self._facts()))

    def _rules(self) -> dict[str, str]:
        """Return what each number counts."""
        return {
            "countries": self.tr("All States and organizations that can join or are on file."),
            "outreach": self.tr("All contacts on file, the planned ones too."),
            "commitments": self.tr("Promises that nobody has closed yet. The page lists the closed ones too."),
            "follow_ups": self.tr("Follow-ups that are open, of everybody. The page lists the closed ones too."),
            "people": self.tr("All persons on file."),
            "events": self.tr("All events on file."),
        }

    def _facts(self) -> list[str]:
        session, facts = self._session, []
        if saves := session.store.saves(1):
            at = saves[0].at.astimezone(session.now.tzinfo)
            facts.append(self.tr("Saved {time}, {day}").format(time=f"{at:%H:%M}", day=short_date(at.date())))
        if at_last := last_backup(session.store):
            day = short_date(at_last.date())
            facts.append(self.tr("Backup checked {time}, {day}").format(time=f"{at_last:%H:%M}", day=day))
        if self._as_of:
            facts.append(self.tr("Treaty record as of {day}").format(day=long_date(self._as_of, session.language)))
        return facts


def _destinations() -> list[Destination]:
    return [Destination(page.key, page.words(), at_foot=page.at_foot) for page in PAGES if not page.under]
