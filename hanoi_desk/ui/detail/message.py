"""One row of the message bank: its words in both languages, what they rest on, and for whom they are chosen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from hanoi_desk.briefing.articles import articles_in
from hanoi_desk.briefing.points import (
    QUESTION,
    are_articles_unchecked,
    is_held_back,
    is_unchecked,
    question_of,
    said,
    uses_of,
)
from hanoi_desk.language import Language, capital
from hanoi_desk.records import Evidence, Message, Record
from hanoi_desk.ui.colours import Tone
from hanoi_desk.ui.detail.base import Detail
from hanoi_desk.ui.detail.parts import fact, flow, pill, text_of
from hanoi_desk.ui.session import Session


class MessageDetail(Detail):
    """One row. Its sentences are read here and not changed; a pack says them in other words where it must."""

    kind = Message
    check_asked = Signal(str, str)  # the row, and the evidence that it is to have

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)

    def fill(self, record: Record) -> None:
        assert isinstance(record, Message)
        card = self.head(record.code)
        unchecked = is_unchecked(record)
        tone = Tone.AMBER if record.evidence in (Evidence.C, Evidence.UNVERIFIED) else Tone.NEUTRAL
        pills = [pill(self.session.label(record.evidence), tone)]
        if are_articles_unchecked(record):
            pills.append(pill(self.tr("articles not checked"), Tone.AMBER))
        card.body.addWidget(flow(*pills))
        if unchecked:
            buttons = [self._check(record, Evidence.A)]
            if not record.articles:  # the numbers of articles are compared with the authentic text alone
                buttons.append(self._check(record, Evidence.B))
            card.body.addWidget(flow(*buttons))
        self._words(record)
        self._ground(record)

    def _check(self, record: Message, evidence: Evidence) -> QWidget:
        official = evidence is Evidence.A
        words = self.tr("Checked in the official text…") if official else self.tr("Checked in a secondary source…")
        button = self.button("check" if official else "check_secondary", words, "C" if official else "")
        button.clicked.connect(lambda: self.check_asked.emit(record.id, evidence.value))
        return button

    def _words(self, record: Message) -> None:
        languages = [Language.EN, Language.VI]
        if self.session.language is Language.VI:
            languages.reverse()
        is_answer = record.code.startswith(QUESTION)
        headings = {Language.EN: self.tr("In English"), Language.VI: self.tr("In Vietnamese")}
        for language in languages:
            question = question_of(record, language) if is_answer else ""
            if language is Language.VI and not (record.point_vi or question):
                continue
            words = said(record, language, self.session.board().days_left)
            card = self.card(headings[language])
            card.setObjectName(f"words_{language.value}")
            if question:
                card.body.addWidget(fact(self.tr("Question"), question))
            card.body.addWidget(fact(self.tr("Answer") if is_answer else self.tr("Point"), words))

    def _ground(self, record: Message) -> None:
        card = self.card(self.tr("What it rests on"))
        card.setObjectName("ground")
        articles = articles_in(record.articles, self.session.language)
        texts = {"facts": record.facts, "articles": articles, "source_text": record.source_text}
        for name, text in texts.items():
            if text:
                card.body.addWidget(fact(capital(self.field(record, name)), text))
        card.body.addWidget(fact(capital(self.field(record, "evidence")), self.session.label(record.evidence)))
        use = self.card(self.tr("When it is used"))
        use.setObjectName("use")
        audiences = "; ".join(self.session.label(one) for one in record.audiences)
        use.body.addWidget(fact(capital(self.field(record, "audiences")), audiences))
        uses = "; ".join(capital(self.session.word(key)) for key in uses_of(record))
        use.body.addWidget(fact(self.tr("Chosen by rule for"), uses or self.tr("Nobody: only a drafter chooses it.")))
        if uses and is_held_back(record):
            use.body.addWidget(text_of("", self.tr("No document uses it until it is checked."), "caption"))
