"""Where other users of the computer could get at a desk none is made, and whether the disk is encrypted is told."""

import os
import stat
import sys

import pytest

from hanoi_desk.cli import main
from hanoi_desk.storage import Seal, StoreError, StoreErrorCode, disk_seal, refuse_shared
from hanoi_desk.storage.sharing import block_seal


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
