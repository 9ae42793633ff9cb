"""A desk on another computer's disk is refused, one in a folder that is copied elsewhere is told apart."""

import sys
from pathlib import PurePosixPath
from unicodedata import normalize

import pytest

from hanoi_desk.storage import Place, place_of
from hanoi_desk.storage.places import is_unc, on_network

MOUNTS = [
    ("/", "ext4"),
    ("/mnt/mission", "cifs"),
    ("/mnt/mission/local", "ext4"),
    ("/home/an/share", "fuse.sshfs"),
    ("/home/an/usb", "fuseblk"),
    ("/net", "nfs4"),
]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/home/an/desk.hdesk", False),
        ("/mnt/mission/desk.hdesk", True),
        ("/mnt/mission/local/desk.hdesk", False),
        ("/mnt/missions/desk.hdesk", False),
        ("/home/an/share/a/b/desk.hdesk", True),
        ("/home/an/usb/desk.hdesk", False),
        ("/net/desk.hdesk", True),
    ],
)
def test_the_deepest_mount_tells_whose_disk_it_is(path, expected):
    assert on_network(PurePosixPath(path), MOUNTS) is expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (r"\\server\share\desk.hdesk", True),
        ("//server/share/desk.hdesk", True),
        (r"\\?\UNC\server\share\desk.hdesk", True),
        (r"\\?\C:\desk.hdesk", False),
        (r"\\.\C:\desk.hdesk", False),
        (r"C:\Users\An\desk.hdesk", False),
    ],
)
def test_a_windows_share_is_known_by_its_name(path, expected):
    assert is_unc(path) is expected


@pytest.mark.parametrize(
    "folder",
    ["OneDrive", "OneDrive - Bộ Ngoại giao", "Dropbox", "Google Drive", "Nextcloud", "iCloudDrive", "Drive của tôi",
     normalize("NFD", "Drive của tôi")],
)  # fmt: skip
def test_a_folder_that_another_program_copies_is_known_by_its_name(tmp_path, folder):
    assert place_of(tmp_path / folder / "mission" / "desk.hdesk") is Place.SYNCED
    assert place_of(tmp_path / f"not {folder}" / "desk.hdesk") is Place.LOCAL


def test_onedrive_is_known_by_any_name_that_windows_was_told(tmp_path, monkeypatch):
    monkeypatch.setenv("ONEDRIVE", str(tmp_path / "private"))
    monkeypatch.setenv("ONEDRIVECOMMERCIAL", str(tmp_path / "ministry"))
    for folder in ("private", "ministry"):
        assert place_of(tmp_path / folder / "desk.hdesk") is Place.SYNCED
    assert place_of(tmp_path / "mission" / "desk.hdesk") is Place.LOCAL


def test_or_by_what_that_program_leaves_in_it(tmp_path):
    (tmp_path / "shared" / ".stfolder").mkdir(parents=True)
    assert place_of(tmp_path / "shared" / "a" / "desk.hdesk") is Place.SYNCED


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets only administrators make such a link")
def test_a_link_into_such_a_folder_is_known_by_where_it_leads(tmp_path):
    (tmp_path / "Dropbox" / "papers").mkdir(parents=True)
    (tmp_path / "mine").symlink_to(tmp_path / "Dropbox" / "papers")
    assert place_of(tmp_path / "mine" / "desk.hdesk") is Place.SYNCED
