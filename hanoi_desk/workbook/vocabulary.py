"""What columns may mean and what they are called, so that their meaning can be guessed from their headings."""

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from hanoi_desk.text import fold
from hanoi_desk.workbook.legacy import Legacy, repaired


class RowKind(StrEnum):
    """What one row is; the words are in `words.csv` under `row_kind.`."""

    OUTREACH = "outreach"  # a contact, with countries, people, a promise and a task in the same row
    PEOPLE = "people"
    COMMITMENTS = "commitments"
    FOLLOW_UPS = "follow_ups"
    EVENTS = "events"


class Meaning(StrEnum):
    """What a column holds; the words are in `words.csv` under `meaning.`."""

    KEY = "key"
    DATE = "date"
    COUNTRY = "country"
    SUBJECT = "subject"
    NOTES = "notes"
    COMMENT = "comment"
    PERSON = "person"
    POST = "post"
    ORGANISATION = "organisation"
    LEVEL = "level"
    PROMISE = "promise"
    ACT = "act"
    BY = "by"
    GRADE = "grade"
    TASK = "task"
    DUE = "due"
    OWNER = "owner"
    DONE = "done"
    PLACE = "place"
    EVENT = "event"
    CONTACT = "contact"
    EVENT_KIND = "event_kind"
    ENDS = "ends"
    REFERENCE = "reference"
    EMAIL = "email"
    PHONE = "phone"
    OURS = "ours"
    TIME = "time"
    PURPOSE = "purpose"
    QUESTIONS = "questions"
    LANGUAGE = "language"


M = Meaning

#: The meanings that columns of each kind of row may have; the first ones are needed.
MEANINGS: Mapping[RowKind, tuple[Meaning, ...]] = {
    RowKind.OUTREACH: (
        *(M.DATE, M.COUNTRY, M.SUBJECT, M.NOTES, M.PERSON, M.POST, M.ORGANISATION, M.LEVEL, M.PROMISE, M.ACT, M.BY),
        *(M.GRADE, M.TASK, M.DUE, M.OWNER, M.PLACE, M.EVENT, M.CONTACT, M.COMMENT, M.REFERENCE, M.KEY),
        *(M.OURS, M.TIME, M.PURPOSE, M.QUESTIONS, M.LANGUAGE),
    ),
    RowKind.PEOPLE: (M.PERSON, M.COUNTRY, M.POST, M.ORGANISATION, M.LEVEL, M.EMAIL, M.PHONE, M.NOTES, M.KEY),
    RowKind.COMMITMENTS: (*(M.COUNTRY, M.DATE, M.PROMISE, M.ACT, M.BY, M.GRADE, M.PERSON, M.POST, M.LEVEL, M.KEY),),
    RowKind.FOLLOW_UPS: (M.TASK, M.DUE, M.OWNER, M.COUNTRY, M.DONE, M.KEY),
    RowKind.EVENTS: (M.EVENT, M.DATE, M.ENDS, M.PLACE, M.EVENT_KIND, M.COUNTRY, M.NOTES, M.KEY),
}

#: Without these no row can be read.
NEEDED: Mapping[RowKind, tuple[Meaning, ...]] = {
    RowKind.OUTREACH: (M.DATE, M.COUNTRY),
    RowKind.PEOPLE: (M.PERSON,),
    RowKind.COMMITMENTS: (M.COUNTRY, M.DATE),
    RowKind.FOLLOW_UPS: (M.TASK,),
    RowKind.EVENTS: (M.EVENT,),
}

#: Those that several columns may share; their texts are then joined.
SHARED = frozenset({M.NOTES, M.COMMENT, M.COUNTRY, M.PERSON, M.OURS})
DATES = (M.DATE, M.BY, M.DUE, M.ENDS)

