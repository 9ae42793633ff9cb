"""What the cards of a follow-up and of a request share: what it is, for which country, and by which day."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hanoi_desk.ui.log.cards import EditCard
from hanoi_desk.ui.log.fields import Choices, letting_narrow, name_rows
from hanoi_desk.ui.log.people import People
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import ComboField, DateField, EvenLayout, FormRow, Line, length


class DueCard(EditCard):
    """`what` has the whole width, the other fields stand in pairs; a kind of card adds its own and reads all."""

    #: The table of its record, and the fields beside `what` in their order.
    table: str
    beside: tuple[str, ...]

    def __init__(self, session: Session, countries: Callable[[], Choices], people: People) -> None:
        super().__init__()
        self._session = session
        self._countries = countries
        self._people = people
        self.setObjectName(self.table)

    # ---- for each kind of card ----

    def fill(self) -> None:
        """Show the record in the fields; their choices must stand first."""
        raise NotImplementedError

    def offer(self) -> None:
        """Put the choices into the fields."""
        raise NotImplementedError

    def read(self) -> None:
        """Take what the fields say into the record."""
        raise NotImplementedError

    # ---- the fields ----

    def build(self) -> QWidget:
        session = self._session
        self.what = Line()
        self.due_on = DateField(lambda: session.today, "", ahead=True)
        for name in self.beside:
            if name != "due_on":
                setattr(self, name, ComboField())
        self.rows = {name: FormRow("", getattr(self, name)) for name in ("what", *self.beside)}
        for name, row in self.rows.items():
            row.field.setObjectName(f"{self.table}_{name}")
        fields = letting_narrow(QWidget())
        column = QVBoxLayout(fields)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(length(self, 0.4))
        column.addWidget(self.rows["what"])
        pair = EvenLayout(8.2, spacing=length(self, 0.4))
        for name in self.beside:
            pair.addWidget(self.rows[name])
        column.addLayout(pair)
        self.offer()
        self.fill()
        if self._typed_day:
            self.due_on.show_typed(self._typed_day)
        self.retranslate()
        self._connect()
        return fields

    def _connect(self) -> None:
        self.what.typed.connect(self._take)
        self.due_on.changed.connect(self._take)
        self.due_on.line.typed.connect(self.touch)
        for row in self.rows.values():
            if isinstance(row.field, ComboField):
                row.field.chosen.connect(self._take)

    def _take(self) -> None:
        self.read()
        self.touch()

    def first_row(self) -> FormRow:
        return self.rows["what"]

    def day_field(self) -> DateField:
        return self.due_on

    def known_countries(self, own: str | None) -> Choices:
        """Return the countries of the contact, and the record's own where it is not among them."""
        known = self._countries()
        return [*known, (own, self._people.country(own))] if own and own not in dict(known) else known

    def refresh_choices(self) -> None:
        if self.is_built:
            self.offer()
        self.summarise()

    def name_fields(self) -> None:
        """Put the words on the buttons and the fields, in the language of the window, and on the closed card."""
        self.done.setText(self.tr("Done"))
        self.drop.setText(self.tr("Remove"))
        self.cross.setAccessibleName(self.cross.toolTip())
        if self.rows:
            name_rows(self._session, self.table, self.rows)
            self.offer()
        self.summarise()
