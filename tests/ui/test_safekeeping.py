"""The real window before an encrypted desk, beside another program, and on the day of a backup."""

import shutil
from base64 import b64encode
from pathlib import Path
from struct import pack

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox, QPushButton
from ready_desks import filled
from shiboken6 import isValid
from ui.conftest import NOW

from hanoi_desk.desk import keys, start_desk
from hanoi_desk.desk.backups import FOLDER, Findings, backup_is_due, known_backups, last_backup, plain_backups
from hanoi_desk.desk.exports import note_plain_export
from hanoi_desk.records import FollowUp, Officer
from hanoi_desk.settings import desk_folder
from hanoi_desk.storage import Cost, FirstKey
from hanoi_desk.store import Action, Query, Store
from hanoi_desk.ui import first_start, overview_page
from hanoi_desk.ui.app import Application
from hanoi_desk.ui.session import Goal

WORDS = "chín nhịp cầu Đuống đỏ nặng"
CHEAP = Cost(1024, 1, 1)


@pytest.fixture
def program(qapp, theme, tmp_path):
    running = Application(qapp, tmp_path / "config", lambda: NOW)
    running.set_language("en")
    yield running
    for box in QApplication.topLevelWidgets():
        if isinstance(box, QMessageBox):
            box.done(0)
    if running.unlock is not None:
        running.unlock.close()
    if running.first_start is not None:
        running.first_start.close()
    if running.window is not None:
        running.window.close()


def begin(store):
    start_desk(store, None, Officer(name="An"))
    with store.change(Action.ADD_FOLLOW_UP) as change:
        change.save(FollowUp(what="Call back"))


def made(path, first=None):
    if first is None:
        return filled(path, begin)
    with Store.create(path, first=first) as store:
        begin(store)
    return path


def boxes():
    return [w.text() for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()]


def test_an_encrypted_desk_asks_until_the_passphrase_is_right(program, tmp_path, qtbot):
    path = made(tmp_path / "locked.hdesk", FirstKey("an", "An", WORDS, CHEAP))
    program.start(path)
    assert program.window is None
    unlock = program.unlock
    QTest.keyClicks(unlock.passphrase, "something else")
    QTest.keyClick(unlock.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not unlock.is_busy, timeout=20_000)
    assert unlock.isVisible()
    assert "not a passphrase" in unlock.passphrase.accessibleDescription()
    assert unlock.passphrase.selectedText()
    unlock.passphrase.setText(WORDS)
    QTest.keyClick(unlock.passphrase, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.unlock is None, timeout=20_000)
    store = program.window.session.store
    assert [task.what for task in store.all(Query(FollowUp))] == ["Call back"]
    assert store.who == "an"
    assert program.settings.opened_by == "an", "whose passphrase is tried first the next time"


def test_leaving_the_question_leads_to_another_desk(program, tmp_path):
    path = made(tmp_path / "locked.hdesk", FirstKey("an", "An", WORDS, CHEAP))
    program.start(path)
    QTest.keyClick(program.unlock, Qt.Key.Key_Escape)
    assert program.unlock is None
    assert program.first_start is not None
    assert program.first_start.findChild(QPushButton, "open_other") is not None


def test_a_desk_open_elsewhere_is_told_with_who_has_it(program, tmp_path):
    path = made(tmp_path / "desk.hdesk")
    with Store.open(path, held_at=NOW.replace(tzinfo=None)):
        program.start(path)
        assert program.window is None
        (said,) = boxes()
        assert "already open" in said
        assert NOW.strftime("%d/%m/%Y, %H:%M") in said


def test_opening_the_desk_that_is_open_changes_nothing(program, tmp_path):
    path = made(tmp_path / "desk.hdesk")
    program.start(path)
    window = program.window
    assert program.open_desk(path)
    assert program.window is window
    assert boxes() == []


def test_each_day_begins_with_a_checked_backup_that_the_window_tells(program, tmp_path, qtbot):
    path = made(tmp_path / "desk.hdesk")
    program.start(path)
    store = program.window.session.store
    qtbot.waitUntil(lambda: last_backup(store) is not None, timeout=20_000)
    (copy,) = (tmp_path / FOLDER).glob("desk.*.hdesk")
    with Store.open(copy) as kept:
        assert [task.what for task in kept.all(Query(FollowUp))] == ["Call back"]
    assert "Backup checked 09:41" in program.window.sidebar._footer.text()
    program.window.close()
    program.start(path)
    program.window.session.background.finish()
    assert list((tmp_path / FOLDER).glob("desk.*.hdesk")) == [copy]


