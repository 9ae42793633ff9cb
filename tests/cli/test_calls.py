"""What the command line makes of its arguments, and the commands that make, search and print."""

import io
import json
import os
import subprocess
import sys
import unicodedata
from functools import partial
from pathlib import Path

import pypdf
import pytest
from cli.answers import kept, refused, write

import hanoi_desk
from hanoi_desk.cli import arguments
from hanoi_desk.cli.console import Console, is_typed, keep_letters
from hanoi_desk.cli.entry import _language
from hanoi_desk.file_names import refuse_bad_name
from hanoi_desk.language import Language, terms
from hanoi_desk.records import Mission, Outreach
from hanoi_desk.settings import Settings, save
from hanoi_desk.store import Query, Store

HANOI_FILE = Path(__file__).parents[1] / "untc" / "XVIII-16.en.xml"


# ---- the call itself


def test_help_lists_every_command(call):
    code, out, err = call("--help")
    assert (code, err) == (0, "")
    for name in ("open", "new", "sample", "status", "import-status", "search", "log", "brief"):
        assert f"\n    {name} " in out or f"\n    {name}\n" in out


def test_version_is_told(call):
    assert call("--version") == (0, f"Hanoi Desk {hanoi_desk.__version__}\n", "")


@pytest.mark.parametrize(
    ("arguments", "part"),
    [
        (["frob"], "no such command: frob"),
        (["status"], "missing: DESK"),
        (["status", "x", "--frob"], "not understood: --frob"),
        (["status", "x", "--on", "31/12/2026"], "“31/12/2026” is not a day"),
        (["status", "x", "--on", "2026-02-30"], "“2026-02-30” is not a day"),
        (["status", "x", "--on"], "A value must follow --on"),
        (["status", "x", "--js"], "not understood: --js"),
        (["brief", "x", "Kenya"], "missing: -o/--output"),
        (["brief", "x", "Kenya", "-o", "y", "--language", "fr"], "“fr” is not a language"),
        (["import-status", "x", "y", "--despite-mismatch"], "goes with --apply"),
        (["due", "x", "--on", "0001-01-01"], "“0001-01-01” is not in the years 1945 to 2100"),
        (["due", "x", "--json=yes"], "No value may follow --json"),
        (["due", "x", "--passphrase-fd", "x"], "“x” is not the number of an open file"),
        (["due", "."], "“.” is a folder and not a file"),
        (["check", "."], "“.” is a folder and not a file"),
        (["pack", "x", "--all", "--countries", "KE"], "--countries cannot go with --all"),
    ],
)
def test_wrong_usage_ends_with_2_and_says_what_is_wrong(call, arguments, part):
    said = refused(call(*arguments), 2)
    assert said.startswith("usage: hanoi-desk")
    assert part in said


def test_a_name_that_windows_would_hide_behind_another_file_is_none(call, monkeypatch, tmp_path):
    monkeypatch.setattr(arguments, "refuse_bad_name", partial(refuse_bad_name, windows=True))
    for name in ("10:30.hdesk", "con.hdesk"):
        assert "cannot be the name of a file" in refused(call("new", tmp_path / name), 2)
    assert list(tmp_path.iterdir()) == []


def test_a_terminal_in_vietnamese_is_answered_in_vietnamese(call, desk, monkeypatch):
    monkeypatch.setenv("LANG", "vi_VN.UTF-8")
    assert "cách dùng: hanoi-desk status" in call("status", "--help")[1]
    assert "Còn thiếu: DESK" in call("status")[2]
    assert "Công ước Hà Nội (XVIII-16), ngày 22 tháng 11 năm 2026" in call("status", desk, "--on", "2026-11-22")[1]


@pytest.mark.parametrize(
    ("number", "language"), [(0x042A, Language.VI), (0x0409, Language.EN), (0x040C, Language.EN), (0, Language.EN)]
)
def test_on_windows_the_language_of_windows_is_spoken_unless_another_is_chosen(number, language):
    assert _language(Settings(), {}, number) is language
    assert _language(Settings(), {"LANG": "en_GB.UTF-8"}, number) is Language.EN
    assert _language(Settings(language="vi"), {}, number) is Language.VI


def test_the_language_of_the_window_is_that_of_the_command_line(call, own_settings):
    save(Settings(language="vi"), own_settings)
    assert "các lệnh:" in call("--help")[1]


def test_every_sentence_is_there_in_both_languages():
    own = {key: term for key, term in terms().items() if key.startswith("cli.")}
    assert len(own) > 80
    for key, term in own.items():
        assert term.en, key
        assert term.vi, key