# Headings as they are folded, the longest of them that stands in a heading decides.
_HEADINGS: Mapping[Meaning, str] = {
    M.KEY: "key; id; ma; ma so; record id; khoa",
    M.DATE: "date; ngay; day; thoi gian; thoi diem; ngay gap; ngay tiep xuc; ngay thang; ngay hop; held on; "
    "starts; from; "
    "start date; tu ngay; ngay bat dau; when; ngay cam ket; made on; khi nao",
    M.COUNTRY: "country; countries; state; states; nuoc; quoc gia; cac nuoc; ten nuoc; delegation; delegations; doan; "
    "participant; party; phai doan; doi tac; nuoc doi tac; pays; quoc gia vung lanh tho; hosts; nuoc chu nha",
    M.SUBJECT: "subject; chu de; tieu de; topic; trich yeu; summary; van de; tom tat; ve viec; headline",
    M.NOTES: "notes; note; ghi chu; noi dung; noi dung trao doi; content; details; record; chi tiet; y kien; ket qua; "
    "remarks; what was said; phat bieu; result; outcome; dien bien; discussion; ghi chep; minutes",
    M.COMMENT: "comment; nhan xet; danh gia; binh luan; comments; assessment; y kien cua ta",
    M.PERSON: "who; person; people; name; names; nguoi gap; nguoi tiep; ho ten; ho va ten; ten; can bo; "
    "doi tac gap; contact; "
    "counterpart; interlocutor; full name; nguoi tiep xuc; gap ai; met; who met; speaker; nguoi phat bieu; dai dien",
    M.POST: "title; post; position; chuc vu; chuc danh; function; job title; cuong vi; rank title",
    M.ORGANISATION: "organisation; organization; co quan; to chuc; don vi; institution; ministry; agency; body",
    M.LEVEL: "level; cap; cap bac; cap do; rank; cap gap",
    M.PROMISE: "promise; promises; cam ket; commitment; commitments; hua; loi hua; undertaking; "
    "noi dung cam ket; pledge",
    M.ACT: "act; hanh dong; hanh vi; buoc; act promised; hanh dong cam ket; hinh thuc tham gia",
    M.BY: "by; by when; han cam ket; han; thoi han; promised by; by date; du kien; thoi diem du kien; expected; "
    "deadline; "
    "han thuc hien; target date; timeline; khi nao thuc hien",
    M.GRADE: "grade; muc do; muc cam ket; muc; bac; do chac",
    M.TASK: "next step; next steps; follow up; followup; viec can lam; viec tiep theo; buoc tiep theo; task; "
    "todo; to do; "
    "action; cong viec; nhiem vu; theo doi; de xuat; viec; dau viec; action point; can lam",
    M.DUE: "due; due date; han hoan thanh; han xu ly; han viec; due on; thoi han hoan thanh; ngay het han",
    M.OWNER: "owner; nguoi phu trach; phu trach; nguoi thuc hien; responsible; assigned to; chu tri; "
    "can bo phu trach; nguoi "
    "theo doi; dau moi; by whom; officer; nguoi lam",
    M.DONE: "done; status; trang thai; tinh trang; hoan thanh; xong; state of play; da xong",
    M.PLACE: "place; dia diem; noi gap; venue; location; where; o dau; noi; city; thanh pho",
    M.EVENT: "event; su kien; hoi nghi; dip; occasion; ten su kien; ben le; meeting name; conference; hoi thao",
    M.CONTACT: "kind; type; loai; hinh thuc; hinh thuc tiep xuc; loai tiep xuc; kind of contact; loai hinh; "
    "form of contact",
    M.EVENT_KIND: "kind of event; loai su kien; event type",
    M.ENDS: "ends; end date; to; den ngay; ngay ket thuc; until",
    M.REFERENCE: "reference; ref; so hieu; so ky hieu; so cong van; ref no; tham chieu; so dien; cable; cong dien",
    M.EMAIL: "email; e mail; thu dien tu; mail; dia chi email",
    M.PHONE: "phone; telephone; dien thoai; so dien thoai; mobile; tel; dt; sdt; di dong",
    M.OURS: "our side; phia ta; our people; our delegation; can bo tham gia; thanh phan ta; doan ta; phia viet nam",
    M.TIME: "time; gio; gio gap; start time; hour",
    M.PURPOSE: "purpose; muc dich; objective; muc tieu",
    M.QUESTIONS: "questions; cau hoi; questions asked; ban hoi; kien nghi; de nghi cua ban",
    M.LANGUAGE: "language; ngon ngu",
}
_WORDS = {words.strip(): meaning for meaning, texts in _HEADINGS.items() for words in texts.split(";")}
_MOST_WORDS = max(len(words.split()) for words in _WORDS)
_NOT_WORD = re.compile(r"[^\w]+")