def test_a_backup_that_cannot_be_made_is_said_and_stops_nothing(program, tmp_path, qtbot):
    path = made(tmp_path / "desk.hdesk")
    (tmp_path / FOLDER).write_text("a file where the folder should be")
    program.start(path)
    qtbot.waitUntil(lambda: "backup" in program.window.strip.words.lower(), timeout=20_000)
    assert last_backup(program.window.session.store) is None
    assert Path(tmp_path / FOLDER).is_file()


# ---- a first start ----


def answer_first_start(program, path):
    program.start(None)
    asked = program.first_start
    asked.path.setText(str(path))
    asked.mission.setText("Permanent Mission in Vienna")
    asked.officer.setText("Lan")
    asked.understood.setChecked(True)
    return asked


def test_a_first_start_proposes_six_words_that_open_the_desk(program, tmp_path, qtbot):
    asked = answer_first_start(program, tmp_path / "desk.hdesk")
    words = asked.passphrase.words.text()
    assert len(words.split()) == 6
    asked.start_button.click()
    assert program.window is None, "the words are to be noted first"
    asked.passphrase.noted.setChecked(True)
    asked.start_button.click()
    assert not asked.busy.isHidden()
    qtbot.waitUntil(lambda: program.window is not None, timeout=20_000)
    store = program.window.session.store
    assert store.is_encrypted
    assert store.need(Officer, store.who).name == "Lan"
    qtbot.waitUntil(lambda: papers() != [], timeout=20_000)
    (paper,) = papers()
    code = paper.findChild(QLabel, "code").text()
    assert [one.who for one in keys.people_with_keys(store)] == [store.who], "nobody said that it is on paper"
    paper.confirm_button.click()
    assert [one.who for one in keys.people_with_keys(store)] == [store.who, "recovery"]
    assert list(tmp_path.rglob("*.txt")) == [], "the paper is on no disk by itself"
    program.window.close()
    for passphrase in (words, code):
        with Store.open(tmp_path / "desk.hdesk", passphrase=passphrase):
            pass


def papers():
    return [one for one in QApplication.topLevelWidgets() if one.objectName() == "paper" and one.isVisible()]


def test_ones_own_passphrase_is_long_and_typed_twice(program, tmp_path, qtbot):
    asked = answer_first_start(program, tmp_path / "desk.hdesk")
    asked.paper.setChecked(False)
    asked.passphrase.kinds["own"].setChecked(True)
    for first, second in (("short", "short"), ("long enough a phrase", "another long phrase")):
        asked.passphrase.first.setText(first)
        asked.passphrase.second.setText(second)
        asked.start_button.click()
        assert program.window is None
    asked.passphrase.second.setText("long enough a phrase")
    asked.start_button.click()
    qtbot.waitUntil(lambda: program.window is not None, timeout=20_000)
    assert program.window.session.store.is_encrypted
    assert papers() == []


def test_a_first_start_that_is_left_while_the_key_is_made_leaves_nothing_behind(program, tmp_path, qtbot):
    asked = answer_first_start(program, tmp_path / "desk.hdesk")
    asked.passphrase.noted.setChecked(True)
    asked.start_button.click()
    QTest.keyClick(asked, Qt.Key.Key_Escape)
    assert asked.isVisible(), "only what was begun is left"
    assert asked.busy.isHidden()
    program._background._pool.waitForDone()
    qtbot.waitUntil(lambda: not list(tmp_path.glob("desk.hdesk*")), timeout=20_000)
    assert program.window is None
    asked.start_button.click()
    qtbot.waitUntil(lambda: program.window is not None, timeout=20_000)


def test_the_window_answers_while_a_passphrase_is_tried_and_cancel_leaves_that(program, tmp_path, qtbot):
    path = made(tmp_path / "locked.hdesk", FirstKey("an", "An", WORDS, Cost(192 * 1024, 1, 2)))
    program.start(path)
    unlock, ticks = program.unlock, []
    clock = QTimer(interval=5)
    clock.timeout.connect(lambda: ticks.append(isValid(unlock) and unlock.is_busy))
    clock.start()
    unlock.passphrase.setText(WORDS)
    QTest.keyClick(unlock.passphrase, Qt.Key.Key_Return)
    assert unlock.is_busy
    assert not unlock.open_button.isEnabled()
    QTest.keyClick(unlock, Qt.Key.Key_Escape)
    assert not unlock.is_busy
    assert unlock.isVisible()
    program._background._pool.waitForDone()
    QApplication.processEvents()
    assert program.window is None, "what was cancelled opens nothing"
    unlock._answer()
    qtbot.waitUntil(lambda: program.window is not None, timeout=20_000)
    clock.stop()
    assert ticks.count(True) >= 2, "events were heard meanwhile"


