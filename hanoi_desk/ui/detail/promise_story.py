"""The card that tells how a promise came about: slipped dates, softer words, grades and who changed them."""

from PySide6.QtWidgets import QWidget

from hanoi_desk.language import short_date
from hanoi_desk.promise_history import Turn, TurnKind, history_of
from hanoi_desk.records import Commitment, Grade, Officer, Outreach
from hanoi_desk.store.titles import title
from hanoi_desk.ui.detail.parts import LinkButton, flow
from hanoi_desk.ui.session import Goal, Session
from hanoi_desk.ui.widgets import Card, TextLabel

#: Lines that are told.
_MOST = 14


class PromiseStory(Card):
    """The history of a promise, the newest first; each line leads to where it was said."""

    def __init__(self, session: Session, promise: Commitment, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("promise_story")
        self._session = session
        self._promise = promise
        self.set_title(self.tr("How it came about"))
        turns = history_of(session.store, promise)[:_MOST]
        outreach = session.store.many(Outreach, list({turn.outreach for turn in turns if turn.outreach}))
        self._talks = {talk.id: talk for talk in outreach}
        for turn in turns:
            self._add(turn)

    @property
    def lines(self) -> list[str]:
        """What is told, line by line."""
        return [label.text() for label in self.findChildren(TextLabel) if label.objectName() == "turn"]

    def _add(self, turn: Turn) -> None:
        words = TextLabel(f"{short_date(turn.on)}  {self._words(turn)}", wrap=True)
        words.setObjectName("turn")
        self.body.addWidget(words)
        talk = self._talks.get(turn.outreach or "")
        if turn.promise.id != self._promise.id:
            self._link(self.tr("Open that promise"), Goal("commitments", turn.promise.id))
        elif talk is not None and turn.kind is not TurnKind.MADE:
            self._link(title(talk) or self._session.label(talk.kind), Goal("outreach", talk.id))

    def _link(self, words: str, goal: Goal) -> None:
        button = LinkButton(words)
        button.clicked.connect(lambda: self._session.go(goal))
        self.body.addWidget(flow(button))

    def _words(self, turn: Turn) -> str:
        match turn.kind:
            case TurnKind.MADE | TurnKind.EARLIER:
                return self._made(turn)
            case TurnKind.SLIPPED if turn.before and turn.after:
                return self.tr("the date slipped from {before} to {after}").format(**self._dates(turn))
            case TurnKind.SLIPPED:
                return self.tr("the date of {before} was dropped").format(**self._dates(turn))
            case TurnKind.BROUGHT_FORWARD if turn.before:
                return self.tr("the date was brought forward from {before} to {after}").format(**self._dates(turn))
            case TurnKind.BROUGHT_FORWARD:
                return self.tr("a date was given: {after}").format(**self._dates(turn))
            case TurnKind.CONVERTED:
                return self.tr("turned into a promise to {act}").format(act=self._act(turn.promise))
            case TurnKind.SOFTENED:
                return self.tr("the words grew softer: {before}, then {after}").format(**self._grades(turn))
            case TurnKind.FIRMER:
                return self.tr("the words grew firmer: {before}, then {after}").format(**self._grades(turn))
            case TurnKind.SAID:
                return self._said(turn)
            case TurnKind.GRADED:
                words = self.tr("grade changed by {who}: {before} → {after}")
                told = words.format(who=self._officer(turn.who), **self._grades(turn))
                return self.tr("{what}. Reason: {why}").format(what=told, why=turn.reason) if turn.reason else told
            case TurnKind.CONFIRMED:
                return self.tr("grade confirmed by {who}").format(who=self._officer(turn.who))
        state = self._session.label(turn.promise.state)
        told = self.tr("{state}, noted by {who}").format(state=state, who=self._officer(turn.who))
        return self.tr("{what}. Reason: {why}").format(what=told, why=turn.reason) if turn.reason else told

    def _made(self, turn: Turn) -> str:
        talk = self._talks.get(turn.outreach or "")
        act, kind = self._act(turn.promise), self._session.label(talk.kind) if talk else ""
        by = self.tr("{act} by {day}").format(act=act, day=short_date(turn.after)) if turn.after else act
        if turn.kind is TurnKind.EARLIER:
            grade = self._session.label(turn.promise.grade)
            return self.tr("earlier promise: {what} ({grade})").format(what=by, grade=grade)
        return self.tr("promised to {what}, {kind}").format(what=by, kind=kind) if kind else by

    def _said(self, turn: Turn) -> str:
        talk = self._talks.get(turn.outreach or "")
        stance = self._session.label(turn.stance) if turn.stance else ""
        kind = self._session.label(talk.kind) if talk else ""
        return self.tr("“{stance}”, {kind}").format(stance=stance, kind=kind)

    def _act(self, promise: Commitment) -> str:
        return self._session.word(f"promised_act.{promise.act.value}")

    def _dates(self, turn: Turn) -> dict[str, str]:
        return {name: short_date(day) if day else "" for name, day in (("before", turn.before), ("after", turn.after))}

    def _grades(self, turn: Turn) -> dict[str, str]:
        before, after = turn.grades or (Grade.NO_POSITION, Grade.NO_POSITION)
        return {"before": self._session.label(before), "after": self._session.label(after)}

    def _officer(self, officer: str) -> str:
        found = self._session.store.get(Officer, officer) if officer else None
        return found.name if found else self.tr("no name given")
