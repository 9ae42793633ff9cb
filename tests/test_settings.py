"""Settings come back as they were kept, and nothing found in their place can stop the program."""

import json
import os
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanoi_desk import settings as module
from hanoi_desk.settings import FILE_NAME, Settings, config_folder, load, save

CHOSEN = Settings(
    language="vi",
    last_desk="/nhà/Đại sứ quán/bàn.hdesk",
    last_kind="démarche",
    theme="dark",
    text_scale=1.5,
    window="AdnQywADAAA=",
    installation="0123456789abcdef" * 2,
)


def test_what_is_kept_comes_back(tmp_path):
    save(CHOSEN, tmp_path)
    assert load(tmp_path) == CHOSEN


def test_a_path_that_is_not_unicode_comes_back(tmp_path):
    odd = replace(CHOSEN, last_desk="/media/\udce9t\udce9.hdesk")
    save(odd, tmp_path)
    assert load(tmp_path) == odd


def test_defaults_are_left_out_of_the_file(tmp_path):
    save(Settings(installation=CHOSEN.installation), tmp_path)
    assert json.loads((tmp_path / FILE_NAME).read_bytes()) == {"installation": CHOSEN.installation}


def test_a_first_start_names_the_installation_once(tmp_path):
    folder = tmp_path / "not" / "there yet"
    first = load(folder)
    assert len(first.installation) == 32
    assert first == Settings(installation=first.installation)
    assert load(folder) == first


def test_two_installations_have_different_names(tmp_path):
    assert load(tmp_path / "a").installation != load(tmp_path / "b").installation


@pytest.mark.parametrize(
    "content", [b"", b"{", b"\xff\xfe", b"[]", b"null", b'"x"', b"[" * 200_000, b'{"text_scale":' + b"9" * 5000 + b"}"]
)
def test_a_damaged_file_is_moved_aside(tmp_path, content):
    (tmp_path / FILE_NAME).write_bytes(content)
    found = load(tmp_path)
    assert found == Settings(installation=found.installation)
    assert (tmp_path / "settings.damaged.json").read_bytes() == content
    assert load(tmp_path) == found


@pytest.mark.parametrize(
    "wrong",
    [
        {"language": "fr"},
        {"language": None},
        {"theme": 3},
        {"text_scale": "1.5"},
        {"text_scale": True},
        {"text_scale": 9},
        {"text_scale": float("nan")},
        {"text_scale": 10**400},
        {"window": "not base64!"},
        {"window": "ệ"},
        {"last_desk": ["a"]},
        {"last_desk": "a\0b"},
        {"folders": "/tmp"},
        {"folders": {"list": 3}},
        {"from_a_later_version": 1},
    ],
)
def test_a_value_that_makes_no_sense_counts_as_its_default_and_the_others_stay(tmp_path, wrong):
    kept = {"installation": CHOSEN.installation, "last_kind": "meeting"}
    (tmp_path / FILE_NAME).write_text(json.dumps(kept | wrong), encoding="utf-8")
    assert load(tmp_path) == Settings(installation=CHOSEN.installation, last_kind="meeting")


def test_a_wrong_name_of_the_installation_is_replaced(tmp_path):
    (tmp_path / FILE_NAME).write_text('{"installation": "mine", "language": "en"}', encoding="utf-8")
    found = load(tmp_path)
    assert len(found.installation) == 32
    assert found.language == "en"


json_values = st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(), st.lists, max_leaves=3)


@given(st.dictionaries(st.sampled_from(list(module.Settings.__dataclass_fields__)) | st.text(), json_values))
def test_no_file_stops_the_program(tmp_path_factory, kept):
    folder = tmp_path_factory.mktemp("settings")
    (folder / FILE_NAME).write_text(json.dumps(kept), encoding="utf-8")
    found = load(folder)
    save(found, folder)
    assert load(folder) == found


def test_a_folder_that_cannot_be_written_gives_settings_for_this_session(tmp_path):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    assert len(load(tmp_path / "file").installation) == 32


def test_a_settings_file_that_is_a_folder_gives_defaults(tmp_path):
    (tmp_path / FILE_NAME).mkdir()
    assert load(tmp_path).language == ""
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


def test_a_save_that_fails_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    save(CHOSEN, tmp_path)

    def disk_full(descriptor: int) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(os, "fsync", disk_full)
    with pytest.raises(OSError, match="disk full"):
        save(Settings(), tmp_path)
    assert load(tmp_path) == CHOSEN
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


def test_the_tests_keep_away_from_the_users_settings(own_settings):
    assert config_folder() == own_settings


def test_each_system_has_its_folder():
    assert config_folder({"HANOI_DESK_CONFIG": "/else"}, "linux") == Path("/else")
    assert config_folder({"XDG_CONFIG_HOME": "/home/a/.cfg"}, "linux") == Path("/home/a/.cfg/hanoi-desk")
    assert config_folder({"XDG_CONFIG_HOME": "relative"}, "linux") == Path.home() / ".config" / "hanoi-desk"
    assert config_folder({"APPDATA": "/roaming"}, "win32") == Path("/roaming/Hanoi Desk")
    assert config_folder({}, "win32") == Path.home() / "AppData" / "Roaming" / "Hanoi Desk"
    assert config_folder({}, "darwin") == Path.home() / "Library" / "Application Support" / "Hanoi Desk"


@pytest.mark.skipif(sys.platform == "win32", reason="files have no such mode on Windows")
def test_only_the_user_may_read_the_settings(tmp_path):
    save(CHOSEN, tmp_path)
    assert (tmp_path / FILE_NAME).stat().st_mode & 0o077 == 0