def test_without_a_passphrase_the_warning_is_read_first(program, tmp_path):
    asked = answer_first_start(program, tmp_path / "desk.hdesk")
    asked.passphrase.kinds["none"].setChecked(True)
    asked.start_button.click()
    assert program.window is None
    assert "read every record" in asked.passphrase.warning.text()
    asked.passphrase.accepted.setChecked(True)
    asked.start_button.click()
    assert not program.window.session.store.is_encrypted


def test_the_sample_desk_has_no_passphrase(program, tmp_path):
    asked = answer_first_start(program, tmp_path / "desk.hdesk")
    asked.sample_button.click()
    assert not program.window.session.store.is_encrypted


def test_a_folder_copied_elsewhere_is_warned_of_and_the_usual_one_offered(program, tmp_path):
    synced = tmp_path / "Dropbox"
    synced.mkdir()
    asked = answer_first_start(program, synced / "desk.hdesk")
    asked._look_at_place()
    assert "Another program copies this folder" in asked._rows["path"].problem
    assert not asked.usual_place.isHidden()
    asked.usual_place.click()
    assert asked._rows["path"].problem == ""
    assert asked.path.text() == str(desk_folder() / "desk.hdesk")


def test_a_desk_in_a_folder_copied_elsewhere_says_so_once_and_its_page_as_long_as_it_lies_there(
    program, tmp_path, qtbot
):
    folder = tmp_path / "Nextcloud"
    folder.mkdir()
    path = made(folder / "desk.hdesk")
    program.start(path)
    qtbot.waitUntil(lambda: "copies the folder of this desk" in program.window.strip.words)
    program.window.go(Goal("safekeeping"))
    assert "copies the folder of this desk" in program.window.page.backups.place.text()
    program.window.close()
    program.start(path)
    qtbot.wait(300)  # longer than it takes until a folder is looked at
    assert "copies the folder" not in program.window.strip.words
    program.window.close()
    program.start(made(tmp_path / "desk.hdesk"))
    program.window.go(Goal("safekeeping"))
    assert program.window.page.backups.place.isHidden()


def test_a_folder_that_everybody_may_change_is_refused(program, tmp_path, monkeypatch):
    monkeypatch.setenv("PUBLIC", str(tmp_path / "everybody"))  # on Windows; elsewhere its mode says so
    (tmp_path / "everybody").mkdir()
    (tmp_path / "everybody").chmod(0o1777)
    asked = answer_first_start(program, tmp_path / "everybody" / "desk.hdesk")
    asked.passphrase.kinds["none"].setChecked(True)
    asked.passphrase.accepted.setChecked(True)
    asked.start_button.click()
    assert program.window is None
    assert "Everybody on this computer" in asked._rows["path"].problem
    assert list((tmp_path / "everybody").iterdir()) == []


@pytest.mark.parametrize(("seal", "said"), [("encrypted", "as it should be"), ("plain", "LUKS"), ("unknown", "LUKS")])
def test_a_first_start_tells_whether_the_disk_is_encrypted_and_advises_it(program, monkeypatch, seal, said):
    monkeypatch.setattr(first_start, "disk_seal", lambda _: keys.Seal(seal))
    program.start(None)
    assert said in program.first_start.disk.text()


def test_a_network_drive_is_refused(program, tmp_path, monkeypatch):
    asked = answer_first_start(program, tmp_path / "desk.hdesk")
    asked.passphrase.kinds["none"].setChecked(True)
    asked.passphrase.accepted.setChecked(True)
    monkeypatch.setattr(first_start, "place_of", lambda path: keys.Place.NETWORK)
    asked.start_button.click()
    assert program.window is None
    assert "network drive" in asked._rows["path"].problem


# ---- the page ----


