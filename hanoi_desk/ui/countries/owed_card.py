"""What is still owed between a country and us, both ways; for our own side only."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from hanoi_desk.agenda import owed
from hanoi_desk.desk import author
from hanoi_desk.language import age, overdue, short_date
from hanoi_desk.records import Ask
from hanoi_desk.store import Query
from hanoi_desk.ui.colours import Tone
from hanoi_desk.ui.countries.dossier import Dossier
from hanoi_desk.ui.countries.opening import Opening
from hanoi_desk.ui.countries.side_cards import SideCard
from hanoi_desk.ui.countries.wording import excerpt
from hanoi_desk.ui.forms import AskForm
from hanoi_desk.ui.session import Goal, Session

_SHOWN = 4


class OwedCard(SideCard):
    """The requests that wait for an answer, what we owe first, the oldest before all."""

    def __init__(self, session: Session, name: str, parent: QWidget | None = None) -> None:
        super().__init__(session, name, parent)
        self._country = ""

    def show_dossier(self, dossier: Dossier) -> None:
        """Show what is owed both ways."""
        self.empty()
        self._country = dossier.id
        self.set_title(self.tr("Requests, ours and theirs"))
        of_it = (("participant", "=", dossier.id),)
        asks: list[Ask] = self.session.store.all(Query(Ask, of_it))
        waiting = owed(asks)
        both = (*waiting.by_us, *waiting.by_them)
        self.set_note(str(len(both)) if both else "")
        if not both:
            self.say(self.tr("Nothing is owed on either side."), "muted")
        for ask in both[:_SHOWN]:
            self.add(self._row(ask), "asks", ask.id)
        if len(asks) > min(len(both), _SHOWN):
            self.link(self.tr("See all %n", "", len(asks)), self._go(of_it))
        self.link(self.tr("New request…"), self.begin)
        if both:
            self.say(self.session.word("ask.own_side"), "caption")

    def begin(self) -> None:
        """Begin a request of or to this country."""
        store, today = self.session.store, self.session.today
        ask = Ask(what="", participant=self._country, asked_on=today, owner=author(store))
        form = AskForm(self.session, ask, self.tr("New request"), self)
        form.saved.connect(lambda _: self.session.say(self.tr("The request is noted."), undo=True))
        form.open()

    def _go(self, where: tuple[tuple[str, str, str], ...]) -> Callable[[], None]:
        return lambda: self.session.go(Goal("asks", where=where))

    def _row(self, ask: Ask) -> Opening:
        session, row = self.session, Opening()
        late = ask.due_on is not None and ask.due_on < session.today
        pills = [(overdue(ask.due_on, session.today, session.language), Tone.RED)] if late and ask.due_on else []
        row.head(excerpt(ask.what, 120), (session.label(ask.direction), Tone.NEUTRAL), *pills)
        asked = age(ask.asked_on, session.today, session.language) if ask.asked_on else ""
        due = session.word("time.due", day=short_date(ask.due_on)) if ask.due_on and not late else ""
        row.say(" · ".join(part for part in (session.label(ask.kind), asked, due) if part), "caption")
        return row
