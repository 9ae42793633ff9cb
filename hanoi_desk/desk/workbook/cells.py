"""The cells of one row by what their columns mean, repaired and tidied, and what there is to say of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from hanoi_desk.desk.workbook.known import Known
from hanoi_desk.desk.workbook.naming import Countries, countries_in
from hanoi_desk.desk.workbook.remarks import Refusal, Remark, RowCaution, RowFault
from hanoi_desk.periods import Period
from hanoi_desk.text import secret_word, tidy
from hanoi_desk.workbook import CellNote, Sheet, Value
from hanoi_desk.workbook.dates import BadDate, DayOrder, read_day, read_period
from hanoi_desk.workbook.legacy import font_encoding, may_be_legacy, repaired
from hanoi_desk.workbook.mapping import Plan, headings
from hanoi_desk.workbook.vocabulary import Meaning


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet with the plan by which it is read: which columns mean what, and the notes on each row."""

    sheet: Sheet
    plan: Plan
    known: Known
    names: tuple[str, ...]
    columns: Mapping[Meaning, tuple[int, ...]]
    notes: Mapping[int, tuple[CellNote, ...]]

    @classmethod
    def of(cls, sheet: Sheet, plan: Plan, known: Known) -> "Page":
        """Return a sheet ready to be read row by row."""
        names = headings(sheet, plan.header)
        columns: dict[Meaning, tuple[int, ...]] = {}
        for place, name in enumerate(names):
            if (meaning := plan.columns.get(name)) is not None:
                columns[meaning] = (*columns.get(meaning, ()), place)
        notes: dict[int, tuple[CellNote, ...]] = {}
        for note in sheet.notes:
            notes[note.row] = (*notes.get(note.row, ()), note)
        return cls(sheet, plan, known, names, columns, notes)

    def has(self, meaning: Meaning) -> bool:
        """Return whether a column has this meaning."""
        return meaning in self.columns

    def value(self, number: int, column: int) -> Value:
        """Return a cell of a row, its text repaired where that was decided, and tidied."""
        row = self.sheet.rows[number]
        value = row[column] if column < len(row) else None
        return shown_text(self.sheet, self.plan, self.names, number, column, value) if isinstance(value, str) else value


def shown_text(sheet: Sheet, plan: Plan, names: Sequence[str], row: int, column: int, text: str) -> str:
    """Return the text of a cell as it is taken in."""
    encoding = plan.repairs.get(names[column]) if column < len(names) else None
    told = font_encoding(sheet.fonts.get((row, column), ""))
    # A cell that was typed anew in Unicode stays as it is among the old ones.
    if encoding is not None and (told or may_be_legacy(text)):
        text = repaired(text, told[0] if told else encoding, capitals=bool(told and told[1]))
    return tidy(text)


@dataclass(slots=True)
class Cells:
    """One row being read; `remarks` gather what there is to say."""

    page: Page
    number: int
    remarks: list[Remark] = field(default_factory=list)

    def check(self) -> None:
        """Refuse a row with a mark of a State secret, or a cell that could not be read.

        :raises Refusal: for the first of them.
        """
        for column, heading in enumerate(self.page.names):
            value = self.page.value(self.number, column)
            if isinstance(value, str) and (mark := secret_word(value)):
                raise Refusal(Remark(RowFault.SECRET, heading, mark))
        for note in self.page.notes.get(self.number, ()):
            heading = self.page.names[note.column] if note.column < len(self.page.names) else ""
            if heading in self.page.plan.columns:
                remark = Remark(note.fault, heading, note.shown)
                if remark.refuses:
                    raise Refusal(remark)
                self.remarks.append(remark)

    def has(self, meaning: Meaning) -> bool:
        """Return whether a column has this meaning."""
        return self.page.has(meaning)

    def heading(self, meaning: Meaning) -> str:
        """Return the heading of the first column with this meaning."""
        columns = self.page.columns.get(meaning, ())
        return self.page.names[columns[0]] if columns else ""

    def raw(self, meaning: Meaning) -> Value:
        """Return the first value in the columns with this meaning."""
        values = (self.page.value(self.number, column) for column in self.page.columns.get(meaning, ()))
        return next((value for value in values if value is not None and value != ""), None)

    def text(self, meaning: Meaning) -> str:
        """Return the texts of the columns with this meaning, one under the other."""
        values = (self.page.value(self.number, column) for column in self.page.columns.get(meaning, ()))
        return "\n".join(filter(None, map(as_text, values)))

    def line(self, meaning: Meaning) -> str:
        """Return a text on one line."""
        return " ".join(self.text(meaning).split())

    def say(self, why: RowCaution, meaning: Meaning | None = None, value: str = "") -> None:
        """Note what to look at."""
        self.remarks.append(Remark(why, self.heading(meaning) if meaning else "", value))

    def day(self, meaning: Meaning) -> date | None:
        """Return the day of a column, None where the cell is empty.

        :raises Refusal: when it is no date.
        """
        value = self.raw(meaning)
        if value is None:
            return None
        try:
            return read_day(value, self._order(meaning), self.page.sheet.epoch)
        except BadDate as bad:
            raise Refusal(Remark(bad.fault, self.heading(meaning), as_text(value))) from bad

    def period(self, meaning: Meaning) -> Period | None:
        """Return the period of a column, None where the cell is empty.

        :raises Refusal: when it is meant as a date and is none.
        """
        value = self.raw(meaning)
        if value is None:
            return None
        try:
            return read_period(value, self._order(meaning), self.page.sheet.epoch)
        except BadDate as bad:
            raise Refusal(Remark(bad.fault, self.heading(meaning), as_text(value))) from bad

    def countries(self, *, needed: bool) -> Countries:
        """Return what the row names as countries.

        :raises Refusal: when a name is not known or left out, or none stands there though one is `needed`.
        """
        found = countries_in(self.text(Meaning.COUNTRY), self.page.plan, self.page.known)
        heading = self.heading(Meaning.COUNTRY)
        if found.unknown:
            raise Refusal(Remark(RowFault.UNKNOWN_NAME, heading, "; ".join(found.unknown)))
        if found.left_out and not (found.ids or found.bodies):
            raise Refusal(Remark(RowFault.LEFT_OUT, heading, "; ".join(found.left_out)))
        if needed and not (found.ids or found.bodies):
            raise Refusal(Remark(RowFault.NO_COUNTRY, heading))
        for name in found.left_out:
            self.say(RowCaution.NAME_LEFT_OUT, Meaning.COUNTRY, name)
        return found

    def level(self) -> int | None:
        """Return the level, 1 to 8, or None with a remark where it is none."""
        value = self.line(Meaning.LEVEL)
        if not value:
            return None
        if value.isdecimal() and len(value) <= 3 and 1 <= int(value) <= 8:
            return int(value)
        self.say(RowCaution.NOT_A_LEVEL, Meaning.LEVEL, value)
        return None

    def _order(self, meaning: Meaning) -> DayOrder | None:
        return self.page.plan.orders.get(self.heading(meaning))


def as_text(value: Value) -> str:
    """Return a value as text: whole numbers without a point, dates as 2026-11-22."""
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()[:10]
    return value if isinstance(value, str) else str(value)