def test_a_console_without_the_letters_is_written_to_without_accents():
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="cp1252", newline="\n")
    console = Console(Language.VI, stream, None)
    console.say("Đã ký: Việt Nam")
    console.give({"name": "Việt Nam \udc80"})
    console.warn("to no one")
    plain, value = raw.getvalue().split(b"\n", 1)
    assert plain == b"Da ky: Viet Nam"
    assert json.loads(value.decode("utf-8")) == {"name": "Việt Nam \udc80"}


def test_a_file_takes_every_letter_and_another_program_its_code_page(tmp_path):
    reading, writing = os.pipe()
    with (tmp_path / "due.txt").open("wb") as file, os.fdopen(writing, "wb") as pipe, os.fdopen(reading, "rb") as read:
        for raw in (file, pipe):
            stream = io.TextIOWrapper(raw, encoding="cp1258", newline="\n")
            keep_letters(stream)
            Console(Language.VI, stream, None).say("Đã ký: Việt Nam")
            stream.detach()
        pipe.close()
        told = read.read()
    assert told == b"Da ky: Viet Nam\n"
    assert (tmp_path / "due.txt").read_text(encoding="utf-8") == "Đã ký: Việt Nam\n"
    keep_letters(io.TextIOWrapper(io.BytesIO(), encoding="cp1258"))
    keep_letters(None)


class Nowhere(io.TextIOWrapper):
    """As Windows opens NUL."""

    def isatty(self):
        return True


def test_nobody_is_asked_where_windows_only_says_that_somebody_is_there():
    with Nowhere(io.BufferedReader(io.FileIO(os.devnull)), encoding="utf-8") as nowhere:
        assert not is_typed(nowhere, windows=True)
        assert is_typed(nowhere, windows=False)
    assert not is_typed(None)


# ---- desk files


@pytest.mark.parametrize("command", [["status"], ["search", "x"], ["import-status", HANOI_FILE], ["log", HANOI_FILE]])
def test_a_desk_that_is_missing_or_none_is_refused(call, tmp_path, command):
    name, *rest = command
    said = refused(call(name, tmp_path / "none.hdesk", *rest))
    assert said.startswith("There is no such file: ")
    other = write(tmp_path / "other.hdesk", b"SQLite format 3\0 but not really")
    assert "not a desk" in refused(call(name, other, *rest))


def test_a_new_desk_knows_its_mission_and_officer_and_is_never_made_twice(call, tmp_path):
    path = tmp_path / "mới.hdesk"
    code, out, err = call("new", path, "--mission", "Đại sứ quán tại Nairobi", "--officer", "Lê An")
    assert (code, err) == (0, "")
    assert str(path) in out
    with Store.open(path) as store:
        [mission] = store.all(Query(Mission))
        assert (mission.name_en, mission.kind.value) == ("Đại sứ quán tại Nairobi", "embassy")
        assert store.local("mission") == mission.id
        assert store.who
    before = path.read_bytes()
    assert "already a file" in refused(call("new", path))
    assert "already a file" in refused(call("sample", path))
    assert path.read_bytes() == before


def test_a_desk_is_not_made_in_a_folder_that_is_missing_nor_under_a_secret_name(call, tmp_path):
    assert "no such folder" in refused(call("new", tmp_path / "nowhere" / "x.hdesk"))
    assert "TỐI MẬT" in refused(call("new", tmp_path / "TỐI MẬT.hdesk"))
    assert list(tmp_path.iterdir()) == []


def test_the_sample_desk_has_contacts(call, answer, tmp_path):
    code, _, err = call("sample", tmp_path / "sample.hdesk")
    assert (code, err) == (0, "")
    assert len(kept(tmp_path / "sample.hdesk", Outreach)) > 20


# ---- search


def test_search_finds_without_accents_and_says_what_it_found(answer, call, desk):
    found = answer("search", desk, "bo bien nga")
    assert [(hit["kind"], hit["title"], hit["exact"]) for hit in found] == [("participant", "Côte d'Ivoire", False)]
    assert set(found[0]) == {"kind", "id", "title", "exact", "detail"}
    assert answer("search", desk, "Bờ", "Biển", "Ngà")[0]["exact"]
    assert "Côte d'Ivoire | CIV" in call("search", desk, "bo bien nga")[1]


@pytest.mark.parametrize("text", ["", '"', "*", "a OR (", "'; drop table", "\udc80", "x" * 5000, "NEAR("])
def test_no_text_breaks_the_search(answer, desk, text):
    assert isinstance(answer("search", desk, text), list)


@pytest.mark.parametrize("typed", ["Đại sứ", unicodedata.normalize("NFD", "Đại sứ")])
def test_what_is_spelled_as_typed_comes_before_anything_else(log, answer, desk, typed):
    # Without accents the words are also the beginnings of names of the Republic of Korea.
    log({"date": "2026-11-20", "countries": ["KE"], "summary": "Gặp Đại sứ"})
    found = [(row["kind"], row["exact"]) for row in answer("search", desk, typed)]
    assert found[0] == ("outreach", True)
    assert ("participant", False) in found


