"""What stands in the way of saving a sheet: fields that are not sure, broken rules, marks of a State secret."""

from collections.abc import Iterator
from dataclasses import dataclass, fields

from hanoi_desk import desk
from hanoi_desk.desk import Fault, OutreachEntry
from hanoi_desk.language import short_date
from hanoi_desk.records import Issue, Problem
from hanoi_desk.text import secret_word
from hanoi_desk.ui.log.draft import Writing
from hanoi_desk.ui.log.sheet import Sheet
from hanoi_desk.ui.messages import fault_sentence
from hanoi_desk.ui.widgets import FormRow


@dataclass(frozen=True, slots=True)
class Trouble:
    """A row and the sentence that stands beside it."""

    row: FormRow
    sentence: str


def troubles(sheet: Sheet, entry: OutreachEntry) -> list[Trouble]:
    """Return all that must be mended before the entry can be kept, in the order of the sheet, one a row."""
    found: dict[FormRow, Trouble] = {}
    broken = shown(sheet, desk.check_outreach(entry))
    for trouble in (*_unsettled(sheet), *broken, *_own(sheet, entry), *_too_early(sheet, entry)):
        found.setdefault(trouble.row, trouble)
    return list(found.values())


def shown(sheet: Sheet, faults: list[Fault]) -> Iterator[Trouble]:
    """Yield the faults that the desk found, each beside its row."""
    for fault in faults:
        yield Trouble(sheet.row_of(fault), fault_sentence(fault, sheet.session.language))


def _unsettled(sheet: Sheet) -> Iterator[Trouble]:
    """Yield what is typed into a field of chips or of a date and is not sure; the field has the sentence itself."""
    if not sheet.held_on.settle() or sheet.held_on.value is None:
        sentence = sheet.held_on.problem or sheet.session.word(f"issue.{Issue.NEEDS_DATE}")
        yield Trouble(sheet.rows["held_on"], sentence)
    if not sheet.countries.settle():
        yield Trouble(sheet.rows["countries"], sheet.countries.problem)
    for side, field in sheet.attendees.fields.items():
        if not field.settle():
            yield Trouble(sheet.attendees.rows[side], field.problem)
    for card in (*sheet.commitments.said, *sheet.follow_ups.said, *sheet.asks.said):
        if card.typed_day:
            card.open()
            day = card.day_field()
            day.settle()
            yield Trouble(card.day_row(), day.problem)


def _own(sheet: Sheet, entry: OutreachEntry) -> Iterator[Trouble]:
    """Yield the commitments of which it is not said whose they are."""
    missing = [c for c in entry.commitments if not c.participant]
    yield from shown(sheet, [Fault(c, Problem("participant", Issue.MISSING)) for c in missing])


def _too_early(sheet: Sheet, entry: OutreachEntry) -> Iterator[Trouble]:
    """Yield that the result of a slot has a day to come: it is noted as held."""
    day = entry.outreach.held_on
    if entry.slots and day > sheet.session.today:
        yield Trouble(sheet.rows["held_on"], sheet.session.word("log.result_too_early", day=short_date(day)))


def secret_marks(entry: OutreachEntry) -> Iterator[tuple[str, Fault]]:
    """Yield the marks of State secrets in the texts of the entry, and where they stand; no text goes anywhere else."""
    for record in entry.records():
        for name in (f.name for f in fields(record)):
            value = getattr(record, name)
            mark = secret_word(value) if isinstance(value, str) else None
            if mark:
                yield mark, Fault(record, Problem(name, Issue.LETTER_NOT_ALLOWED))


def marks_of(writing: Writing) -> list[str]:
    """Return the marks of State secrets in all that is written, also in what is typed and not yet part of the entry."""
    typed = [mark for text in writing.typed.values() if (mark := secret_word(text))]
    return [*(mark for mark, _ in secret_marks(writing.entry)), *typed]
