"""The head of a country: its names, its status by the record, what is still open to it, the ladder to deposit."""

import re
from datetime import date

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from hanoi_desk.board import Board
from hanoi_desk.briefing.sources import Sources
from hanoi_desk.briefing.strip import Strip
from hanoi_desk.coverage import standing
from hanoi_desk.language import Language, days_left, long_date, name_of, short_date
from hanoi_desk.records import (
    Coverage,
    CoverageRole,
    DomesticStage,
    DomesticStep,
    Mission,
    Proof,
    Source,
    StepState,
    TreatyAction,
)
from hanoi_desk.store import Query
from hanoi_desk.treaty import OpenPath, Stage, StageMark, StageStep, TreatyStatus, open_paths, stepper
from hanoi_desk.ui.colours import TileState, Tone, shown_colours
from hanoi_desk.ui.countries.dossier import Dossier
from hanoi_desk.ui.countries.wording import sentence, status_pill
from hanoi_desk.ui.forms.step import StepForm
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import (
    Card,
    ElidedLabel,
    FlowLayout,
    Pill,
    Step,
    StepLook,
    Stepper,
    TextLabel,
    length,
    make_small,
    set_tip,
)
from hanoi_desk.ui.widgets.painting import paint_panel

_KEY = re.compile(r" ?\[S\d+\]")

#: The stages that a person notes; all others come from the depositary's record or from contacts.
_AT_HOME = frozenset(stage.value for stage in DomesticStage)

_LOOKS = {
    StageMark.DONE: StepLook.DONE,
    StageMark.NOW: StepLook.NOW,
    StageMark.NEXT: StepLook.NEXT,
    StageMark.AHEAD: StepLook.NEXT,
    StageMark.SKIPPED: StepLook.NEXT,
    StageMark.CLAIMED: StepLook.NEXT,
    StageMark.NOT_APPLICABLE: StepLook.NOT_APPLICABLE,
    StageMark.CLOSED: StepLook.CLOSED,
}


def flowing(flow: FlowLayout, *widgets: QWidget) -> QWidget:
    """Return a widget that sets the others beside each other, on as many lines as its width asks for."""
    holder = QWidget()
    holder.setLayout(flow)
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    for widget in widgets:
        flow.addWidget(widget)
    return holder


