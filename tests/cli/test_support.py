"""`support`: a bundle for whoever mends the program, with or without a desk."""

import zipfile

from cli.answers import refused
from cli.test_safekeeping import WORDS, given


def test_a_bundle_is_saved_and_says_what_is_in_it(desk, call, tmp_path):
    bundle = tmp_path / "support.zip"
    code, out, _ = call("support", desk, "-o", bundle)
    assert code == 0
    assert "log.txt: errors of the program" in out
    with zipfile.ZipFile(bundle) as held:
        assert "rows of participant: 198" in held.read("desk.txt").decode()


def test_without_a_desk_it_tells_of_the_program(answer, tmp_path):
    told = answer("support", "-o", tmp_path / "support.zip")
    assert told["parts"]["desk"] == "desk: none was given\n"
    assert "sqlcipher" in told["parts"]["program"]


def test_a_desk_whose_passphrase_nobody_gives_is_measured_from_outside(call, answer, tmp_path):
    desk = tmp_path / "locked.hdesk"
    assert given(WORDS, call, "new", desk, "--officer", "An")[0] == 0
    told = answer("support", desk, "-o", tmp_path / "support.zip")
    assert "not opened: needs_passphrase" in told["parts"]["desk"]
    assert "people with a key: 1" in told["parts"]["desk"]


def test_another_file_is_never_written_over(call, tmp_path):
    (tmp_path / "desk.zip").write_text("mine")
    assert "no support bundle" in refused(call("support", "-o", tmp_path / "desk.zip"))
    assert (tmp_path / "desk.zip").read_text() == "mine"
    assert "no such file or folder" in refused(call("support", "-o", tmp_path / "none" / "a.zip"))