@pytest.fixture
def page(program, tmp_path, qtbot):
    """Open the page of an encrypted desk of An; its backup of today is made."""
    path = made(tmp_path / "desk.hdesk", FirstKey("an", "An", WORDS, CHEAP))
    program.open_desk(path, WORDS)
    qtbot.waitUntil(lambda: last_backup(program.window.session.store) is not None, timeout=20_000)
    program.window.go(Goal("safekeeping"))
    return program.window.page


def own(dialog, passphrase):
    dialog.new.kinds["own"].setChecked(True)
    dialog.new.first.setText(passphrase)
    dialog.new.second.setText(passphrase)
    dialog.does.click()


def test_who_made_a_desk_without_giving_a_name_is_called_so(program, tmp_path):
    path = made(tmp_path / "nameless.hdesk", FirstKey("", "", WORDS, CHEAP))
    assert program.open_desk(path, WORDS)
    program.window.go(Goal("safekeeping"))
    assert [one for one in program.window.page.keys.findChildren(QLabel) if one.text().startswith("Whoever made")]


def test_a_colleague_is_added_and_removed_and_never_the_last_one(program, page, tmp_path, qtbot):
    store = program.window.session.store
    dialog = page.keys.add_person()
    dialog.officer.set_value("")
    dialog.name.setText("Bình")
    own(dialog, "sáu từ khác hẳn nhé")
    qtbot.waitUntil(lambda: len(keys.people_with_keys(store)) == 2, timeout=20_000)
    binh = next(slot for slot in keys.people_with_keys(store) if slot.who != "an")
    assert store.need(Officer, binh.who).name == "Bình"
    qtbot.waitUntil(lambda: page.keys.findChild(QPushButton, f"remove_{binh.who}") is not None, timeout=5_000)
    page.keys._take(binh)
    assert "new data key" in program.window.strip.words
    page.keys._take(keys.people_with_keys(store)[0])
    assert any("last person" in said for said in boxes())


def test_adding_a_colleague_that_is_left_on_the_way_adds_nobody(program, page, qtbot):
    store = program.window.session.store
    officers = store.count(Query(Officer))
    dialog = page.keys.add_person()
    dialog.name.setText("Bình")
    dialog.officer.set_value("")
    own(dialog, "sáu từ khác hẳn nhé")
    dialog.cancel.click()
    store_pool = program.window.session.background._pool
    store_pool.waitForDone()
    QApplication.processEvents()
    assert [slot.who for slot in keys.people_with_keys(store)] == ["an"]
    assert store.count(Query(Officer)) == officers


def test_a_passphrase_is_changed_by_who_knows_the_old_one(program, page, tmp_path, qtbot):
    dialog = page.keys.change()
    dialog.now.setText("wrong one entirely")
    own(dialog, "một cụm từ hoàn toàn mới")
    qtbot.waitUntil(lambda: "not a passphrase" in dialog.now.accessibleDescription(), timeout=20_000)
    dialog.now.setText(WORDS)
    dialog.does.click()
    qtbot.waitUntil(lambda: "changed" in program.window.strip.words, timeout=20_000)
    program.window.close()
    with Store.open(tmp_path / "desk.hdesk", passphrase="một cụm từ hoàn toàn mới"):
        pass


def test_a_new_data_key_closes_the_desk_and_opens_it_again(program, page, tmp_path, qtbot):
    before = program.window
    old = before.session.store.opened.key
    dialog = page.keys.renew()
    dialog.now.setText(WORDS)
    dialog.does.click()
    qtbot.waitUntil(lambda: program.window not in (None, before), timeout=30_000)
    assert program.window.session.store.opened.key != old
    assert "new data key" in program.window.strip.words
    assert program.window.place()[0].page == "safekeeping"


def test_a_plain_desk_is_encrypted_and_its_plain_backups_are_named(program, tmp_path, qtbot):
    path = made(tmp_path / "desk.hdesk")
    program.open_desk(path)
    qtbot.waitUntil(lambda: last_backup(program.window.session.store) is not None, timeout=20_000)
    before = program.window
    before.go(Goal("safekeeping"))
    own(before.page.keys.encrypt(), WORDS)
    qtbot.waitUntil(lambda: program.window not in (None, before), timeout=30_000)
    store = program.window.session.store
    assert store.is_encrypted
    assert "plain file was written over" in program.window.strip.words
    (plain,) = plain_backups(store)
    qtbot.waitUntil(lambda: not backup_is_due(store, NOW.date()), timeout=20_000)
    assert len(known_backups(store)) == 2, "an encrypted copy is made at once"
    page = program.window.page
    page.keys.remove_plain()
    (box,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()]
    assert str(plain.path) in box.informativeText()
    next(button for button in box.buttons() if button.text() == "Remove").click()
    assert plain_backups(store) == []
    assert len(known_backups(store)) == 1


