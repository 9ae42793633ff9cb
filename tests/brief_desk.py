"""A small desk for the tests of the country brief: the shipped record, and invented contacts with Kenya."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from io import BytesIO
from pathlib import Path

import pypdf
from ready_desks import started

from hanoi_desk.briefing import Briefing, collect_country_brief
from hanoi_desk.desk import participant_id, treaty_id
from hanoi_desk.language import Language
from hanoi_desk.pdf import Result, write_pdf
from hanoi_desk.records import (
    Appointment,
    Commitment,
    Coverage,
    DomesticStage,
    DomesticStep,
    FileAuthority,
    FollowUp,
    Form,
    Grade,
    Mission,
    MissionKind,
    Objection,
    Officer,
    Outreach,
    OutreachCountry,
    OutreachKind,
    Person,
    Precision,
    PromisedAct,
    Record,
    Source,
    SourceKind,
    TreatyAct,
    TreatyAction,
    fixed_id,
)
from hanoi_desk.store import Action, Store

VIENNA = timezone(timedelta(hours=1))
TODAY = datetime(2026, 11, 22, 15, 5, tzinfo=VIENNA)
SAVED_MS = int(datetime(2026, 11, 22, 14, 30, tzinfo=VIENNA).timestamp() * 1000)
CONVENTION = treaty_id("uncac-cyber")
KENYA, ALGERIA, EU = (participant_id(key) for key in ("KE", "DZ", "EU"))


def country(key: str) -> str:
    """Return the id of a participant."""
    return participant_id(key)


def _saved() -> int:
    return SAVED_MS


@contextmanager
def desk(folder: Path) -> Iterator[Store]:
    """Open a new desk, started on 22 November 2026 at half past two, and close it at the end."""
    with Store.open(started(folder / "brief.desk", _saved), clock=_saved) as store:
        yield store


def keep(store: Store, *records: Record) -> None:
    """Keep records as one save."""
    with store.change(Action.ADD_RECORD) as change:
        for record in records:
            change.save(record)


def deposit(key: str, on: date, act: TreatyAct = TreatyAct.RATIFICATION) -> tuple[Source, TreatyAction]:
    """Return an invented deposit with the depositary's notice that shows it."""
    source = Source(
        id=fixed_id("notice", key), kind=SourceKind.DEPOSITARY, title=f"C.N.{key}.2026.TREATIES-XVIII.16", as_of=on
    )
    return source, TreatyAction(
        id=fixed_id("deposit", key),
        participant=country(key),
        treaty=CONVENTION,
        act=act,
        on=on,
        as_of=on,
        source=source.id,
    )


def contact(number: int, on: date, key: str = "KE", **said: object) -> tuple[Outreach, OutreachCountry]:
    """Return an invented talk with one country."""
    talk = Outreach(id=fixed_id("talk", key, str(number)), held_on=on, summary=f"Talk number {number} on the file.")
    fields = {"said": f"Statement {number} of the delegation.", "level": 6} | said
    return talk, OutreachCountry(
        id=fixed_id("result", key, str(number)),
        outreach=talk.id,
        participant=country(key),
        **fields,  # type: ignore[arg-type]
    )


