"""Packs kept with their texts, copied, deleted and brought back; editions under numbers that are never given twice."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from brief_desk import KENYA, TODAY, busy, contact, country, desk, keep

from hanoi_desk.board import board
from hanoi_desk.briefing.checks import CheckKind, checks
from hanoi_desk.briefing.pack_texts import texts_on_file
from hanoi_desk.desk import (
    NumberTaken,
    Refused,
    copy_pack,
    delete_pack,
    edition_file,
    editions,
    freeze_edition,
    restore,
    save_pack,
    start_desk,
    trash,
)
from hanoi_desk.document_numbers import desk_mark, is_number_taken, next_document_number, same_number
from hanoi_desk.documents import Document, Wanted, collect, draw, last_edition
from hanoi_desk.language import Language
from hanoi_desk.records import (
    Attachment,
    DocumentLanguage,
    Pack,
    PackEdition,
    PackPart,
    PackText,
    Person,
    Product,
    new_id,
)
from hanoi_desk.store import Query, Store

PACK = Pack(name="Kenya", participants=(KENYA,), language=DocumentLanguage.EN)
POINT = PackText(pack=PACK.id, part=PackPart.POINT, text_en="Only deposits count.")
AVOID = PackText(pack=PACK.id, part=PackPart.AVOID, text_en="No dates for others.")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with desk(tmp_path) as opened:
        yield opened


def document(store: Store, pack: Pack = PACK, **more: object) -> Document:
    texts = texts_on_file(store, pack)
    return draw(collect(store, Wanted(pack=pack, texts=texts, moment=TODAY, printed_at=TODAY, draft=False, **more)))  # type: ignore[arg-type]


def frozen(store: Store, number: str = "", pack: Pack = PACK, copies: int = 0) -> PackEdition:
    number = number or next_document_number(store, 2026)
    return freeze_edition(store, pack, document(store, pack, number=number), TODAY.date(), copies=copies)


# ---- packs ----


def test_a_pack_is_kept_with_its_texts_as_one_save_and_undone_whole(store: Store) -> None:
    save_pack(store, PACK, [POINT, AVOID])
    assert [text.text_en for text in texts_on_file(store, PACK)] == [POINT.text_en, AVOID.text_en]
    save_pack(store, replace(PACK, name="Kenya again"), [AVOID])
    assert [text.part for text in texts_on_file(store, PACK)] == [PackPart.AVOID]
    store.undo()
    assert [text.part for text in texts_on_file(store, PACK)] == [PackPart.POINT, PackPart.AVOID]
    assert store.need(Pack, PACK.id).name == "Kenya"
    store.undo()
    assert store.get(Pack, PACK.id) is None


def test_a_pack_without_a_name_is_refused_and_nothing_is_kept(store: Store) -> None:
    with pytest.raises(Refused):
        save_pack(store, replace(PACK, name="  "), [POINT])
    assert store.all(Query(PackText)) == []


def test_the_history_of_a_pack_tells_of_its_texts(store: Store) -> None:
    save_pack(store, PACK, [POINT])
    save_pack(store, PACK, [replace(POINT, text_en="Only deposits bring it into force.")])
    told = [(entry.table, entry.field, entry.after) for entry in store.history(PACK)]
    assert ("pack_text", "text_en", "Only deposits bring it into force.") in told


def test_a_copy_has_texts_of_its_own_and_no_editions(store: Store) -> None:
    save_pack(store, PACK, [POINT])
    frozen(store)
    copy = copy_pack(store, PACK, "Kenya, spring")
    (text,) = texts_on_file(store, copy)
    assert (text.text_en, text.id != POINT.id) == (POINT.text_en, True)
    assert editions(store, copy) == []
    delete_pack(store, copy)
    assert texts_on_file(store, PACK)


def test_a_deleted_pack_comes_back_from_the_trash_with_texts_editions_and_files(store: Store) -> None:
    save_pack(store, PACK, [POINT])
    edition = frozen(store)
    delete_pack(store, PACK)
    assert store.get(Pack, PACK.id) is None
    assert trash(store, TODAY)[0].label == "Kenya"
    store.undo()
    assert editions(store, PACK) == [edition]
    assert edition_file(store, edition)
    delete_pack(store, PACK)
    back = restore(store, store.many(PackEdition, [edition.id], deleted=True))
    assert {record.table for record in back} == {"pack", "pack_edition"}


# ---- editions ----


def test_an_edition_keeps_number_data_file_and_who_printed_it(store: Store) -> None:
    save_pack(store, PACK, [POINT])
    made = document(store, number="HD-2026-0001")
    edition = freeze_edition(store, PACK, made, TODAY.date(), copies=12)
    assert (edition.number, edition.document, edition.copies, edition.pages) == (1, "HD-2026-0001", 12, 1)
    assert (edition.as_of, edition.made_on) == (made.as_of.isoformat(), TODAY.date())
    assert edition.data_sha256 == sha256(made.data.encode()).hexdigest()
    assert edition_file(store, edition) == made.content
    assert "HD-2026-0001" in pypdf.PdfReader(BytesIO(made.content)).pages[0].extract_text()
    assert edition.file_name == "HD_KEN_brief_2026-11-22_v1_en.pdf"
    found = [store.need(Attachment, hit.id).name for hit in store.search("HD KEN 2026") if hit.kind is Attachment]
    assert found == [edition.file_name]
    assert not [hit for hit in store.search("HD-2026-0001") if hit.kind is Attachment]


def test_numbers_of_a_year_follow_one_another_and_are_never_given_twice(store: Store) -> None:
    save_pack(store, PACK, [])
    mark = desk_mark(store)
    assert re.fullmatch(r"[A-Z]\d\d", mark)
    assert next_document_number(store, 2026) == f"HD-2026-0001-{mark}"
    frozen(store)
    second = frozen(store)
    assert second.document == f"HD-2026-0002-{mark}"
    store.undo()
    assert [edition.document for edition in editions(store, PACK)] == [f"HD-2026-0001-{mark}"]
    assert next_document_number(store, 2026) == f"HD-2026-0003-{mark}"
    delete_pack(store, PACK)
    assert next_document_number(store, 2026) == f"HD-2026-0003-{mark}"
    assert next_document_number(store, 2027) == f"HD-2027-0001-{mark}"


def test_a_copy_of_the_desk_on_another_laptop_gives_numbers_of_its_own(tmp_path: Path) -> None:
    with desk(tmp_path) as store:
        first = next_document_number(store, 2026)
        path = store.path
    with Store.open(path, installation="b" * 32) as copied:
        second = next_document_number(copied, 2026)
    with Store.open(path) as back:
        assert next_document_number(back, 2026) == first
    assert (first[:12], first == second) == (second[:12], False)


def test_the_register_goes_on_after_numbers_without_a_mark_and_not_after_those_of_others(store: Store) -> None:
    save_pack(store, PACK, [])
    frozen(store, "HD-2026-0012")
    frozen(store, "HD-2026-0040-Z99")
    assert next_document_number(store, 2026) == f"HD-2026-0013-{desk_mark(store)}"


def test_a_number_that_came_twice_from_two_laptops_is_told_with_the_other_document(store: Store) -> None:
    save_pack(store, PACK, [])
    other = copy_pack(store, PACK, "Kenya, spring")
    mine = frozen(store, "HD-2026-0001")
    theirs = replace(mine, id=new_id(), pack=other.id, number=3)
    keep(store, theirs)
    assert (same_number(store, mine), same_number(store, theirs)) == ([theirs], [mine])
    found = [one for one in checks(store, board(store, TODAY), PACK, (), TODAY.date()) if one.serious]
    (twice,) = [one for one in found if one.kind is CheckKind.NUMBER_TWICE]
    assert twice.record == ("pack", other.id)
    assert "HD-2026-0001 stands on edition 1 of this document and on edition 3 of “Kenya, spring”" in twice.words


def test_a_number_that_an_edition_bears_is_refused(store: Store) -> None:
    save_pack(store, PACK, [])
    frozen(store, "HD-2026-0147")
    assert is_number_taken(store, "HD-2026-0147")
    assert next_document_number(store, 2026).startswith("HD-2026-0148-")
    with pytest.raises(NumberTaken):
        frozen(store, "HD-2026-0147")
    with pytest.raises(NumberTaken):
        freeze_edition(store, PACK, document(store), TODAY.date())


def test_the_next_edition_says_what_changed_since_the_last(store: Store) -> None:
    save_pack(store, PACK, [])
    frozen(store)
    assert last_edition(store, PACK.id) == editions(store, PACK)[0]
    assert document(store).changed == ("Since version 1 of 22 November 2026: no change.",)
    keep(store, *contact(77, date(2026, 11, 21)))
    made = document(store)
    assert made.version == 2
    (changed,) = made.changed
    assert changed.replace("\u00a0", " ") == "Since version 1 of 22 November 2026: contact of 21/11/2026 added."
    page = " ".join(pypdf.PdfReader(BytesIO(made.content)).pages[0].extract_text().split())
    assert "Since version 1 of 22 November 2026: contact of 21/11/2026 added." in page


def test_a_meeting_brief_says_on_page_one_what_changed(store: Store) -> None:
    meeting = replace(PACK, product=Product.BILATERAL)
    save_pack(store, meeting, [])
    assert document(store, meeting).changed == ()
    frozen(store, pack=meeting)
    keep(store, *contact(77, date(2026, 11, 21)))
    made = document(store, meeting)
    page = " ".join(pypdf.PdfReader(BytesIO(made.content)).pages[0].extract_text().split())
    assert "Since version 1 of 22 November 2026: contact of 21/11/2026 added." in page


def test_an_edition_in_one_language_tells_one_in_the_other_what_changed(store: Store) -> None:
    save_pack(store, PACK, [])
    frozen(store)
    keep(store, *contact(77, date(2026, 11, 21)))
    (changed,) = document(store, replace(PACK, language=DocumentLanguage.VI)).changed
    assert changed.replace("\u00a0", " ") == "Từ bản 1 (22/11/2026): thêm tiếp xúc ngày 21/11/2026."


def test_a_country_that_is_new_in_an_edition_says_so(store: Store) -> None:
    save_pack(store, PACK, [])
    frozen(store)
    both = replace(PACK, participants=(KENYA, country("DZ")))
    assert "Algeria: Not in version 1: new in this one." in [
        text.replace("\u00a0", " ") for text in document(store, both).changed
    ]


def test_a_brief_that_was_never_saved_says_what_changed_since_any_edition_told_of_the_country(store: Store) -> None:
    of_many = Pack(name="All", product=Product.EVENT, participants=(KENYA, country("DZ")), sections=("sheets",))
    save_pack(store, of_many, [])
    frozen(store, "HD-2026-0012", of_many)
    keep(store, *contact(77, date(2026, 11, 21)))
    (changed,) = document(store).changed
    assert changed.replace("\u00a0", " ") == "Since HD-2026-0012 of 22 November 2026: contact of 21/11/2026 added."
    assert document(store).version == 1
    assert document(store, replace(PACK, participants=(country("GH"),))).changed == ()


def test_keeping_a_pack_or_an_edition_is_no_news(tmp_path: Path) -> None:
    at = [TODAY - timedelta(hours=1)]
    with Store.create(tmp_path / "ticking.desk", clock=lambda: int(at[0].timestamp() * 1000)) as store:
        start_desk(store)
        at[0] += timedelta(minutes=30)
        save_pack(store, PACK, [POINT])
        frozen(store)
        assert document(store).as_of == TODAY - timedelta(hours=1)
        at[0] += timedelta(minutes=5)
        keep(store, *contact(77, date(2026, 11, 21)))
        assert document(store).as_of == at[0]


# ---- erasing ----


def test_erasing_a_person_takes_the_file_of_every_edition_that_names_her(store: Store, tmp_path: Path) -> None:
    busy(store, Language.EN)
    (person,) = store.all(Query(Person, limit=1))
    save_pack(store, PACK, [])
    other = Pack(name="Algeria", participants=(country("DZ"),), language=DocumentLanguage.EN)
    save_pack(store, other, [])
    named, without = frozen(store), frozen(store, pack=other)
    assert person.name in pypdf.PdfReader(BytesIO(edition_file(store, named) or b"")).pages[0].extract_text()
    told = store.erasure(person.id)
    assert (told.editions, told.files) == (1, 0)
    store.erase(person.id, "a person who was erased", in_texts=True)
    left = store.need(PackEdition, named.id)
    assert (left.file_sha256, left.document, edition_file(store, left)) == ("", named.document, None)
    assert store.file(named.file_sha256) is None
    assert edition_file(store, without)
    assert person.name.encode() not in (tmp_path / "brief.desk").read_bytes()
    store.undo()
    assert edition_file(store, store.need(PackEdition, named.id)) is None
