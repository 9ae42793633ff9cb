"""The commands that write a desk as a folder and take it in again."""

import json
from hashlib import sha256

import pytest
from cli.answers import kept, refused
from ready_desks import sample as sample_desk

from hanoi_desk.desk import save_pack
from hanoi_desk.desk.exports import plain_exports
from hanoi_desk.records import KINDS, Outreach, Pack, PackEdition
from hanoi_desk.store import Action, Store

COUNTS = ("new", "changed", "same", "refused")


@pytest.fixture
def sample(tmp_path):
    return sample_desk(tmp_path / "sample.hdesk")


@pytest.fixture
def folder(call, sample, tmp_path):
    path = tmp_path / "out"
    code, out, err = call("export", sample, path)
    assert (code, err) == (0, "")
    assert str(path) in out
    return path


def test_a_desk_goes_out_and_comes_in_again(call, answer, desk, sample, folder):
    before = desk.read_bytes()
    shown = answer("import", desk, folder)
    assert not shown["applied"]
    assert desk.read_bytes() == before
    done = answer("import", desk, folder, "--apply")
    assert done["applied"]
    assert [done[name] for name in COUNTS] == [shown[name] for name in COUNTS]
    assert done["new"] == len(done["lines"]) > 300
    for kind in KINDS:
        assert sorted(kept(desk, kind), key=lambda r: r.id) == sorted(kept(sample, kind), key=lambda r: r.id)
    again = answer("import", desk, folder)
    assert (again["new"], again["changed"], again["refused"], again["lines"]) == (0, 0, 0, [])
    with Store.open(desk) as store:
        store.undo()
    assert kept(desk, Outreach) == []


def test_the_answer_has_all_fields(answer, desk, folder):
    shown = answer("import", desk, folder)
    assert list(shown) == [
        *("desk", "made_on", "sample", *COUNTS, "files", "applied", "kinds", "lines", "refusals", "warnings")
    ]
    assert (shown["desk"], shown["sample"], shown["refusals"]) == ("sample", True, [])
    assert shown["kinds"]["outreach"] == {"new": 40, "changed": 0, "same": 0}
    assert set(shown["lines"][0]) == {"kind", "id", "title", "standing", "fields"}


def test_what_would_be_taken_is_said_in_words(call, desk, folder, monkeypatch):
    code, out, err = call("import", desk, folder)
    assert code == 0
    assert "the same:" in out
    assert "contact: new 40, changed 0" in out
    assert "add --apply" in out
    assert "sample desk" in err
    monkeypatch.setenv("LANG", "vi_VN.UTF-8")
    assert "Đã lưu các bản ghi" in call("import", desk, folder, "--apply")[1]


def test_a_folder_with_a_bad_line_is_shown_and_never_taken(call, desk, folder):
    data = (folder / "follow_up.jsonl").read_bytes() + b'{"id": 5}\n'
    (folder / "follow_up.jsonl").write_bytes(data)
    assert "follow_up.jsonl: This file is not as it was exported" in refused(call("import", desk, folder))
    manifest = json.loads((folder / "manifest.json").read_bytes())
    manifest["kinds"]["follow_up"].update(records=data.count(b"\n"), jsonl=sha256(data).hexdigest())
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    before = desk.read_bytes()
    code, out, err = call("import", desk, folder)
    assert code == 0
    assert "refused: 1" in out
    assert "follow_up.jsonl, line 16, id: This is not an identifier. (5)" in err
    code, out, err = call("import", desk, folder, "--apply", "--json")
    assert code == 1
    assert json.loads(out)["refusals"][0] == {
        "file": "follow_up.jsonl",
        "line": 16,
        "field": "id",
        "why": "not_an_id",
        "value": "5",
        "sentence": "follow_up.jsonl, line 16, id: This is not an identifier. (5)"
        " Export the desk again, or mend this line.",
    }
    assert "Nothing was kept" in err
    assert desk.read_bytes() == before


def test_only_a_folder_of_ours_is_taken(call, desk, tmp_path):
    assert "not a folder that Hanoi Desk exported" in refused(call("import", desk, tmp_path, "--apply"))
    assert "no such file or folder" in refused(call("import", desk, tmp_path / "none", "--apply"))
    assert "This is not a workbook" in refused(call("import", desk, desk, "--apply"))


def test_a_folder_is_written_where_nothing_is_and_under_no_secret_name(call, desk, folder, tmp_path):
    before = sorted(tmp_path.rglob("*"))
    assert "new or empty" in refused(call("export", desk, folder))
    assert "new or empty" in refused(call("export", desk, desk))
    assert "TỐI MẬT" in refused(call("export", desk, tmp_path / "TỐI MẬT"))
    assert "TỐI MẬT" in refused(call("import", desk, tmp_path / "TỐI MẬT", "--apply"))
    assert "no such file or folder" in refused(call("export", desk, tmp_path / "none" / "out"))
    assert "no such file" in refused(call("export", tmp_path / "none.hdesk", tmp_path / "out2"))
    assert sorted(tmp_path.rglob("*")) == before


def test_a_missing_desk_is_told(call, folder, tmp_path):
    assert "no such file" in refused(call("import", tmp_path / "none.hdesk", folder))


def test_the_desk_remembers_that_it_was_taken_out_of_its_encryption(desk, call, tmp_path):
    assert call("export", desk, tmp_path / "first")[0] == 0
    assert call("export", desk, tmp_path / "second")[0] == 0
    assert call("export", desk, tmp_path / "second")[0] == 1
    with Store.open(desk) as store:
        noted = plain_exports(store)
        assert len(noted) == 2
        assert all(one.records > 700 for one in noted)
        assert noted[0].at >= noted[1].at
        store.set_local("plain_exports", '[{"at": "yesterday"}]')
        assert plain_exports(store) == []


def test_a_number_that_two_laptops_gave_is_told_when_their_work_comes_together(call, sample, tmp_path):
    theirs, out = tmp_path / "theirs.hdesk", tmp_path / "theirs"
    theirs.write_bytes(sample.read_bytes())
    for path, name in ((sample, "Ours"), (theirs, "Theirs")):
        with Store.open(path) as store:
            pack = Pack(name=name)
            save_pack(store, pack, ())
            with store.change(Action.FREEZE_EDITION) as change:
                change.save(PackEdition(pack=pack.id, number=2, document="HD-2026-0147"))
    assert call("export", theirs, out)[0] == 0
    for apply in ((), ("--apply",)):
        code, _, err = call("import", sample, out, *apply)
        assert (code, "HD-2026-0147 already stands on edition 2 of “Ours”" in err) == (0, True)