def busy(store: Store, language: Language) -> None:
    """Fill the file on Kenya with what a living mission has on it."""
    is_english = language is Language.EN

    def either(english: str, vietnamese: str) -> str:
        return english if is_english else vietnamese

    mission = Mission(
        id=fixed_id("mission"),
        kind=MissionKind.EMBASSY,
        name_en="Embassy of Viet Nam in Tanzania (also accredited to Kenya)",
        name_vi="Đại sứ quán Việt Nam tại Tanzania (kiêm nhiệm)",
    )
    officer = Officer(id=fixed_id("officer"), name=either("Third Secretary", "Bí thư thứ ba"), mission=mission.id)
    keep(store, mission, officer, Coverage(participant=KENYA, mission=mission.id))
    adviser = Person(
        id=fixed_id("adviser"),
        name="Wanjiru Kamau",
        pronunciation="oan-GI-ru ca-MAU",
        languages=("en",),
        participant=KENYA,
    )
    director = Person(id=fixed_id("director"), name="Juma Otieno", languages=("en", "sw"), participant=KENYA)
    keep(store, adviser, director)
    keep(
        store,
        Appointment(
            id=fixed_id("post 1"),
            person=adviser.id,
            title=either("Legal adviser, Mission in Vienna", "Cố vấn pháp lý, Phái đoàn tại Vienna"),
            participant=KENYA,
            level=6,
            authority=FileAuthority.DRAFTS,
        ),
        Appointment(
            id=fixed_id("post 2"),
            person=director.id,
            title=either("Director, Ministry of Foreign Affairs", "Vụ trưởng, Bộ Ngoại giao"),
            participant=KENYA,
            level=4,
        ),
    )
    call, asked = contact(1, date(2026, 11, 12), objections=(Objection.CALENDAR, Objection.RIGHTS))
    asked = replace(asked, said=either("asked for a model of full powers.", "bạn hỏi mẫu Giấy ủy quyền."))
    session, took = contact(2, date(2026, 9, 18), level=4)
    took = replace(
        took, said=either("took our note on the end of signature.", "bạn nhận công hàm của ta về thời hạn ký.")
    )
    ahead, later = contact(3, date(2026, 12, 2), said="", level=None)
    ahead = replace(
        ahead,
        kind=OutreachKind.MARGINS,
        summary=either("briefing for the African Group", "buổi thông tin cho Nhóm châu Phi"),
        place="Vienna",
    )
    keep(store, replace(call, kind=OutreachKind.VIDEO_CALL), asked, ahead, later)
    keep(store, replace(session, kind=OutreachKind.WORKING_SESSION), took)
    keep(
        store,
        Commitment(
            id=fixed_id("promise 1"),
            participant=KENYA,
            treaty=CONVENTION,
            act=PromisedAct.SIGN,
            made_on=date(2026, 11, 12),
            words=either("Will ask the capital about full powers", "Xin ý kiến trong nước về Giấy ủy quyền"),
            grade=Grade.WILL_STUDY,
            speaker=adviser.id,
            speaker_title=either("Legal adviser, Mission in Vienna", "Cố vấn pháp lý, Phái đoàn tại Vienna"),
            outreach=call.id,
        ),
        Commitment(
            id=fixed_id("promise 2"),
            participant=KENYA,
            treaty=CONVENTION,
            act=PromisedAct.DOMESTIC_STEP,
            stage=DomesticStage.POLICY_DECISION,
            made_on=date(2026, 9, 18),
            by=date(2026, 10, 31),
            precision=Precision.DAY,
            words=either("Views of all ministries by 31 October", "Lấy xong ý kiến liên ngành trước 31/10"),
            grade=Grade.PROMISED_WITH_DATE,
            form=Form.WRITTEN,
            speaker_title=either("Director, Ministry of Foreign Affairs", "Vụ trưởng, Bộ Ngoại giao"),
            outreach=session.id,
        ),
        FollowUp(
            id=fixed_id("task 1"),
            what=either("Send a model of full powers", "Gửi mẫu Giấy ủy quyền"),
            due_on=date(2026, 11, 20),
            owner=officer.id,
            participant=KENYA,
        ),
        FollowUp(
            id=fixed_id("task 2"),
            what=either("Book a date with the Treaty Section", "Đặt lịch với Ban Điều ước"),
            due_on=date(2026, 12, 1),
            participant=KENYA,
        ),
        DomesticStep(
            id=fixed_id("step"),
            participant=KENYA,
            treaty=CONVENTION,
            stage=DomesticStage.LEGAL_REVIEW,
            on=date(2026, 11, 12),
            outreach=call.id,
        ),
    )


def brief(store: Store, key: str, language: Language, now: datetime = TODAY, **more: object) -> Briefing:
    """Collect the brief on a country."""
    unit = "Permanent Mission, Vienna" if language is Language.EN else "Phái đoàn Thường trực, Vienna"
    people = ("Second Secretary", "Counsellor") if language is Language.EN else ("Bí thư thứ hai", "Tham tán")
    wanted = {
        "unit": unit,
        "prepared_by": people[0],
        "reviewed_by": people[1],
        "reviewed_on": date(2026, 11, 22),
        "number": "HD-2026-0147",
        "version": 2,
        "previous": date(2026, 11, 2),
    } | more
    return collect_country_brief(store, country(key), language=language, now=now, **wanted)  # type: ignore[arg-type]


def printed(briefing: Briefing, language: Language) -> tuple[pypdf.PdfReader, Result]:
    """Return the pages as they can be read back, and what came of writing them."""
    buffer = BytesIO()
    result = write_pdf(briefing, buffer, language)
    return pypdf.PdfReader(BytesIO(buffer.getvalue())), result


def words_of(briefing: Briefing, language: Language) -> str:
    """Return the text of the page with every break and no-break space as one blank."""
    reader, _ = printed(briefing, language)
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())
