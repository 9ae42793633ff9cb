"""What a document is: product, occasion, States, language, marking, papers, and who answers for it."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from hanoi_desk.briefing.event_pack import participants_of_event
from hanoi_desk.briefing.leave_behind import NON_PAPER
from hanoi_desk.language import capital, field_word
from hanoi_desk.records import DocumentLanguage, Event, Marking, Officer, Paper, Product
from hanoi_desk.store import Query
from hanoi_desk.text import fold
from hanoi_desk.ui.log.delegations import Delegations
from hanoi_desk.ui.packs.annexes import AnnexCard
from hanoi_desk.ui.packs.composing import Composed
from hanoi_desk.ui.packs.occasion import FIELDS, OccasionField
from hanoi_desk.ui.packs.scope import Chosen, Scope, chosen
from hanoi_desk.ui.packs.sections import SectionList
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import (
    Card,
    ChipEdit,
    ComboField,
    EvenLayout,
    FormRow,
    Line,
    Suggestion,
    TextArea,
    TextLabel,
    length,
    make_link,
)

#: The products in the order in which they are offered.
PRODUCTS = (Product.BRIEF, Product.BILATERAL, Product.EVENT, Product.LEAVE_BEHIND, Product.REPORT)
#: Those that are about any number of States, and the one that is about exactly one.
_MANY = (Product.BRIEF, Product.BILATERAL, Product.EVENT)


class DocumentTab(QWidget):
    """`edited` gives the fields of the pack that the user changed; nothing here writes."""

    edited = Signal(object)  # dict of fields

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._delegations = Delegations(session)
        self.scope = Scope(session)
        self._composed: Composed | None = None
        self.name = Line()
        self.product = ComboField()
        self.occasion = OccasionField(session)
        self.countries = ChipEdit(self._complete, "")
        self.counted = TextLabel("", "muted", wrap=True)
        self.facet_button = make_link(QPushButton(), quiet=True)
        self.facet_menu = QMenu(self.facet_button)
        self.facet_button.setMenu(self.facet_menu)
        self.language = ComboField()
        self.paper = ComboField()
        self.marking = ComboField()
        self.kind = ComboField()
        self.sections = SectionList()
        self.head_of_delegation = Line()
        self.distribution = TextArea("", least=2, most=8)
        self.prepared_by = ComboField()
        self.reviewed_by = ComboField()
        self.annexes = AnnexCard(session)
        self._fields: dict[str, QWidget] = {
            "name": self.name,
            "product": self.product,
            "occasion": self.occasion,
            "participants": self.countries,
            "language": self.language,
            "paper": self.paper,
            "marking": self.marking,
            "kind": self.kind,
            "head_of_delegation": self.head_of_delegation,
            "distribution": self.distribution,
            "prepared_by": self.prepared_by,
            "reviewed_by": self.reviewed_by,
        }
        for key, field in self._fields.items():
            field.setObjectName(key)
        self.facet_button.setObjectName("by_facet")
        self.counted.setObjectName("counted")
        self._rows = {key: FormRow("", field) for key, field in self._fields.items()}
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        self._what, self._contents, self._who = Card(), Card(), Card()
        for key in ("name", "product", "occasion", "participants"):
            self._what.body.addWidget(self._rows[key])
        under = QHBoxLayout()
        under.addWidget(self.counted, 1)
        under.addWidget(self.facet_button)
        self._under = QWidget()
        self._under.setLayout(under)
        under.setContentsMargins(0, 0, 0, 0)
        self._what.body.addWidget(self._under)
        self._what.body.addWidget(self._beside(7, "language", "paper"))
        self._what.body.addWidget(self._rows["marking"])
        self._what.body.addWidget(self._rows["kind"])
        self._contents.body.addWidget(self.sections)
        self._who.body.addWidget(self._rows["head_of_delegation"])
        self._who.body.addWidget(self._beside(8, "prepared_by", "reviewed_by"))
        self._who.body.addWidget(self._rows["distribution"])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(length(self, 0.7))
        for card in (self._what, self._contents, self._who, self.annexes):
            column.addWidget(card)
        column.addStretch(1)
        self._column = column

    def add_card(self, card: QWidget) -> None:
        """Put another card under the others."""
        self._column.insertWidget(self._column.count() - 1, card)

    def _beside(self, least: float, *keys: str) -> QWidget:
        holder = QWidget()
        even = EvenLayout(least, holder, spacing=length(self, 0.6))
        for key in keys:
            even.addWidget(self._rows[key])
        policy = holder.sizePolicy()
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        return holder

    def _connect(self) -> None:
        self.name.typed.connect(lambda text: self.edited.emit({"name": text}))
        self.product.chosen.connect(lambda key: self.edited.emit({"product": Product(key), "sections": ()}))
        self.occasion.chosen.connect(lambda field, id_: self.edited.emit({field: id_ or None}))
        self.countries.changed.connect(self._take_countries)
        self.countries.added.connect(self._keep_one)
        self.facet_menu.aboutToShow.connect(self._offer_facets)
        self.language.chosen.connect(lambda key: self.edited.emit({"language": DocumentLanguage(key)}))
        self.paper.chosen.connect(lambda key: self.edited.emit({"paper": Paper(key)}))
        self.marking.chosen.connect(lambda key: self.edited.emit({"marking": Marking(key)}))
        self.kind.chosen.connect(lambda key: self.edited.emit({"sections": (key,) if key else ()}))
        self.sections.changed.connect(self._take_sections)
        self.head_of_delegation.typed.connect(lambda text: self.edited.emit({"head_of_delegation": text}))
        self.distribution.edited.connect(
            lambda: self.edited.emit({"distribution": tuple(filter(str.strip, self.distribution.text.splitlines()))})
        )
        for key in ("prepared_by", "reviewed_by"):
            box: Any = self._fields[key]
            box.chosen.connect(lambda id_, key=key: self.edited.emit({key: id_ or None}))

    def retranslate(self) -> None:
        """Put the words on the fields."""
        labels = {
            key: field_word("pack", key, self._session.language)
            for key in self._fields
            if key not in ("occasion", "name", "kind")
        }
        labels["name"] = self.tr("Name of the document")
        labels["kind"] = self.tr("Kind of paper")
        labels["participants"] = self.tr("Countries")
        for key, label in labels.items():
            self._rows[key].set_label(label)
        self.countries.set_name(self.tr("Countries"))
        self.countries.set_placeholder(self.tr("A country or a group"))
        self.name.setPlaceholderText(self.tr("Named by product if left empty"))
        self.facet_button.setText(self.tr("By group, status… ▾"))
        self._contents.set_title(self.tr("Contents"))
        self._contents.set_note(self.tr("drag or Alt+↑↓ to order"))
        self._contents.setToolTip(self.tr("Space ticks a paper, Alt+Up and Alt+Down move it."))
        self.sections.setAccessibleName(self.tr("Contents"))
        self.sections.setAccessibleDescription(self.tr("Space ticks a paper, Alt+Up and Alt+Down move it."))
        self.distribution.setPlaceholderText(self.tr("One recipient a line"))
        words = self._session.label
        self.product.set_choices((one.value, words(one)) for one in PRODUCTS)
        self.language.set_choices((one.value, self._language_words(one)) for one in DocumentLanguage)
        self.paper.set_choices((one.value, words(one)) for one in Paper)
        word_for = self._session.word
        aide, non_paper = word_for("outreach.aide_memoire"), word_for("outreach.nonpaper")
        self.kind.set_choices([("", capital(aide)), (NON_PAPER, capital(non_paper))])
        self.annexes.retranslate()

    def _language_words(self, language: DocumentLanguage) -> str:
        names = {"vi": "Tiếng Việt", "en": "English", "fr": "Français"}
        return " + ".join(names[code] for code in language.value.split("+"))

    # ---- showing ----

    def show_composed(self, composed: Composed, sections: Sequence[tuple[str, str]]) -> None:
        """Show a pack; `sections` are those that its product has, with their words."""
        pack, before = composed.pack, self._composed
        self._composed = composed
        product = pack.product
        self.product.set_value(product.value)
        self.occasion.show_occasion(product, getattr(pack, FIELDS.get(product, "event")) or "")
        labels = {
            Product.EVENT: self.tr("For the event"),
            Product.BILATERAL: self.tr("For the meeting"),
            Product.REPORT: self.tr("On the contact"),
        }
        self._rows["occasion"].set_label(labels.get(product, ""))
        self.occasion.set_name(labels.get(product, ""))
        self._rows["occasion"].setVisible(product in FIELDS)
        is_about_states = product is not Product.REPORT
        self._rows["participants"].setVisible(is_about_states)
        self._under.setVisible(is_about_states)
        self.facet_button.setVisible(product in _MANY)
        if before is None or before.pack.id != pack.id or self._picked() != pack.participants:
            self._show_countries()
        for key, field in (("name", self.name), ("head_of_delegation", self.head_of_delegation)):
            if field.text() != getattr(pack, key):
                field.setText(getattr(pack, key))
        if tuple(filter(str.strip, self.distribution.text.splitlines())) != pack.distribution:
            self.distribution.set_text("\n".join(pack.distribution))
        public = () if product in (Product.EVENT, Product.REPORT, Product.BILATERAL) else (Marking.PUBLIC,)
        usual = (Marking.INTERNAL, Marking.RETURN_AFTER_READING, *public)
        self.marking.set_choices((one.value, self._marking_words(one)) for one in usual)
        self._rows["marking"].setVisible(product is not Product.LEAVE_BEHIND)
        self.language.set_value(pack.language.value)
        self.paper.set_value(pack.paper.value)
        self.marking.set_value(pack.marking.value)
        officers = [("", "–"), *((one.id, one.name) for one in self._officers())]
        for box, id_ in ((self.prepared_by, pack.prepared_by), (self.reviewed_by, pack.reviewed_by)):
            box.set_choices(officers)
            box.set_value(id_ or "")
        self._rows["kind"].setVisible(product is Product.LEAVE_BEHIND)
        self.kind.set_value(NON_PAPER if NON_PAPER in pack.sections else "")
        self._contents.setVisible(bool(sections))
        self.sections.show_sections(sections, pack.sections)
        for key in ("prepared_by", "reviewed_by", "head_of_delegation"):
            self._rows[key].setVisible(product is not Product.LEAVE_BEHIND)
        self._who.setVisible(product is not Product.LEAVE_BEHIND)
        self.annexes.setVisible(product is Product.EVENT)
        self._count()

    def participants(self) -> tuple[str, ...]:
        """Return the States that the document is about now: those chosen, else those of its event."""
        assert self._composed is not None
        pack = self._composed.pack
        chosen_now = self._picked()
        event = self._session.store.get(Event, pack.event) if pack.event and pack.product is Product.EVENT else None
        return chosen_now or (participants_of_event(self._session.store, event) if event else ())

    def _show_countries(self) -> None:
        assert self._composed is not None
        pack = self._composed.pack
        self.countries.set_chips(filter(None, map(self._chip, self.scope.picked(pack.facet, pack.participants))))

    def _chip(self, id_: str) -> Suggestion | None:
        one = chosen(id_)
        return self.scope.suggestion(one) if one else self._delegations.suggestion(id_)

    def _picked(self) -> tuple[str, ...]:
        return self.scope.participants(self.countries.ids)

    def _count(self) -> None:
        assert self._composed is not None
        number = len(self.participants())
        words = self.tr("%n country(s)", "", number) if number else self.tr("No country is chosen yet.")
        if number and not self.countries.ids:
            words = self.tr("%n country(s) of the event", "", number)
        self.counted.setText(words)

    def _marking_words(self, marking: Marking) -> str:
        words = {
            Marking.INTERNAL: self.tr("Internal circulation"),
            Marking.RETURN_AFTER_READING: self.tr("Return after reading"),
            Marking.PUBLIC: self.tr("Public information"),
        }
        return words[marking]

    def _officers(self) -> Iterable[Officer]:
        found: list[Officer] = self._session.store.all(Query(Officer, order_by="title"))
        return found

    # ---- editing ----

    def _complete(self, typed: str) -> list[Suggestion]:
        found = self._delegations.complete_country(typed)
        assert self._composed is not None
        if self._composed.pack.product not in _MANY:
            return found
        groups, wanted = self.scope.complete(typed), fold(typed)
        begins = [any(fold(one.title).startswith(wanted) for one in ones) for ones in (found, groups)]
        return [*groups, *found] if begins == [False, True] else [*found, *groups]

    def _keep_one(self, suggestion: Suggestion) -> None:
        """Hold a paper that is handed over to one State."""
        if self._composed and self._composed.pack.product not in _MANY and len(self.countries.chips) > 1:
            self.countries.set_chips([suggestion])

    def _take_countries(self) -> None:
        assert self._composed is not None
        self.edited.emit(
            {
                "participants": self._picked(),
                "facet": self.scope.facet_words(self.countries.ids, self._composed.languages[0]),
            }
        )

    def _take_sections(self) -> None:
        self.edited.emit({"sections": self.sections.sections})

    def _offer_facets(self) -> None:
        self.facet_menu.clear()
        for title, values in self.scope.menu():
            under = self.facet_menu.addMenu(title)
            for one, words in values:
                under.addAction(words.replace("&", "&&"), self._adder(one))
        self.facet_menu.addSeparator()
        self.facet_menu.addAction(self.tr("All States and organizations"), self._add_all)
        self.facet_menu.addAction(self.tr("Take all out"), self._empty)

    def _adder(self, one: Chosen) -> Callable[[], object]:
        return lambda: self.countries.add(self.scope.suggestion(one))

    def _add_all(self) -> None:
        self.countries.set_chips((self.scope.everyone(),))
        self._take_countries()

    def _empty(self) -> None:
        self.countries.set_chips(())
        self._take_countries()

    def choose_subject(self) -> None:
        """Put the cursor where it is chosen whom the document is about."""
        is_report = self._composed is not None and self._composed.pack.product is Product.REPORT
        field = self.occasion if is_report else self.countries
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> None:
        """Put the cursor on what is chosen first."""
        self.product.setFocus(Qt.FocusReason.OtherFocusReason)