def test_a_backup_is_made_in_a_second_place_and_restored_through_the_program(program, page, tmp_path, qtbot):
    stick = tmp_path / "stick"
    stick.mkdir()
    page.backups.take_second(stick)
    qtbot.waitUntil(lambda: len(list(stick.glob("*.hdesk"))) == 1, timeout=20_000)
    qtbot.waitUntil(lambda: page.backups.list.topLevelItemCount() == 2, timeout=5_000)
    store = program.window.session.store
    with store.change(Action.ADD_FOLLOW_UP) as change:
        change.save(FollowUp(what="Later"))
    before = program.window
    dialog = page.backups.restore(next(stick.glob("*.hdesk")))
    dialog.now.setText(WORDS)
    dialog.does.click()
    qtbot.waitUntil(lambda: program.window not in (None, before), timeout=30_000)
    assert [task.what for task in program.window.session.store.all(Query(FollowUp))] == ["Call back"]
    (aside,) = tmp_path.glob("desk.replaced-*.hdesk")
    assert aside.name in program.window.strip.words


def test_a_restore_that_cannot_be_done_leaves_the_desk_as_it_was(program, page, tmp_path, qtbot):
    before = program.window
    dialog = page.backups.restore(next((tmp_path / FOLDER).glob("*.hdesk")))
    dialog.now.setText("another passphrase")
    dialog.does.click()
    qtbot.waitUntil(lambda: program.unlock is not None, timeout=30_000)
    assert before is not program.window
    assert any("not a passphrase" in said for said in boxes())
    program.unlock.passphrase.setText(WORDS)
    program.unlock.open_button.click()
    qtbot.waitUntil(lambda: program.window is not None, timeout=20_000)
    assert program.window.session.store.count(Query(FollowUp)) == 1


def test_the_page_tells_who_took_the_whole_desk_out_of_its_encryption(program, page):
    assert page.backups.exported.isHidden()
    note_plain_export(program.window.session.store, NOW, 1234)
    page.reload()
    assert "exported without encryption on 22/11/2026" in page.backups.exported.text()


def test_the_desk_is_checked_on_demand(program, page, qtbot):
    page.backups.check()
    qtbot.waitUntil(lambda: "sound" in page.backups.found.text(), timeout=20_000)


def test_damage_offers_the_nearest_backup_and_what_can_still_be_read(program, page, tmp_path, qtbot):
    page.backups.show_findings(Findings(pages=("12",)))
    (dialog,) = [one for one in QApplication.topLevelWidgets() if one.objectName() == "rescue" and one.isVisible()]
    assert dialog.restore_button.isVisible()
    dialog.salvage_to(tmp_path / "saved.hdesk")
    qtbot.waitUntil(lambda: "saved.hdesk" in dialog.report.text(), timeout=30_000)
    with Store.open(tmp_path / "saved.hdesk", passphrase=WORDS) as saved:
        assert saved.count(Query(FollowUp)) == 1
    dialog.reject()


def test_a_desk_too_damaged_to_open_comes_back_from_its_nearest_backup(program, page, tmp_path, qtbot):
    program.window.close()
    path = tmp_path / "desk.hdesk"
    with path.open("r+b") as file:
        file.write(b"\0" * 8192)
    assert not program.open_desk(path, WORDS)
    (dialog,) = [one for one in QApplication.topLevelWidgets() if one.objectName() == "rescue" and one.isVisible()]
    dialog.restore_button.click()
    qtbot.waitUntil(lambda: program.window is not None, timeout=30_000)
    assert program.window.session.store.count(Query(FollowUp)) == 1


def test_the_keys_of_another_desk_are_told_as_such_and_the_backup_brings_the_right_ones(program, page, tmp_path, qtbot):
    program.window.close()
    path = tmp_path / "desk.hdesk"
    other = tmp_path / "other" / "desk.hdesk"
    other.parent.mkdir()
    Store.create(other, first=FirstKey("officer-binh", "Bình", WORDS, CHEAP)).close()
    shutil.copy(f"{other}.keys", f"{path}.keys")
    assert not program.open_desk(path, WORDS)
    (dialog,) = [one for one in QApplication.topLevelWidgets() if one.objectName() == "rescue" and one.isVisible()]
    assert any("is another desk's" in label.text() for label in dialog.findChildren(QLabel))
    dialog.restore_button.click()
    qtbot.waitUntil(lambda: program.window is not None, timeout=30_000)
    assert program.window.session.store.count(Query(FollowUp)) == 1


