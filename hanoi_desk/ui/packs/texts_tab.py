"""The sentences of a document: those of the bank in other words, and the drafter's own, for all States or for one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from hanoi_desk.language import Language, word_of
from hanoi_desk.records import PackPart, PackText, Participant, Product
from hanoi_desk.ui.packs.bank import PARTS, Bank, BankRow, longest
from hanoi_desk.ui.packs.composing import Composed, is_empty, met_when, said
from hanoi_desk.ui.packs.in_sight import bring_into_sight
from hanoi_desk.ui.packs.text_row import Place, RowLook, TextRow
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import Card, ComboField, FormRow, Rule, TextLabel, length, make_small

#: Where the bank has sentences; all other parts hold the drafter's own alone.
_OF_BANK = (PackPart.POINT, PackPart.ANSWER)


class TextsTab(QWidget):
    """`edited` gives the pack with the user's change in it, and the State that it is about, "" for all."""

    edited = Signal(object, str)
    built = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.bank = Bank(session)
        self._composed: Composed | None = None
        self._states: tuple[str, ...] = ()
        self._shown: tuple[object, ...] = ()
        self.scope_field = ComboField()
        self.scope_field.setObjectName("text_scope")
        self._scope_row = FormRow("", self.scope_field)
        self._hint = TextLabel("", "caption", wrap=True)
        self._cards = QVBoxLayout()
        self._cards.setSpacing(length(self, 0.7))
        self.rows: list[TextRow] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(length(self, 0.7))
        head = self._head = Card()
        head.body.addWidget(self._scope_row)
        head.body.addWidget(self._hint)
        column.addWidget(head)
        column.addLayout(self._cards)
        column.addStretch(1)
        self.scope_field.chosen.connect(lambda _: self._build())

    def retranslate(self) -> None:
        """Put the words on the tab; the texts follow when they are shown."""
        self._scope_row.set_label(self.tr("These texts hold for"))
        self._shown = ()

    def forget(self) -> None:
        """Read the bank and the record anew: they may have changed."""
        self.bank.forget()
        self._shown = ()

    @property
    def scope(self) -> str | None:
        """The State whose texts are shown, None for those of all."""
        return self.scope_field.value or None

    def show_composed(self, composed: Composed, states: Sequence[str]) -> None:
        """Show the texts of a pack; what is being typed stays as it is."""
        self._composed, self._states = composed, tuple(states)
        own = composed.scopes()
        places = self._session.board().places
        known: list[Participant] = [places[id_].participant for id_ in dict.fromkeys((*states, *own)) if id_ in places]
        every = self.tr("The whole document")
        named = [(p.id, f"{self._session.name(p)} •" if p.id in own else self._session.name(p)) for p in known]
        self.scope_field.set_choices([("", every), *(named if len(states) > 1 or own else [])])
        self._scope_row.setVisible(self.scope_field.count() > 1)
        words = self.tr("What you write here holds for this document alone. The bank stays as it is.")
        if not PARTS[composed.pack.product]:
            words = self.tr("This document says what stands in the contact. Change it there.")
        self._hint.setText(words)
        if self.isVisible():
            self._follow()

    def _follow(self) -> None:
        if self._composed is not None and self._outline() != self._shown:
            self._build()

    def showEvent(self, event: QShowEvent) -> None:
        """Build what became stale while the tab was not seen."""
        super().showEvent(event)
        self._follow()

    def _outline(self) -> tuple[object, ...]:
        """Return what decides which rows there are, but not what stands in them."""
        assert self._composed is not None
        pack = self._composed.pack
        texts = tuple((t.id, t.part, t.message, t.participant, t.position) for t in self._composed.texts)
        return pack.id, pack.product, pack.language, self._states, self.scope, self._session.language, texts

    def _build(self) -> None:
        composed = self._composed
        assert composed is not None
        focused = self._focused()
        while item := self._cards.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.rows = []
        product = composed.pack.product
        of_sheet = PARTS[Product.BRIEF] if self.scope and product is Product.EVENT else {}
        for part, most in PARTS[product].items():
            self._cards.addWidget(self._card(part, of_sheet.get(part, most)))
        self._shown = self._outline()
        self.built.emit()
        if focused is not None and focused[0] < len(self.rows):
            self.rows[focused[0]].return_to(focused[1])
            bring_into_sight(self.rows[focused[0]])

    # ---- cards ----

    def _card(self, part: PackPart, most: int) -> Card:
        assert self._composed is not None
        composed, scope = self._composed, self.scope
        title = word_of(part, self._session.language)
        card = Card(title)
        card.setObjectName(f"part_{part.value}")
        banked = self.bank.rows(part, composed, scope, self._states)
        own = composed.own(part, scope)
        for number, row in enumerate(banked, 1):
            self._put(card, self._bank_row(part, row, f"{title} {number}"))
        for number, text in enumerate(own, len(banked) + 1):
            self._put(card, self._own_row(part, text, f"{title} {number}"))
        used = len([row for row in banked if not composed.is_left_out(row.message, scope)]) + len(own)
        card.set_note(self.tr("{n} of {most}").format(n=used, most=most) if most > 1 else "")
        if not banked and not own:
            card.body.addWidget(TextLabel(self._unwritten(part), "caption", wrap=True))
        if len(own) < most:
            button = make_small(QPushButton(self.tr("+ Your own")))
            button.setObjectName(f"add_{part.value}")
            button.setAccessibleName(self.tr("Your own text: {part}").format(part=title))
            button.clicked.connect(lambda: self.add(part))
            card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        if part in _OF_BANK and banked:
            others = self.bank.others(part, banked)
            field = ComboField([("", self.tr("Another sentence of the bank…")), *others])
            field.setObjectName(f"other_{part.value}")
            field.setAccessibleName(self.tr("Another sentence of the bank: {part}").format(part=title))
            field.chosen.connect(lambda id_: self._take_from_bank(part, id_))
            card.body.addWidget(field)
        return card

    def _put(self, card: Card, row: TextRow) -> None:
        if card.body.count():
            card.body.addWidget(Rule())
        card.body.addWidget(row)
        self.rows.append(row)

    def _bank_row(self, part: PackPart, row: BankRow, name: str) -> TextRow:
        assert self._composed is not None
        composed, scope = self._composed, self.scope
        held = composed.changed(part, row.message, scope) or composed.changed(part, row.message, None)
        texts = {one: (said(held, one) if held else "") or row.texts[one] for one in composed.tongues}
        look = RowLook(
            name,
            " · ".join(filter(None, (row.code, row.question or row.reason))),
            row.texts,
            self._longest(part),
            is_out=composed.is_left_out(row.message, scope),
        )
        shown = TextRow(look, texts)
        shown.setObjectName(f"bank_{row.code}")
        shown.edited.connect(lambda: self._keep_replaced(part, row, shown))
        shown.left_out.connect(lambda out: self._leave_out(row, out))
        return shown

    def _own_row(self, part: PackPart, text: PackText, name: str) -> TextRow:
        assert self._composed is not None
        languages = self._composed.tongues
        look = RowLook(
            name,
            longest=self._longest(part),
            has_test=part is PackPart.OBJECTIVE and self._composed.pack.product is not Product.BRIEF,
            has_question=part is PackPart.ANSWER,
            placeholder=self.tr("Your own words"),
        )
        shown = TextRow(
            look, {one: said(text, one) for one in languages}, {one: met_when(text, one) for one in languages}
        )
        shown.setObjectName(f"own_{text.id}")
        shown.edited.connect(lambda: self._keep_own(text.id, shown))
        shown.removed.connect(lambda: self._remove(text.id))
        shown.moved.connect(lambda by: self._move(text.id, by))
        return shown

    def _longest(self, part: PackPart) -> Mapping[Language, int]:
        assert self._composed is not None
        return {one: longest(part, self._composed.pack.product, one) for one in self._composed.tongues}

    def _unwritten(self, part: PackPart) -> str:
        words = {
            PackPart.OBJECTIVE: self.tr("Without one, the objective follows from the next legal step."),
            PackPart.REASON: self.tr("Without one, the purpose follows from where the State stands."),
            PackPart.AVOID: self.tr("Without one, the usual two stand there. Own side only."),
            PackPart.PRESS_LINE: self.tr("Only if the press is there."),
            PackPart.INTEREST: self.tr("Without one, what they asked of us stands there."),
        }
        return words.get(part, self.tr("Nothing is written yet."))

    # ---- editing ----

    def add(self, part: PackPart) -> None:
        """Add an empty text of the drafter's own and put the cursor into it."""
        assert self._composed is not None
        position = self._composed.next_position(part, self.scope)
        text = PackText(pack=self._composed.pack.id, part=part, participant=self.scope, position=position)
        self._tell(self._composed.saying(text))
        row = next((row for row in self.rows if row.objectName() == f"own_{text.id}"), None)
        if row is not None:
            row.take_focus()

    def _take_from_bank(self, part: PackPart, message: str) -> None:
        """Use a sentence of the bank that the rule did not choose: it is then a text of the pack."""
        row = self.bank.row(message)
        if row is None:
            return
        assert self._composed is not None
        text = PackText(
            pack=self._composed.pack.id,
            part=part,
            participant=self.scope,
            message=message,
            text_en=row.texts[Language.EN],
            text_vi=row.texts[Language.VI],
        )
        self._tell(self._composed.saying(text))

    def _keep_replaced(self, part: PackPart, row: BankRow, shown: TextRow) -> None:
        assert self._composed is not None
        pack, scope = self._composed.pack, self.scope
        held = self._composed.changed(part, row.message, scope)
        text = held or PackText(pack=pack.id, part=part, participant=scope, message=row.message)
        for language in self._composed.tongues:
            words = shown.text(language)
            text = replace(text, text_en=words) if language is Language.EN else replace(text, text_vi=words)
        composed = self._composed.without(text) if is_empty(text) else self._composed.saying(text)
        self._tell(composed, rebuild=False)

    def _keep_own(self, id_: str, shown: TextRow) -> None:
        assert self._composed is not None
        text = next((one for one in self._composed.texts if one.id == id_), None)
        if text is None:
            return
        for language in self._composed.tongues:
            words, test = shown.text(language), shown.test(language)
            if language is Language.EN:
                text = replace(text, text_en=words, met_when_en=test)
            else:
                text = replace(text, text_vi=words, met_when_vi=test)
        self._tell(self._composed.saying(text), rebuild=False)

    def _leave_out(self, row: BankRow, out: bool) -> None:
        assert self._composed is not None
        composed = self._composed.leaving_out(row.message, self.scope, out)
        if not out and self.scope:
            composed = composed.leaving_out(row.message, None, False)
        self._tell(composed)

    def _remove(self, id_: str) -> None:
        assert self._composed is not None
        text = next(one for one in self._composed.texts if one.id == id_)
        self._tell(self._composed.without(text))

    def _move(self, id_: str, by: int) -> None:
        assert self._composed is not None
        text = next(one for one in self._composed.texts if one.id == id_)
        self._tell(self._composed.moved(text, by))
        row = next((row for row in self.rows if row.objectName() == f"own_{id_}"), None)
        if row is not None:
            row.take_focus()

    def _tell(self, composed: Composed, *, rebuild: bool = True) -> None:
        self._composed = composed
        if rebuild:
            self._build()
        else:
            self._shown = self._outline()
        self.edited.emit(composed, self.scope or "")

    def _focused(self) -> tuple[int, Place] | None:
        for number, row in enumerate(self.rows):
            if (place := row.place()) is not None:
                return number, place
        return None
