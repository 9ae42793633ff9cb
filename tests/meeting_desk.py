"""A planned meeting with its pack, and a crowded file, for the tests of the bilateral brief."""

import unicodedata
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from io import BytesIO

import pypdf
from brief_desk import CONVENTION, TODAY, contact, country, keep

from hanoi_desk.briefing.bilateral import collect_bilateral
from hanoi_desk.briefing.bilateral_values import Bilateral
from hanoi_desk.briefing.pack_texts import texts_on_file
from hanoi_desk.language import Language
from hanoi_desk.pdf import Result, write_bilaterals
from hanoi_desk.records import (
    Appointment,
    Ask,
    AskKind,
    Commitment,
    Event,
    FileAuthority,
    FollowUp,
    Grade,
    Meeting,
    Officer,
    Pack,
    PackPart,
    PackText,
    Paper,
    Person,
    Precision,
    Product,
    PromisedAct,
    fixed_id,
)
from hanoi_desk.store import Store


def plan(store: Store, key: str = "KE") -> Pack:
    """Plan a meeting with a country in the margins of an event; return the pack for it."""
    event = Event(id=fixed_id("event", key), name="Briefing for the African Group", name_vi="Buổi thông tin cho Nhóm")
    officers = [Officer(id=fixed_id("ours", key, str(n)), name=f"Officer {n}", title="Counsellor") for n in range(1, 8)]
    lead = Person(id=fixed_id("lead", key), name="Amina Njoroge", pronunciation="a-MI-na", participant=country(key))
    meeting = Meeting(
        id=fixed_id("meeting", key),
        on=date(2026, 12, 2),
        event=event.id,
        time="10:30",
        minutes=30,
        place="Room M7",
        participant=country(key),
        counterpart=lead.id,
        counterpart_text="Mr Otieno; Ms Doe",
        ours=tuple(officer.id for officer in officers),
        note_taker=officers[2].id,
        topic="Signature before the end of the year",
        language="en",
    )
    pack = Pack(
        id=fixed_id("pack", key),
        name=f"Meeting with {key}",
        product=Product.BILATERAL,
        meeting=meeting.id,
        participants=(country(key),),
        head_of_delegation="Ambassador",
        distribution=("Ambassador", "Legal department"),
    )
    keep(store, event, *officers, lead, meeting, pack)
    return pack


def write(store: Store, pack: Pack, part: PackPart, english: str, vietnamese: str = "", **more: object) -> PackText:
    """Write a text of a pack."""
    text = PackText(pack=pack.id, part=part, text_en=english, text_vi=vietnamese, **more)  # type: ignore[arg-type]
    keep(store, text)
    return text


def crowd(store: Store, key: str, count: int = 50) -> None:
    """Fill the file on a country with so many talks, promises, requests and tasks, and with nine persons."""
    records = []
    for n in range(100, 100 + count):
        day = date(2026, 1, 1) + timedelta(days=n - 100)
        records += contact(n, day, key, said="A long statement about the file and the law. " * 4)
        records.append(
            Commitment(
                id=fixed_id("pledge", key, str(n)),
                participant=country(key),
                treaty=CONVENTION,
                act=PromisedAct.DOMESTIC_STEP,
                made_on=day,
                by=date(2026, 10, 1) + timedelta(days=3 * (n - 100)),
                precision=Precision.DAY,
                words="Will take the bill to the committee and report back to the mission in writing",
                grade=Grade.PROMISED_WITH_DATE,
                speaker_title="Deputy Director, International Law, Ministry of Foreign Affairs and Cooperation",
                level=5,
                outreach=fixed_id("talk", key, str(n)),
                condition="if the budget committee agrees with the costs",
            )
        )
        own = {"participant": country(key)}
        due = date(2026, 11, 1) + timedelta(days=n - 100)
        records.append(FollowUp(id=fixed_id("task", key, str(n)), what=f"Send paper {n}", due_on=due, **own))
        records.append(
            Ask(id=fixed_id("ask", key, str(n)), what=f"Group {n}", kind=AskKind.TRAINING, due_on=due, **own)
        )
    for n in range(9):
        person = Person(
            id=fixed_id("person", key, str(n)),
            name=f"The Right Honourable Alexandra Fitzgerald-Worthington {n}",
            participant=country(key),
            biography="Joined the foreign service in 1998. " + "Served as legal adviser in Geneva and New York. " * 9,
        )
        title = "Director-General for International Legal Affairs and Treaties"
        records.append(person)
        records.append(
            Appointment(
                id=fixed_id("post", key, str(n)),
                person=person.id,
                title=title,
                participant=country(key),
                level=4,
                authority=FileAuthority.DRAFTS,
            )
        )
    keep(store, *records)


def bilateral(
    store: Store, key: str, language: Language, now: datetime = TODAY, pack: Pack | None = None, **more: object
) -> Bilateral:
    """Collect the brief for a meeting with a country."""
    unit = "Permanent Mission, Vienna" if language is Language.EN else "Phái đoàn Thường trực, Vienna"
    wanted = {"unit": unit, "prepared_by": "A. Drafter", "number": "HD-2026-0152", "version": 1} | more
    texts = texts_on_file(store, pack) if pack else ()
    return collect_bilateral(store, country(key), language=language, now=now, pack=pack, texts=texts, **wanted)  # type: ignore[arg-type]


def pages_of(briefs: Bilateral | Sequence[Bilateral], paper: Paper = Paper.A4) -> tuple[pypdf.PdfReader, Result]:
    """Return the pages as they can be read back, and what came of writing them."""
    buffer = BytesIO()
    result = write_bilaterals([briefs] if isinstance(briefs, Bilateral) else briefs, buffer, paper)
    return pypdf.PdfReader(BytesIO(buffer.getvalue())), result


def said_in(briefs: Bilateral | Sequence[Bilateral]) -> str:
    """Return the text of all pages with every break as one blank, as it stands in the file: composed."""
    reader, _ = pages_of(briefs)
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert unicodedata.is_normalized("NFC", text)
    return text
