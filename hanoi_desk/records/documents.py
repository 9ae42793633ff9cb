"""Documents that are put together from the desk, and the editions that were printed."""

from datetime import date
from typing import ClassVar

from hanoi_desk.records.base import (
    EventId,
    MeetingId,
    MessageId,
    OfficerId,
    OutreachId,
    PackId,
    ParticipantId,
    Record,
    record,
)
from hanoi_desk.records.document_values import DocumentLanguage, Marking, PackPart, Paper, Product


@record
class Pack(Record):
    """A document that is put together: for whom, on whom, with which sections, in which language and marking."""

    table: ClassVar[str] = "pack"
    name: str
    product: Product = Product.BRIEF
    event: EventId | None = None
    meeting: MeetingId | None = None
    outreach: OutreachId | None = None  # of a report
    participants: tuple[ParticipantId, ...] = ()
    facet: str = ""  # what the participants were chosen by, in words
    sections: tuple[str, ...] = ()  # keys in their order; empty for all of the product
    language: DocumentLanguage = DocumentLanguage.VI
    paper: Paper = Paper.A4
    marking: Marking = Marking.INTERNAL
    head_of_delegation: str = ""
    distribution: tuple[str, ...] = ()
    prepared_by: OfficerId | None = None
    reviewed_by: OfficerId | None = None
    draft: bool = False  # marked as one
    copies: int = 0  # that are printed; 0 for one
    numbered: bool = False  # each copy bears its number
    one_sided: bool = False
    greyscale: bool = False


@record
class PackText(Record):
    """A sentence of one pack, in place of the bank's or beside it; the bank itself stays as it is."""

    table: ClassVar[str] = "pack_text"
    pack: PackId
    part: PackPart
    participant: ParticipantId | None = None  # None for the whole pack
    message: MessageId | None = None  # the row of the bank that it replaces
    text_en: str = ""
    text_vi: str = ""
    met_when_en: str = ""  # how an objective is known to have been met
    met_when_vi: str = ""
    position: int = 0


@record
class PackEdition(Record):
    """A pack as it was printed: frozen with its number, its day, a hash of its data, and the file."""

    table: ClassVar[str] = "pack_edition"
    pack: PackId
    number: int
    document: str = ""  # HD-2026-0147
    as_of: str = ""  # the aware moment of the data, ISO 8601
    made_on: date | None = None
    data_sha256: str = ""
    data: str = ""  # what it said of each participant, as JSON: "what changed since" reads from it
    file_name: str = ""
    file_sha256: str = ""
    pages: int = 0
    copies: int = 0
    officer: OfficerId | None = None
