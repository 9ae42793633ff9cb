"""Everything that has happened with one country, newest first, a window of it at a time."""

from collections.abc import Iterator
from itertools import islice

from PySide6.QtWidgets import QPushButton, QWidget

from hanoi_desk.commitments import Reconciled
from hanoi_desk.language import Language, age, capital, date_range, long_date, short_date
from hanoi_desk.records import (
    DomesticStep,
    FollowUp,
    FollowUpState,
    Mention,
    OutreachPerson,
    Proof,
    Side,
    Stance,
    StepState,
    TreatyAction,
)
from hanoi_desk.store.titles import first_line
from hanoi_desk.ui.colours import Tone
from hanoi_desk.ui.countries.dossier import Dossier, Occasion
from hanoi_desk.ui.countries.entries import ContactEntry, Entry, PlenaryEntry, count_of, entries_of
from hanoi_desk.ui.countries.opening import Opening
from hanoi_desk.ui.countries.wording import (
    excerpt,
    outcome_pill,
    promise_marks,
    promise_title,
    promise_words,
    sentence,
)
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.widgets import Card, EmptyState, length, make_link

#: How many entries are shown at first and added at a time.
WINDOW = 20


class Timeline(Card):
    """The entries as rows, each of which opens its record; more are added at the end when asked for or scrolled to."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.session = session
        self.setObjectName("timeline")
        self.body.setSpacing(length(self, 0.15))
        self._dossier: Dossier | None = None
        self._entries: Iterator[Entry] = iter(())
        self._count = 0
        self.rows: list[Opening] = []
        self.more = make_link(QPushButton())
        self.more.setObjectName("timeline_more")
        self.more.clicked.connect(lambda: self.show_more())
        self.nothing = EmptyState("")
        self.body.addWidget(self.nothing)
        self.body.addWidget(self.more)
        self.body.addStretch(1)

    def show_dossier(self, dossier: Dossier, *, at_least: int = 0) -> None:
        """Show the newest entries of a country, at least so many of them."""
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        self._dossier = dossier
        self._count = count_of(self.session.store, dossier)
        self._entries = entries_of(self.session.store, dossier)
        self.nothing.setVisible(not self._count)
        self.nothing.show_sentence(self.tr("Nothing is on file about this country yet. Ctrl+L logs the first contact."))
        self.show_more(max(WINDOW, at_least))

    def show_more(self, amount: int = WINDOW) -> None:
        """Add the next entries at the end; the focus goes to the first of them if it was on the link."""
        had_focus, before = self.more.hasFocus(), len(self.rows)
        for entry in islice(self._entries, amount):
            row = self._row(entry)
            self.body.insertWidget(self.body.count() - 2, row)
            self.rows.append(row)
        left = self._count - len(self.rows)
        self.more.setVisible(left > 0)
        self.more.setText(self.tr("Show earlier entries (%n left)", "", left))
        if had_focus and before < len(self.rows):
            self.rows[before].setFocus()

    @property
    def has_more(self) -> bool:
        """Whether there are entries that are not shown yet."""
        return len(self.rows) < self._count

    # ---- rows ----

    def _row(self, entry: Entry) -> Opening:
        lead = short_date(entry.day) if entry.day else self.tr("no date")
        row = Opening(lead)
        match entry.what:
            case ContactEntry():
                self._contact(row, entry.what)
            case PlenaryEntry():
                self._plenary(row, entry.what)
            case TreatyAction():
                self._action(row, entry.what)
            case DomesticStep():
                self._step(row, entry.what)
            case Reconciled():
                self._promise(row, entry.what)
            case Occasion():
                self._occasion(row, entry.what)
        return row.settle()

    def _opens(self, row: Opening, page: str, record: str) -> None:
        row.clicked.connect(lambda: self.session.go(Goal(page, record)))

    def _contact(self, row: Opening, entry: ContactEntry) -> None:
        outreach, said, label = entry.outreach, entry.said, self.session.label
        kind = label(outreach.kind)
        title = outreach.summary or (first_line(outreach.notes) if said.said else "") or kind
        pills = [] if title == kind else [(kind, Tone.NEUTRAL)]
        if outreach.held_on > self.session.today:
            pills.append((self.session.word("brief.planned"), Tone.BLUE))
        row.head(title, *pills, beside=True)
        quote = f"“{excerpt(said.quote)}”" if said.quote.strip() else ""
        heard, notes = excerpt(said.said) or quote, excerpt(outreach.notes, 200)
        row.say(heard)
        row.say(self.tr("They asked: {what}").format(what=excerpt(outreach.questions)) if outreach.questions else "")
        if notes not in (title, heard):
            row.say(notes, "caption" if heard else "")
        row.say(" · ".join(self._beside(entry)), "caption")
        row.pills(*(self._promise_pill(held) for held in entry.commitments), *map(self._task_pill, entry.tasks))
        self._opens(row, "outreach", outreach.id)

    def _plenary(self, row: Opening, entry: PlenaryEntry) -> None:
        """A statement is nobody's commitment: it is shown with what it says of the Convention, and no more."""
        statement, label = entry.statement, self.session.label
        tone = Tone.GREEN if statement.mention is Mention.MENTIONED else Tone.NEUTRAL
        row.head(self.tr("Statement in a plenary"), (label(statement.mention), tone), beside=True)
        words = excerpt(statement.words)
        row.say(f"“{words}”" if statement.verbatim and words else words)
        row.say(excerpt(statement.translation), "caption")
        stance = label(statement.stance) if statement.stance is not Stance.NOT_STATED else ""
        event = self.session.name(entry.event) if entry.event else ""
        row.say(" · ".join(filter(None, (event, statement.item, statement.speaker, stance))), "caption")
        self._opens(row, "plenary", statement.id)

    def _beside(self, entry: ContactEntry) -> Iterator[str]:
        if entry.event:
            yield self.tr("at {event}").format(event=self.session.name(entry.event))
        if entry.outreach.place:
            yield entry.outreach.place
        if entry.others:
            yield self.tr("with %n other country(ies)", "", entry.others)
        theirs = [_named(p) for p in entry.people if p.side is not Side.OURS]
        if theirs:
            yield ", ".join(theirs[:3]) + (f" +{len(theirs) - 3}" if len(theirs) > 3 else "")

    def _promise_pill(self, held: Reconciled) -> tuple[str, Tone]:
        words, tone = outcome_pill(self.session, held)
        form = self.session.label(held.commitment.form)
        return f"{promise_title(self.session, held)} · {form[:1].lower()}{form[1:]} · {words.lower()}", tone

    def _task_pill(self, task: FollowUp) -> tuple[str, Tone]:
        what = excerpt(task.what, 44)
        if task.state is not FollowUpState.OPEN:
            state = self.session.label(task.state).lower()
            return self.tr("follow-up, {state}: {what}").format(what=what, state=state), Tone.NEUTRAL
        if task.due_on is None:
            return self.tr("follow-up: {what}").format(what=what), Tone.NEUTRAL
        tone = Tone.RED if task.due_on < self.session.today else Tone.NEUTRAL
        return self.tr("follow-up, due {day}: {what}").format(what=what, day=short_date(task.due_on)), tone

    def _action(self, row: Opening, action: TreatyAction) -> None:
        act = self.session.label(action.act)
        if action.proof is Proof.UNVERIFIED:
            reported = self.tr("Reported: {act}").format(act=act.lower())
            row.head(reported, (self.session.label(action.proof), Tone.AMBER), beside=True)
            row.say(sentence(action.text) if action.text else "")
            row.say(self.tr("Missing: {what}").format(what=action.missing) if action.missing else "", "caption")
        else:
            row.head(act, (self.tr("treaty record"), Tone.BLUE), beside=True)
            row.say(action.text, "caption")
        row.say(self.proof_of(action), "caption")
        self._opens(row, "treaty", action.id)

    def _step(self, row: Opening, step: DomesticStep) -> None:
        pills = [(self.tr("step at home"), Tone.NEUTRAL)]
        if step.state is not StepState.DONE:
            pills.append((self.session.label(step.state), Tone.NEUTRAL))
        if step.proof is Proof.UNVERIFIED:
            pills.append((self.session.label(step.proof), Tone.AMBER))
        is_ahead = step.state is StepState.PLANNED
        ahead = capital(self.session.word(f"planned_stage.{step.stage.value}"))
        row.head(ahead if is_ahead else self.session.label(step.stage), *pills, beside=True)
        row.say(sentence(step.text) if step.text else "")
        row.say(self.proof_of(step), "caption")
        if step.outreach:
            self._opens(row, "outreach", step.outreach)
        else:
            self._opens(row, "treaty", step.id)

    def _promise(self, row: Opening, held: Reconciled) -> None:
        row.head(
            promise_title(self.session, held), (self.tr("commitment"), Tone.AMBER), outcome_pill(self.session, held)
        )
        row.say(excerpt(promise_words(held)))
        row.say(promise_marks(self.session, held), "caption")
        self._opens(row, "commitments", held.commitment.id)

    def _occasion(self, row: Opening, occasion: Occasion) -> None:
        event = occasion.event
        row.head(self.session.name(event), (self.session.label(event.kind), Tone.NEUTRAL), beside=True)
        host = self.tr("Host or co-host") if occasion.is_host else ""
        logged = self.tr("%n contact(s) logged there", "", occasion.contacts) if occasion.contacts else ""
        days = date_range(event.starts_on, event.ends_on, self.session.language) if event.starts_on else ""
        row.say(" · ".join(part for part in (host, logged, event.place, days) if part), "caption")
        self._opens(row, "events", event.id)

    def proof_of(self, fact: TreatyAction | DomesticStep) -> str:
        """Return on what a fact rests, in words, with its date; that there is nothing where there is nothing."""
        assert self._dossier is not None
        source = self._dossier.source_of(fact)
        if source is None:
            if isinstance(fact, DomesticStep) and fact.outreach:
                return self.session.word("source_kind.our_record")
            return self.tr("No source on file")
        kind = self.session.label(source.kind)
        parts = [source.title if source.kind.value == "depositary" else f"{kind}: {source.title}"]
        as_of = getattr(fact, "as_of", None) or source.as_of or source.on
        if as_of:
            words = long_date(as_of, Language.EN) if self.session.language is Language.EN else short_date(as_of)
            parts.append(self.session.word("brief.as_of_day", day=words))
            if (self.session.today - as_of).days > 30:
                parts.append(age(as_of, self.session.today, self.session.language))
        return capital(" · ".join(parts))


def _named(person: OutreachPerson) -> str:
    post = ", ".join(part for part in (person.title, person.organisation) if part)
    return f"{person.name} ({post})" if post else person.name