def test_a_desk_too_damaged_to_open_comes_back_from_the_second_place_when_nothing_lies_beside_it(
    program, page, tmp_path, qtbot
):
    stick = tmp_path / "stick"
    stick.mkdir()
    page.backups.take_second(stick)
    qtbot.waitUntil(lambda: "made and checked" in program.window.strip.words, timeout=20_000)
    program.window.close()
    for copy in (tmp_path / FOLDER).iterdir():
        copy.unlink()
    path = tmp_path / "desk.hdesk"
    path.write_bytes(bytes(8192) + path.read_bytes()[8192:])
    assert not program.open_desk(path, WORDS)
    (dialog,) = [one for one in QApplication.topLevelWidgets() if one.objectName() == "rescue" and one.isVisible()]
    dialog.restore_button.click()
    qtbot.waitUntil(lambda: program.window is not None, timeout=30_000)
    assert program.window.session.store.count(Query(FollowUp)) == 1


# ---- a start that failed ----


def test_after_a_start_that_failed_the_next_one_is_safe(program, tmp_path):
    path = made(tmp_path / "desk.hdesk")
    with Store.open(path) as store:
        store.keep_draft("log_outreach", "{poisoned")
        store.keep_draft("record_forms", '{"forms": [{"module": "hanoi_desk.ui.nowhere"}, 7]}')
    program._keep(failed_starts=1, window="AdnQywADAAA=")
    program.open_desk(path)
    window = program.window
    assert window.place()[0].page == "safekeeping"
    assert (window.width(), window.height()) == (1360, 860)
    assert "did not start well" in window.strip.words
    assert boxes() == []
    assert window.session.store.draft("log_outreach").json == "{poisoned", "nothing is thrown away"
    program._start_went_well()
    assert program.settings.failed_starts == 0


def test_a_desk_named_from_its_own_folder_is_found_again_from_any_other(program, tmp_path, monkeypatch):
    path = made(tmp_path / "desk.hdesk")
    monkeypatch.chdir(tmp_path)
    assert program.open_desk(Path("desk.hdesk"))
    assert program.settings.last_desk == str(path)
    assert program.open_desk(path), "it is the same one"


def test_a_spoilt_place_of_the_window_gives_way_to_the_usual_size(program, tmp_path):
    path = made(tmp_path / "desk.hdesk")
    frame, inside = (0, 0, 639, 479), (0, 0, 639, 0x010001DF)  # the height with one wrong bit
    last = (0, 0x5F000002, 0x7F000001, -0x21000000)
    spoilt = pack(">IHH8iiBBi4i", 0x1D9D0CB, 3, 0, *frame, *inside, 0, 0, 0, 800, *last)  # as Qt writes it
    program._keep(window=b64encode(spoilt).decode())
    program.open_desk(path)
    assert (program.window.width(), program.window.height()) == (1360, 860)


def test_a_poisoned_draft_does_not_keep_the_window_from_opening(program, tmp_path):
    path = made(tmp_path / "desk.hdesk")
    with Store.open(path) as store:
        store.keep_draft("record_forms", '{"forms": [{"module": "hanoi_desk.ui.nowhere"}, 7]}')
    program.open_desk(path)
    (box,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()]
    next(button for button in box.buttons() if button.text() == "Go on writing").click()
    assert program.window.isVisible()


def test_a_start_counts_as_failed_until_the_window_has_stood(program, tmp_path):
    path = made(tmp_path / "desk.hdesk")
    program.open_desk(path)
    assert program.settings.failed_starts == 1
    program.window.close()
    assert program.settings.failed_starts == 0


def test_a_page_that_cannot_be_built_leads_to_the_backups(program, tmp_path, monkeypatch):
    def broken(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(overview_page.OverviewPage, "__init__", broken)
    program.open_desk(made(tmp_path / "desk.hdesk"))
    assert program.window.place()[0].page == "safekeeping"
    assert any("went wrong" in said for said in boxes())