# What a heading means depends on what the row is.
_INSTEAD: Mapping[RowKind, Mapping[Meaning, Meaning]] = {
    RowKind.OUTREACH: {M.EVENT_KIND: M.CONTACT},
    RowKind.FOLLOW_UPS: {
        M.BY: M.DUE,
        M.PROMISE: M.TASK,
        M.NOTES: M.TASK,
        M.SUBJECT: M.TASK,
        M.PERSON: M.OWNER,
        M.DATE: M.DUE,
    },
    RowKind.EVENTS: {M.CONTACT: M.EVENT_KIND, M.PERSON: M.EVENT, M.SUBJECT: M.EVENT, M.BY: M.ENDS},
    RowKind.COMMITMENTS: {M.DUE: M.BY, M.NOTES: M.PROMISE, M.SUBJECT: M.PROMISE, M.TASK: M.PROMISE},
    RowKind.PEOPLE: {M.COMMENT: M.NOTES, M.EVENT: M.ORGANISATION},
}


def meaning_of(heading: str) -> Meaning | None:
    """Return what a heading means in English or Vietnamese, with its accents or not, also in an old encoding."""
    found = _meaning(heading)
    if found is None and not heading.isascii():
        found = next((m for encoding in Legacy if (m := _meaning(repaired(heading, encoding)))), None)
    return found


def _meaning(heading: str) -> Meaning | None:
    words = [w for w in _NOT_WORD.split(fold(heading)) if w and not w.isdecimal()]
    if not words:
        return None
    best: tuple[int, int, Meaning] | None = None
    for start in range(len(words)):
        for end in range(min(len(words), start + _MOST_WORDS), start, -1):
            meaning = _WORDS.get(" ".join(words[start:end]))
            # The longest words decide, and of those alike the first.
            if meaning and (best is None or (end - start) > best[0]):
                best = (end - start, start, meaning)
    if best is None or (best[0] == 1 and len(words) > 4):
        return None
    return best[2]


def guess_kind(names: Iterable[str]) -> RowKind:
    """Return what the rows are, as the headings tell."""
    found = {meaning_of(name) for name in names}
    if M.EVENT in found and not found & {M.PERSON, M.NOTES, M.PROMISE, M.COUNTRY, M.TASK}:
        return RowKind.EVENTS
    if M.PERSON in found and found & {M.POST, M.EMAIL, M.PHONE} and not found & {M.DATE, M.PROMISE, M.TASK}:
        return RowKind.PEOPLE
    if M.TASK in found and not found & {M.COUNTRY, M.NOTES, M.PROMISE, M.SUBJECT}:
        return RowKind.FOLLOW_UPS
    if M.TASK in found and found & {M.DUE, M.OWNER} and not found & {M.NOTES, M.PROMISE, M.PERSON, M.DATE}:
        return RowKind.FOLLOW_UPS
    if M.PROMISE in found and not found & {M.NOTES, M.SUBJECT, M.TASK, M.PLACE, M.EVENT}:
        return RowKind.COMMITMENTS
    return RowKind.OUTREACH


def guess_columns(names: Sequence[str], kind: RowKind) -> dict[str, Meaning]:
    """Return what each column seems to mean, each meaning once but for those that columns may share."""
    found: dict[str, Meaning] = {}
    allowed = MEANINGS[kind]
    exact = {name: _WORDS.get(" ".join(_NOT_WORD.split(fold(name))).strip()) for name in names}
    for name in sorted(names, key=lambda one: exact[one] is None):  # the very words first
        meaning = meaning_of(name)
        if meaning is None:
            continue
        for one in (meaning, _INSTEAD[kind].get(meaning)):
            if one in allowed and (one in SHARED or one not in found.values()):
                found[name] = one
                break
    if kind is RowKind.OUTREACH:
        _settle_by_and_due(found)
    return {name: found[name] for name in names if name in found}


def _settle_by_and_due(found: dict[str, Meaning]) -> None:
    """Let "Hạn" be that of the task where there is a task and no promise."""
    held = set(found.values())
    if M.BY in held and M.PROMISE not in held and M.TASK in held and M.DUE not in held:
        found.update({name: M.DUE for name, meaning in found.items() if meaning is M.BY})
