"""`check`, `backup`, `restore`, and a desk with a passphrase, from the command line."""

import os
from datetime import datetime

from cli.answers import kept, refused

from hanoi_desk.records import FollowUp
from hanoi_desk.store import Action, Store

WORDS = "chín nhịp cầu Đuống đỏ nặng"


def given(words, call, *arguments):
    """Call the command with a passphrase on an open file."""
    reading, writing = os.pipe()
    os.write(writing, f"{words}\nanother line".encode())
    os.close(writing)
    try:
        return call(*arguments, "--passphrase-fd", reading)
    finally:
        os.close(reading)


def test_a_sound_desk_passes_every_check(desk, call, answer):
    before = desk.read_bytes()
    assert call("check", desk)[:2] == (0, f"Every check was passed: {desk}\n")
    assert answer("check", desk) == {"sound": True, "pages": [], "structure": [], "links": []}
    assert desk.read_bytes() == before


def test_damage_is_named_and_the_answer_is_no(desk, call):
    with desk.open("r+b") as file:
        file.seek(4096 * 30)
        file.write(b"\xff" * 3000)
    code, out, err = call("check", desk)
    assert code == 1
    assert "Damaged structure" in out
    assert "restore the newest backup" in err


def test_a_backup_is_made_and_brings_the_desk_back(desk, call, answer, tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    made = answer("backup", desk, folder)["backup"]
    with Store.open(desk) as store, store.change(Action.ADD_FOLLOW_UP) as change:
        change.save(FollowUp(what="After the backup"))
    told = answer("restore", made, desk)
    assert kept(desk, FollowUp) == []
    assert [task.what for task in kept(tmp_path / told["replaced"], FollowUp)] == ["After the backup"]


def test_a_desk_made_in_a_folder_that_is_copied_elsewhere_is_warned_about(tmp_path, call):
    (tmp_path / "Dropbox").mkdir()
    code, out, err = call("new", tmp_path / "Dropbox" / "d.hdesk")
    assert (code, out.startswith("The desk is made")) == (0, True)
    assert err.startswith("Another program copies this folder to other computers.")


def test_a_desk_with_a_passphrase_opens_with_it_alone(tmp_path, call):
    desk, folder = tmp_path / "locked.hdesk", tmp_path / "stick"
    folder.mkdir()
    assert given(WORDS, call, "new", desk, "--officer", "An")[0] == 0
    assert given(WORDS, call, "status", desk)[0] == 0
    assert given(f"\ufeff{WORDS}", call, "status", desk)[0] == 0  # as PowerShell begins a file
    assert given(WORDS, call, "check", desk)[0] == 0
    assert "passphrase" in refused(call("status", desk))
    assert "not a passphrase" in refused(given("something else", call, "status", desk))
    assert given(WORDS, call, "backup", desk, folder)[0] == 0
    (copy,) = folder.glob("*.hdesk")
    assert given(WORDS, call, "restore", copy, tmp_path / "again.hdesk")[0] == 0
    assert given(WORDS, call, "status", tmp_path / "again.hdesk")[0] == 0


def test_a_short_passphrase_and_a_file_that_is_not_open_are_refused(tmp_path, call):
    desk = tmp_path / "locked.hdesk"
    assert "at least 12" in refused(given("short", call, "new", desk))
    assert "open file 999" in refused(call("new", desk, "--passphrase-fd", 999))
    assert list(tmp_path.iterdir()) == []


def test_writing_waits_for_the_window_to_be_closed_and_reading_does_not(desk, call, tmp_path):
    entry = tmp_path / "entry.json"
    entry.write_text('{"held_on": "2026-11-22", "countries": [{"country": "Ghana"}]}\n')
    with Store.open(desk, held_at=datetime(2026, 11, 22, 9, 41)):  # noqa: DTZ001
        assert call("status", desk)[0] == 0
        assert "already open" in refused(call("log", desk, entry))


def test_a_wrong_letter_in_a_plain_desk_is_found_beside_its_log(desk, call, answer):
    with Store.open(desk) as store:
        with store.change(Action.ADD_FOLLOW_UP) as change:
            task = change.save(FollowUp(what="Gửi tài liệu zqxwkj"))
        with store.bare() as connection:
            connection.execute("update follow_up set what = 'Gửi tài liệu zqxwkk' where id = ?", (task.id,))
    code, out, err = call("check", desk)
    assert code == 1
    assert f"follow_up {task.id}" in out
    assert "restore the newest backup" in err