class CountryHeader(Card):
    """The first card of a country's page."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.session = session
        self.setObjectName("country_header")
        self.name = TextLabel("", "title")
        self.name.setObjectName("country_name")
        self.other_name = ElidedLabel("", "other_name")
        self.other_name.setObjectName("country_other_name")
        self.edit = make_small(QPushButton())
        self.edit.setObjectName("edit_country")
        self._names = flowing(FlowLayout(spacing=length(self, 0.35)), self.name, self.other_name)
        self._pills = FlowLayout(spacing=length(self, 0.3))
        self._pill_row = flowing(self._pills)
        self._pill_row.setObjectName("country_status")
        self.about = TextLabel("", "muted", wrap=True)
        self.about.setObjectName("country_about")
        self.open_path = TextLabel("", wrap=True)
        self.open_path.setObjectName("open_path")
        self.next_step = TextLabel("", wrap=True)
        self.next_step.setObjectName("next_legal_step")
        self.organization = TextLabel("", "muted", wrap=True)
        self.stepper = Stepper()
        self.stepper.setObjectName("stepper")
        self._shown: tuple[Dossier, Board, tuple[StageStep, ...]] | None = None
        self.stepper.opened.connect(self._open_step)
        self._arrange()

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(length(self, 0.5))
        top.addWidget(self._names, 1)
        top.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignTop)
        self.body.setSpacing(length(self, 0.3))
        self.body.addLayout(top)
        for widget in (
            self._pill_row,
            self.about,
            self.open_path,
            self.next_step,
            self.organization,
        ):
            self.body.addWidget(widget)
        self.body.addSpacing(length(self, 0.4))
        self.body.addWidget(self.stepper)

    def retranslate(self) -> None:
        """Put the words on the button."""
        self.edit.setText(self.tr("Edit"))
        self.edit.setToolTip(self.tr("Lead mission, priority and other names (F2)"))
        self.edit.setAccessibleName(self.tr("Edit the country (F2)"))

    def show_dossier(self, dossier: Dossier, board: Board) -> None:
        """Show a country."""
        session, place = self.session, dossier.place
        other = Language.VI if session.language is Language.EN else Language.EN
        self.name.setText(session.name(place.participant))
        self.other_name.setText(name_of(place.participant, other))
        self.other_name.setVisible(self.other_name.text() != self.name.text())
        self._names.updateGeometry()
        self._show_pills(dossier, board)
        sources = Sources(session.store, session.language)
        strip = Strip(session.store, dossier.situation, session.language, sources)
        budapest = strip.cells()[3]
        self.about.setText(" · ".join(self._about(dossier, budapest.label, budapest.value, budapest.notes)))
        set_tip(self.about, "\n".join(line.text for line in sources.lines()))
        self.open_path.setText(self._open_words(dossier, board))
        self.next_step.setText(self.tr("Next legal step: {step}").format(step=strip.next_step()))
        self.organization.setText(f"{session.word('doc.reio_note')}." if dossier.situation.is_organization else "")
        self.organization.setVisible(dossier.situation.is_organization)
        ladder = self._ladder(dossier, board)
        self._shown = (dossier, board, ladder)
        self.stepper.show_steps([self._step(step) for step in ladder])
        places = [place for place, step in enumerate(ladder) if step.stage.value in _AT_HOME]
        self.stepper.set_open(places, self.tr("Left and Right choose a step at home, Enter notes it."))

    def _open_step(self, place: int) -> None:
        """Open the small form of a step at home; signature and deposit come from the depositary's record alone."""
        if self._shown is None:
            return
        dossier, board, ladder = self._shown
        at = ladder[place]
        blank = DomesticStep(participant=dossier.id, treaty=board.treaty.id, stage=DomesticStage(at.stage.value))
        country, stage = self.session.name(dossier.place.participant), self.session.label(at.stage)
        title = self.tr("{country}: {step}").format(country=country, step=stage)
        form = StepForm(self.session, at.step or blank, title, self)
        form.saved.connect(lambda _: self._say_noted(country, stage, place))
        form.open()

    def _say_noted(self, country: str, stage: str, place: int) -> None:
        noted = self.tr("Noted for {country}: {step}.").format(country=country, step=stage)
        self.session.say(noted, undo=True)
        self.stepper.choose(place)
        self.stepper.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_pills(self, dossier: Dossier, board: Board) -> None:
        self._pills.clear()
        words, tone = status_pill(self.session, board, dossier.place)
        pills = [(words, tone)]
        if dossier.situation.is_approved_at_home:
            step = dossier.situation.step
            mark = f" {self.session.word('doc.unverified')}" if step and step.proof is Proof.UNVERIFIED else ""
            pills.append((self.session.word("status.domestic_done") + mark, Tone.NEUTRAL))
        if dossier.place.promise:
            act = self.session.label(dossier.place.promise.act).lower()
            pills.append((self.tr("Promised to {act}").format(act=act), Tone.AMBER))
        if any(isinstance(statement, TreatyAction) for statement in dossier.statements):
            pills.append((self.tr("Unverified statement on file"), Tone.AMBER))
        for one, colour in pills:
            self._pills.addWidget(Pill(one, colour))
        self._pill_row.setAccessibleName(", ".join(one for one, _ in pills))
        self._pill_row.updateGeometry()

    def _about(self, dossier: Dossier, label: str, value: str, notes: tuple[str, ...]) -> list[str]:
        participant = dossier.place.participant
        parts = [self.session.label(participant.group)]
        # The line of an African State also says that nothing is held on Malabo, which is news on paper only.
        held = ", ".join(_aside(_KEY.sub("", note).strip()) for note in notes if not note.startswith("Malabo"))
        parts.append(f"{label}: {value[:1].lower()}{value[1:]}" + (f" ({held})" if held else ""))
        parts += self._looked_after(dossier)
        if participant.priority:
            ranks = {1: self.tr("High priority"), 2: self.tr("Middle priority"), 3: self.tr("Low priority")}
            reason = f": {participant.priority_reason}" if participant.priority_reason else ""
            parts.append(ranks.get(participant.priority, "") + reason)
        return parts

    def _looked_after(self, dossier: Dossier) -> list[str]:
        """Return which of our missions leads, and who is accredited or a channel today."""
        store, held = self.session.store, Query(Coverage, (("participant", "=", dossier.id),))
        own = standing(store.all(held), self.session.today).get(dossier.id, ())
        names = {m.id: self.session.name(m) for m in store.many(Mission, [c.mission for c in own])}
        lead = names.get(dossier.place.lead or "")
        parts = [self.tr("Looked after by {mission}").format(mission=lead) if lead else self.tr("No lead mission set")]
        for role in CoverageRole:
            others = [names[c.mission] for c in own if c.role is role and c.mission in names]
            if others and role is not CoverageRole.LEAD:
                parts.append(f"{self.session.label(role)}: {', '.join(others)}")
        return parts

    def _open_words(self, dossier: Dossier, board: Board) -> str:
        if dossier.place.status.has_deposited:
            return self.tr("Legal path: completed")
        paths = open_paths(board.ledger, dossier.id)
        if not paths:
            return self.tr("Legal path: none is open at present")
        words = " · ".join(self._path(path, board) for path in paths)
        closes, is_late = board.treaty.closes_on, board.days_left is None
        if is_late and closes and dossier.place.status.kind is TreatyStatus.NOT_SIGNED:
            over = self.tr("signature closed on {day}").format(day=self._day(closes))
            return self.tr("Still open: {paths} ({over})").format(paths=words, over=over)
        return self.tr("Still open: {paths}").format(paths=words)

    def _path(self, path: OpenPath, board: Board) -> str:
        words = self.session.label(path.path).lower()
        if path.last_day is None or board.days_left is None:
            return words
        left = days_left(board.days_left, self.session.language)
        return self.tr("{path} until {day}, {left}").format(
            path=words, day=self._day(path.last_day), left=left[:1].lower() + left[1:]
        )

    def _day(self, day: date) -> str:
        return long_date(day, self.session.language)

    def _ladder(self, dossier: Dossier, board: Board) -> tuple[StageStep, ...]:
        place = dossier.place
        return stepper(board.ledger, dossier.id, dossier.steps, contacted=place.last_contact is not None)

    def _step(self, step: StageStep) -> Step:
        session, mark = self.session, step.mark
        title = self._short(step.stage)
        notes = {
            StageMark.NEXT: self.tr("next"),
            StageMark.CLAIMED: self.tr("only reported"),
            StageMark.NOT_APPLICABLE: session.label(mark).lower(),
            StageMark.CLOSED: self.tr("closed"),
        }
        day = short_date(step.on) if step.on else ""
        if step.step and step.step.state is StepState.PLANNED:
            planned = self.tr("planned {day}").format(day=day).strip()
            notes |= {StageMark.NEXT: planned, StageMark.AHEAD: planned, StageMark.SKIPPED: planned}
        is_reached = mark in (StageMark.DONE, StageMark.NOW)
        unverified = session.word("doc.unverified") if is_reached and step.proof is Proof.UNVERIFIED else ""
        told = (session.label(step.stage), session.label(mark).lower(), day, unverified)
        in_words = ", ".join(part for part in told if part)
        if unverified:  # the mark takes the lines of the day, which stands with the title then
            return Step(f"{title} {day}", _LOOKS[mark], unverified, in_words)
        return Step(title, _LOOKS[mark], day if is_reached else notes.get(mark, day), in_words)

    def _short(self, stage: Stage) -> str:
        """Return the name of a stage that fits under its circle; the whole of it is in the tool tip."""
        return {
            Stage.CONTACTED: self.tr("In contact"),
            Stage.CONSIDERING: self.tr("Considering"),
            Stage.POLICY_DECISION: self.tr("Decision taken"),
            Stage.FULL_POWERS: self.tr("Full powers"),
            Stage.LEGAL_REVIEW: self.tr("Legal review"),
            Stage.PARLIAMENT_SUBMITTED: self.tr("In parliament"),
            Stage.PARLIAMENT_APPROVED: self.tr("Parliament approved"),
            Stage.ASSENTED: self.tr("Assent"),
            Stage.INSTRUMENT_SIGNED: self.tr("Instrument signed"),
            Stage.DEPOSITED: self.tr("Deposited"),
            Stage.IN_FORCE: self.tr("In force"),
            Stage.WITHDRAWN: self.tr("Left"),
        }.get(stage, self.session.label(stage))


