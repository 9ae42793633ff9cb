"""Where other users of the computer could get at a desk none is made, and whether the disk is encrypted is told."""

import os
import stat
import sys
import tempfile
from datetime import datetime
from pathlib import Path

import pytest

from hanoi_desk.cli import main
from hanoi_desk.storage import Cost, FirstKey, Seal, StoreError, StoreErrorCode, disk_seal, refuse_shared
from hanoi_desk.storage.sharing import block_seal
from hanoi_desk.store import Store


@pytest.fixture
def shared(tmp_path):
    folder = tmp_path / "everybody"
    folder.mkdir()
    folder.chmod(0o1777)
    return folder


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such bits")
def test_a_desk_is_not_made_where_everybody_may_write(shared, tmp_path, capsys):
    with pytest.raises(StoreError) as refused:
        refuse_shared(shared / "desk.hdesk")
    assert refused.value.code is StoreErrorCode.OPEN_TO_ALL
    refuse_shared(tmp_path / "desk.hdesk")
    refuse_shared(tmp_path / "not there yet" / "desk.hdesk")
    assert main(["new", str(shared / "desk.hdesk")]) == 1
    assert "Everybody on this computer" in capsys.readouterr().err
    assert list(shared.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="a block device of Linux has a colon in its name")
def test_a_disk_is_encrypted_when_it_or_all_that_it_lies_on_is(tmp_path):
    def block(name, uuid="", *slaves):
        folder = tmp_path / name
        (folder / "dm").mkdir(parents=True)
        if uuid:
            (folder / "dm" / "uuid").write_text(f"{uuid}\n")
        (folder / "slaves").mkdir()
        for one in slaves:
            (folder / "slaves" / one.name).symlink_to(one)
        return folder

    luks = block("253:0", "CRYPT-LUKS2-0123-root")
    disk = block("8:1")
    assert block_seal(luks) is Seal.ENCRYPTED
    assert block_seal(block("253:1", "LVM-0123", luks)) is Seal.ENCRYPTED
    assert block_seal(disk) is Seal.PLAIN
    assert block_seal(block("253:2", "LVM-0123", luks, disk)) is Seal.PLAIN
    assert block_seal(tmp_path / "0:45") is Seal.UNKNOWN


def test_of_this_computer_something_is_told_and_nothing_is_raised(tmp_path):
    assert disk_seal(tmp_path / "not there" / "desk.hdesk") in Seal


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such bits")
def test_the_folders_that_the_program_makes_are_its_users_alone(tmp_path, monkeypatch):
    monkeypatch.setenv("HANOI_DESK_CONFIG", str(tmp_path / "config"))
    before = os.umask(0)
    try:
        assert main(["new", str(tmp_path / "desk.hdesk")]) == 0
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "config").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "desk.hdesk").stat().st_mode) == 0o600


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only the administrator becomes another user"
)
def test_another_user_of_the_computer_cannot_read_a_desk_its_keys_or_its_backup():
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)  # a home that others may look into
        desk = folder / "desk.hdesk"
        with Store.create(desk, first=FirstKey("an", "An", "chín nhịp cầu Đuống", Cost(1024, 1, 1))) as store:
            made = store.back_up(folder, datetime(2026, 11, 22, 9, 41))  # noqa: DTZ001
        files = [desk, made.path, *folder.glob("*.keys")]
        assert len(files) == 4
        child = os.fork()
        if child == 0:
            os.setuid(65534)
            os._exit(sum(os.access(path, os.R_OK) for path in files))
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