def test_a_name_without_end_is_not_repeated_to_its_end(call, desk, tmp_path):
    said = refused(call("brief", desk, "ê" * 50_000, "-o", tmp_path / "x.pdf"))
    assert said.startswith("“êêê")
    assert len(said) < 1_500


def test_nothing_found_is_said(call, desk):
    assert call("search", desk, "qqqqq") == (0, "Nothing was found.\n", "")


# ---- brief


@pytest.mark.parametrize(("language", "part"), [("en", "Kenya"), ("vi", "Thông tin tóm tắt")])
def test_a_brief_is_one_page_in_the_language_asked_for(call, desk, tmp_path, language, part):
    target = tmp_path / "brief.pdf"
    code, out, _ = call("brief", desk, "KEN", "-o", target, "--language", language, "--on", "2026-11-22")
    assert code == 0
    assert str(target) in out
    [page] = pypdf.PdfReader(target).pages
    assert part in page.extract_text()
    assert list(tmp_path.glob(".*")) == []


def test_a_brief_for_another_day_tells_when_it_was_really_printed(call, desk, tmp_path):
    target = tmp_path / "brief.pdf"
    assert call("brief", desk, "KE", "-o", target, "--on", "2031-05-06", "--language", "en")[0] == 0
    text = pypdf.PdfReader(target).pages[0].extract_text()
    assert "HD-KEN-2031-05-06" in text
    assert "Printed 06/05/2031" not in text


def test_a_brief_on_no_one_is_refused_with_those_who_may_be_meant(call, desk, tmp_path):
    said = refused(call("brief", desk, "guin", "-o", tmp_path / "x.pdf"))
    assert "“guin” is not the name" in said
    assert "Guinea-Bissau" in said
    assert not (tmp_path / "x.pdf").exists()


def test_a_brief_never_replaces_a_desk_and_needs_a_folder(call, desk, tmp_path):
    before = desk.read_bytes()
    assert "does not end in .pdf" in refused(call("brief", desk, "KEN", "-o", desk))
    named = desk.rename(tmp_path / "desk.pdf")
    assert "already a file" in refused(call("brief", named, "KEN", "-o", named))
    assert named.rename(desk).read_bytes() == before
    assert "x.pdf" in refused(call("brief", desk, "KEN", "-o", tmp_path / "none" / "x.pdf"))
    assert "is a folder" in refused(call("brief", desk, "KEN", "-o", tmp_path), 2)
    assert 'The mark "MẬT"' in refused(call("brief", desk, "KEN", "-o", tmp_path / "MẬT Kenya.pdf"))


def test_a_brief_replaces_an_older_one(call, desk, tmp_path):
    for _ in range(2):
        assert call("brief", desk, "KEN", "-o", tmp_path / "x.pdf", "--on", "2026-11-22")[0] == 0


# ---- the window


@pytest.mark.skipif(sys.platform == "win32", reason="Windows always has a display")
def test_a_window_is_not_opened_on_a_missing_desk_or_without_a_display(call, monkeypatch, tmp_path, desk):
    assert "no such file" in refused(call("open", tmp_path / "none.hdesk"))
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert "no display" in refused(call("open", desk))
    assert "no display" in refused(call())


# ---- as real processes


def process(*arguments, **more):
    environment = {**os.environ, "LANG": "C.UTF-8"}
    command = [sys.executable, "-m", "hanoi_desk", *map(str, arguments)]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more)


@pytest.mark.parametrize(("command", "code"), [("status", 0), ("commitments", 0), ("check", 1)])
def test_a_reader_that_leaves_early_is_no_trouble(desk, command, code):
    running = process(command, desk, "--json")
    assert running.stdout
    assert running.stderr
    running.stdout.close()
    assert running.wait(60) == code  # what only tells has told enough; a check was not heard to its end
    assert running.stderr.read() == b""
    running.stderr.close()


def test_json_is_utf_8_whatever_the_console(desk, monkeypatch):
    monkeypatch.setenv("PYTHONIOENCODING", "cp1252")
    out, err = process("search", desk, "bo bien nga", "--json").communicate(timeout=60)
    assert err == b""
    assert json.loads(out.decode("utf-8"))[0]["title"] == "Côte d'Ivoire"


def test_a_search_loads_neither_widgets_nor_the_making_of_pages(desk):
    script = (
        "import sys; from hanoi_desk.cli import main; code = main(sys.argv[1:]); "
        "heavy = {name.partition('.')[0] for name in sys.modules} & {'PySide6', 'reportlab'}; "
        "sys.exit(str(heavy) if heavy else code)"
    )
    done = subprocess.run([sys.executable, "-c", script, "search", str(desk), "Kenya"], capture_output=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")