class StatementsStrip(Card):
    """What others report and no depositary confirms, plainly marked."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.session = session
        self.setObjectName("statements")
        self.body.setSpacing(length(self, 0.25))

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the statements on a country; without any the strip is not there."""
        while item := self.body.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.setVisible(bool(dossier.statements))
        self.set_title(self.tr("Not confirmed by the depositary, and not counted"))
        for statement in dossier.statements:
            self._say(statement, dossier.source_of(statement))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        bar = QRectF(1, length(self, 0.5), length(self, 0.2), self.height() - length(self, 1))
        paint_panel(QPainter(self), bar, shown_colours().states[TileState.PROMISED].ground, "", 2)

    def _say(self, statement: TreatyAction | DomesticStep, source: Source | None) -> None:
        kind = self.session.label(source.kind) if source else self.tr("No source on file")
        if isinstance(statement, TreatyAction):
            text = statement.text or self.session.label(statement.act)
            missing = statement.missing
        else:
            text = statement.text or self.session.label(statement.stage)
            missing = self.tr("it is a step at home, not a deposit")
        words = self.tr("{kind}, not confirmed by the depositary: {text}").format(kind=kind, text=sentence(text))
        as_of = (source.as_of or source.on) if source else None
        parts = (
            source.title if source else "",
            self.session.word("brief.as_of_day", day=short_date(as_of)) if as_of else "",
            self.tr("missing: {what}").format(what=missing) if missing else "",
        )
        self.body.addWidget(TextLabel(words, wrap=True))
        self.body.addWidget(TextLabel(" · ".join(part for part in parts if part), "caption", wrap=True))


def _aside(note: str) -> str:
    """Return a note as one of several within brackets."""
    bare = note[1:-1] if note.startswith("(") and note.endswith(")") else note
    return bare[:1].lower() + bare[1:]
