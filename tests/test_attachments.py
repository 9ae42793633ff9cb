"""Files are kept inside the desk, hang on any record, and go out and come back with the folder."""

from datetime import UTC, date, datetime
from hashlib import sha256

import pytest

from hanoi_desk import desk
from hanoi_desk.desk import FILE_LIMIT, TOGETHER_LIMIT, FileFault, NotAttached, attach_files, attachments
from hanoi_desk.desk.exchange_folder import compare_folder, import_folder
from hanoi_desk.folder import FolderFault, read_folder, write_folder
from hanoi_desk.language import Language
from hanoi_desk.records import KINDS, Attachment, Officer, Organisation
from hanoi_desk.store import Action, Query, Store

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 14, 30, tzinfo=UTC)
PDF = b"%PDF-1.7 " + b"Cong ham " * 100


@pytest.fixture
def store(tmp_path):
    with Store.create(tmp_path / "desk.hdesk") as store:
        yield store


@pytest.fixture
def officer(store):
    return desk.keep(store, Officer(name="An"))


def everything(store):
    return {record.id: record for kind in KINDS for record in store.all(Query(kind))}


def test_a_file_is_kept_with_its_hash_and_hangs_on_its_record(store, officer):
    (file,) = attach_files(store, officer, [("Công hàm.PDF", PDF)], TODAY)
    assert file == store.need(Attachment, file.id)
    assert (file.name, file.size, file.media_type, file.added_on) == (
        "Công hàm.PDF",
        len(PDF),
        "application/pdf",
        TODAY,
    )
    assert (file.record_table, file.record, file.sha256) == ("officer", officer.id, sha256(PDF).hexdigest())
    assert store.file(file.sha256) == PDF
    assert attachments(store, officer) == [file]
    assert store.saves(1)[0].action is Action.ATTACH_FILE
    assert store.saves(1)[0].label == "Công hàm.PDF"


def test_several_files_are_one_save_that_can_be_undone(store, officer):
    attach_files(store, officer, [("a.pdf", b"a"), ("b.txt", b"b"), ("c.exe", b"MZ")], TODAY)
    assert [file.name for file in attachments(store, officer)] == ["a.pdf", "b.txt", "c.exe"]
    store.undo()
    assert attachments(store, officer) == []
    store.redo()
    assert len(attachments(store, officer)) == 3


def test_the_same_bytes_are_kept_once_and_hung_once_on_a_record(store, officer):
    other = desk.keep(store, Organisation(name_en="UNODC"))
    first = attach_files(store, officer, [("a.pdf", PDF), ("a.pdf", PDF)], TODAY)
    assert first[0] == first[1]
    assert attach_files(store, officer, [("a.pdf", PDF)], TODAY) == first[:1]
    (elsewhere,) = attach_files(store, other, [("b.pdf", PDF)], TODAY)
    assert elsewhere.sha256 == first[0].sha256
    assert store.files_size() == (1, len(PDF))
    assert set(attachments(store, officer, other)) == {first[0], elsewhere}


def test_a_name_that_is_a_path_is_kept_as_a_plain_name(store, officer):
    (file,) = attach_files(store, officer, [("../../.ssh/id\u202e.exe\0", b"x")], TODAY)
    assert file.name == "_.._.ssh_id.exe"


def test_a_file_that_is_packed_already_comes_back_the_same(store, officer):
    data = b"".join(sha256(str(n).encode()).digest() for n in range(40_000))
    (file,) = attach_files(store, officer, [("a.jpg", data)], TODAY)
    assert store.file(file.sha256) == data


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ([("a.pdf", b"")], FileFault.EMPTY),
        ([("a.pdf", b"x" * (FILE_LIMIT + 1))], FileFault.TOO_LARGE),
        (
            [(f"{n}.pdf", bytes(FILE_LIMIT)) for n in range(TOGETHER_LIMIT // FILE_LIMIT)] + [("z", b"1")],
            FileFault.TOO_MUCH,
        ),
        ([("Báo cáo TUYỆT MẬT.pdf", b"x")], FileFault.SECRET_MARK),
        ([("Báo cáo_MẬT.pdf", b"x")], FileFault.SECRET_MARK),
        ([("MA\u0302\u0323T.pdf", b"x")], FileFault.SECRET_MARK),
        ([("M\u200bẬT.pdf", b"x")], FileFault.SECRET_MARK),
    ],
)
def test_what_may_not_be_kept_is_refused_with_all_that_came_with_it(store, officer, files, why):
    before = store.saves(1)
    with pytest.raises(NotAttached) as refused:
        attach_files(store, officer, [("good.pdf", b"good"), *files], TODAY)
    assert [bad.why for bad in refused.value.files] == [why]
    assert (store.saves(1), attachments(store, officer), store.files_size()) == (before, [], (0, 0))


def test_a_harmless_name_is_no_secret_and_a_person_may_say_so_of_a_mark(store, officer):
    attach_files(store, officer, [("mật khẩu.pdf", b"1"), ("BÍ MẬT THƯƠNG MẠI.pdf", b"2")], TODAY)
    attach_files(store, officer, [("Phim MẬT.pdf", b"3")], TODAY, cleared=True)
    assert len(attachments(store, officer)) == 3


def test_removing_hides_the_file_and_undo_brings_it_back_with_its_bytes(store, officer):
    (file,) = attach_files(store, officer, [("a.pdf", PDF)], TODAY)
    desk.remove(store, file)
    assert attachments(store, officer) == []
    assert store.file(file.sha256) == PDF
    store.undo()
    assert attachments(store, officer) == [file]


def test_files_go_out_with_the_folder_and_come_back_equal(store, officer, tmp_path):
    gone = desk.keep(store, Organisation(name_en="Gone"))
    attach_files(store, gone, [("with it.pdf", b"gone")], TODAY)
    attach_files(store, officer, [("Công hàm.pdf", PDF), ("tool.exe", b"MZ")], TODAY)
    desk.remove(store, gone)
    write_folder(store, tmp_path / "out", Language.VI, NOW)
    with Store.create(tmp_path / "other.hdesk") as other:
        import_folder(other, compare_folder(other, read_folder(tmp_path / "out")))
        assert everything(other) == {i: r for i, r in everything(store).items() if getattr(r, "record", "") != gone.id}
        assert {other.file(file.sha256) for file in attachments(other, officer)} == {PDF, b"MZ"}
        assert other.files_size()[0] == 2
        other.undo()
        assert everything(other) == {}


def test_a_file_that_hangs_on_nothing_is_refused(store, officer, tmp_path):
    with store.change(Action.ADD_RECORD) as change:
        digest = change.keep_file("a.pdf", PDF)
        change.save(Attachment(name="a.pdf", sha256=digest, size=9, record_table="officer", record="nobody"))
    write_folder(store, tmp_path / "out", Language.EN, NOW)
    with Store.create(tmp_path / "other.hdesk") as other:
        (refused,) = compare_folder(other, read_folder(tmp_path / "out")).refused
    assert (refused.why, refused.field) == (FolderFault.NO_SUCH_RECORD, "record")
