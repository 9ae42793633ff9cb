"""A desk for the tests of the event pack: three countries, an event with a programme that clashes."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

import pypdf
from brief_desk import ALGERIA, EU, KENYA, TODAY, busy, country, keep
from pypdf.generic import DictionaryObject, NameObject, TextStringObject
from PySide6.QtCore import QBuffer
from PySide6.QtPdf import QPdfDocument
from reportlab.pdfgen.canvas import Canvas

from hanoi_desk.briefing.event_pack import PackWishes, collect_event_pack
from hanoi_desk.briefing.pack_values import EventPack
from hanoi_desk.language import Language
from hanoi_desk.pdf import Result, write_event_pack
from hanoi_desk.records import Event, Meeting, MeetingState, Officer, Paper, fixed_id
from hanoi_desk.store import Store

EVENT = Event(
    id=fixed_id("pack event"),
    name="Briefing for the African Group",
    name_vi="Buổi thông tin cho Nhóm châu Phi",
    place="Vienna",
    starts_on=date(2026, 12, 2),
    ends_on=date(2026, 12, 3),
    attended=(KENYA, ALGERIA),
    hosts=(EU,),
)
_MEETING = Meeting(
    id=fixed_id("pack meeting 1"),
    on=date(2026, 12, 2),
    event=EVENT.id,
    time="10:30",
    minutes=30,
    place="Room M2",
    participant=KENYA,
    topic="Full powers",
    ours=(fixed_id("officer"),),
    state=MeetingState.CONFIRMED,
)


def with_event(store: Store, language: Language) -> None:
    """Keep the busy file on Kenya, the event and two meetings in one room at one time."""
    busy(store, language)
    officer = Officer(id=fixed_id("note-taker"), name="Attaché")
    other = replace(_MEETING, id=fixed_id("pack meeting 2"), time="10:45", participant=country("GH"), ours=())
    keep(store, officer, EVENT, replace(_MEETING, note_taker=officer.id), other)


def wishes(**more: object) -> PackWishes:
    """Return what the tests ask of a pack."""
    asked = {
        "event": EVENT,
        "facet": "Three States",
        "unit": "Permanent Mission, Vienna",
        "head_of_delegation": "Ambassador",
        "distribution": ("Head of delegation", "Archive"),
        "prepared_by": "Second Secretary",
        "reviewed_by": "Counsellor",
        "number": "HD-2026-0160",
        "version": 2,
        "copies": 12,
    }
    return PackWishes(**asked | more)  # type: ignore[arg-type]


def pack_of(store: Store, keys: Sequence[str], language: Language, now: datetime = TODAY, **more: object) -> EventPack:
    """Collect a pack."""
    ids = [country(key) for key in keys]
    return collect_event_pack(store, ids, language=language, now=now, wishes=wishes(**more))


def bound(*packs: EventPack, paper: Paper = Paper.A4, **more: object) -> tuple[pypdf.PdfReader, Result]:
    """Return the pages as they can be read back, and what came of writing them."""
    buffer = BytesIO()
    result = write_event_pack(packs, buffer, paper, **more)  # type: ignore[arg-type]
    return pypdf.PdfReader(BytesIO(buffer.getvalue())), result


def plain(text: str) -> str:
    """Return a text with every blank and break as one blank."""
    return " ".join(text.split())


@cache
def pages_of(reader: pypdf.PdfReader) -> list[str]:
    """Return the text of each page, with every blank and break as one blank."""
    return [plain(page.extract_text()) for page in reader.pages]


def pages_shown(pack: EventPack) -> list[str]:
    """Return the same of a pack as PDFium reads it, which takes a seventh of the time: for hundreds of pages."""
    buffer = BytesIO()
    write_event_pack([pack], buffer)
    file, document = QBuffer(), QPdfDocument()
    file.setData(buffer.getvalue())
    file.open(QBuffer.OpenModeFlag.ReadOnly)
    document.load(file)
    return [plain(document.getAllText(number).text()) for number in range(document.pageCount())]


@cache
def a_pdf(pages: int = 2, password: str = "") -> bytes:
    """Return a small PDF file as an annex from elsewhere, with a link and a script that must not come along."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(842, 595), invariant=1)
    for number in range(1, pages + 1):
        canvas.drawString(100, 300, f"Foreign page {number}")
        canvas.linkURL("https://example.org", (90, 290, 300, 320))
        canvas.showPage()
    canvas.save()
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(BytesIO(buffer.getvalue())))
    act = DictionaryObject({NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("x")})
    writer.pages[0][NameObject("/AA")] = DictionaryObject({NameObject("/O"): act})
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def in_folder(folder: Path) -> list[str]:
    """Return the names in a folder."""
    return sorted(path.name for path in folder.iterdir())
