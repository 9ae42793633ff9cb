"""The wheel carries what the program needs, the locks are whole, and the set-up says what it lacks."""

import ast
import configparser
import importlib
import json
import os
import plistlib
import re
import runpy
import shutil
import socket
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import venv
import zipfile
from collections.abc import Callable
from email import message_from_string
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from pypdf import PdfReader

import hanoi_desk
from hanoi_desk.cli import main
from hanoi_desk.support.bundle import LIBRARIES

ROOT = Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "packaging"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build wheel and source archive without the network; return their folder."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "--directory", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> zipfile.ZipFile:
    (path,) = built.glob("*.whl")
    return zipfile.ZipFile(path)


@pytest.fixture
def bootstrap(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(PACKAGING))
    return importlib.import_module("bootstrap")


@pytest.fixture
def qt_libraries(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.syspath_prepend(str(PACKAGING))
    return importlib.import_module("qt_libraries")


def shipped_files() -> set[str]:
    """Return the names of all files under resources/, but for what a tool left there."""
    folder = ROOT / "resources"
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


# ---- the wheel and the source archive


def test_every_resource_reaches_the_wheel(wheel):
    start = "hanoi_desk/resources/"
    assert {name.removeprefix(start) for name in wheel.namelist() if name.startswith(start)} == shipped_files()


def test_every_module_reaches_the_wheel_and_no_test_does(wheel):
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "hanoi_desk").rglob("*.py")}
    assert modules <= set(wheel.namelist())
    assert "hanoi_desk/py.typed" in wheel.namelist()
    assert {name.split("/")[0].split("-")[0] for name in wheel.namelist()} == {"hanoi_desk"}


def test_the_wheel_says_its_version_and_licences(wheel):
    prefix = f"hanoi_desk-{hanoi_desk.__version__}.dist-info"
    metadata = message_from_string(wheel.read(f"{prefix}/METADATA").decode("utf-8"))
    assert metadata["Version"] == hanoi_desk.__version__
    assert metadata["License-Expression"] == "Apache-2.0 AND OFL-1.1"
    assert {"LICENSE", "resources/licences/NOTICE.md"} <= set(metadata.get_all("License-File"))


def test_console_and_window_scripts_never_share_a_file(wheel):
    scripts, windows = PROJECT["scripts"], PROJECT["gui-scripts"]
    assert scripts.keys().isdisjoint(windows)
    assert scripts["hanoi-desk"] == windows["hanoi-deskw"] == "hanoi_desk.cli:main"


def test_the_source_archive_can_be_built_again(built):
    (path,) = built.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        names = {name.split("/", 1)[-1] for name in archive.getnames()}
    assert {"pyproject.toml", "README.md", "LICENSE", "packaging/lock.txt", "packaging/bootstrap.py"} <= names
    assert {f"resources/{name}" for name in shipped_files()} <= names
    assert not [name for name in names if name.startswith((".venv", ".git/", "build/"))]


def test_an_unpacked_wheel_finds_its_resources(wheel, tmp_path):
    wheel.extractall(tmp_path)
    code = "from hanoi_desk.assets import asset; print(ascii(str(asset('fonts/Tinos-Regular.ttf'))))"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert ascii(str(tmp_path.resolve() / "hanoi_desk" / "resources" / "fonts"))[1:-1] in done.stdout


def test_the_source_archive_makes_the_same_wheel(built, wheel, tmp_path):
    (path,) = built.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        archive.extractall(tmp_path, filter="data")
    (unpacked,) = tmp_path.iterdir()
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "--directory", str(tmp_path / "again")]
    subprocess.run(command, cwd=unpacked, capture_output=True, check=True)
    (again,) = (tmp_path / "again").glob("*.whl")
    with zipfile.ZipFile(again) as archive:
        assert sorted(archive.namelist()) == sorted(wheel.namelist())


def test_the_wheel_runs_in_a_bare_environment(wheel, tmp_path):
    bare = tmp_path / "bare"
    venv.create(bare, with_pip=False)
    programs = bare / ("Scripts" if sys.platform == "win32" else "bin")
    command = [sys.executable, "-m", "pip", "--python", str(bare), "install", "--no-index", "--no-deps", "--quiet"]
    subprocess.run([*command, str(wheel.filename)], check=True, capture_output=True)
    (site,) = bare.rglob("site-packages")
    # What it needs comes from here, as pip would bring it; the checkout itself does not.
    (site / "needs.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    desk, page = tmp_path / "trial.hdesk", tmp_path / "brief.pdf"

    def run(*arguments: str) -> str:
        done = subprocess.run([str(programs / "hanoi-desk"), *arguments], cwd=tmp_path, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout

    code = "import hanoi_desk; print(hanoi_desk.__file__)"
    found = subprocess.run([str(programs / "python"), "-c", code], cwd=tmp_path, capture_output=True, text=True).stdout
    assert Path(found.strip()).is_relative_to(site)
    assert run("--version") == f"Hanoi Desk {hanoi_desk.__version__}\n"
    run("sample", str(desk))
    run("brief", str(desk), "Kenya", "-o", str(page))
    assert "Kenya" in PdfReader(page).pages[0].extract_text()


# ---- the locks


def locked(name: str) -> dict[str, str]:
    """Return the version of each package of a lock file."""
    text = (PACKAGING / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE))


@pytest.mark.parametrize("name", ["lock.txt", "lock-dev.txt", "lock-build.txt"])
def test_every_locked_package_has_hashes_and_no_host_is_named(name):
    text = (PACKAGING / name).read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[a-z])", text.replace("\\\n", ""))[1:]
    assert len(entries) == len(locked(name))
    assert all(re.search(r"--hash=sha256:[0-9a-f]{64}", entry) for entry in entries)
    assert "://" not in text
    assert not re.search(r"^\s*-(?!-hash=)", text, re.MULTILINE)


def test_the_locks_hold_what_the_project_asks_for():
    wants = {"lock.txt": PROJECT["dependencies"]}
    wants["lock-dev.txt"] = PROJECT["dependencies"] + PROJECT["optional-dependencies"]["dev"]
    wants["lock-build.txt"] = PROJECT["dependencies"] + PROJECT["optional-dependencies"]["build"]
    for name, lines in wants.items():
        versions = locked(name)
        for requirement in map(Requirement, lines):
            assert versions[canonicalize_name(requirement.name)] in requirement.specifier


def test_testing_and_freezing_use_the_versions_that_running_uses():
    assert locked("lock.txt").items() <= locked("lock-dev.txt").items()
    assert locked("lock.txt").items() <= locked("lock-build.txt").items()


# ---- the set-up


def test_libraries_that_are_not_found_are_named_and_qt_own_are_not(qt_libraries):
    listing = """Qt/plugins/platforms/libqxcb.so:
        linux-vdso.so.1 (0x00007ffd2a9f2000)
        libQt6XcbQpa.so.6 => not found
        libxcb-cursor.so.0 => not found
        libEGL.so.1 => not found
        libodd.so.7 => not found
        libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f2c9a000000)
    """
    missing = qt_libraries.missing_in(listing)
    assert missing == {"libxcb-cursor.so.0", "libEGL.so.1", "libodd.so.7"}
    assert qt_libraries.debian_packages(missing) == (["libegl1", "libxcb-cursor0"], ["libodd.so.7"])


def test_a_frozen_program_knows_the_version_of_every_library_that_a_support_bundle_tells(packaging):
    known = {folder.split("-")[0] for _, folder in packaging("frozen_parts").versions()}
    assert {re.sub(r"[-.]+", "_", name).lower() for name in LIBRARIES} <= known


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux leaves these libraries to the system")
def test_this_machine_has_what_the_tests_need_of_qt(qt_libraries):
    assert not {"libEGL.so.1", "libGL.so.1", "libfontconfig.so.1"} & qt_libraries.missing(Path(sys.executable))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux may be without a display")
def test_a_display_counts_only_when_it_answers(qt_libraries, private_folders):
    answers = qt_libraries.display_answers
    runtime = str(private_folders)  # short: the name of a socket may hold about a hundred letters
    wayland = {"WAYLAND_DISPLAY": "wayland-7", "XDG_RUNTIME_DIR": runtime}
    assert not answers({})
    assert not answers({"DISPLAY": "nonsense"})
    assert not answers({"DISPLAY": ":4321"})
    assert not answers(wayland)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as door:
        door.bind(f"{runtime}/wayland-7")
        door.listen()
        assert answers(wayland)
        assert not answers(wayland | {"QT_QPA_PLATFORM": "offscreen"})


def test_a_set_up_is_taken_as_done_only_while_nothing_changed(bootstrap, tmp_path, monkeypatch):
    monkeypatch.setattr(bootstrap, "VENV", tmp_path)
    monkeypatch.setattr(bootstrap, "PYTHON", Path(sys.executable))
    lock = tmp_path / "lock.txt"
    lock.write_text("one", encoding="utf-8")
    monkeypatch.setattr(bootstrap, "LOCKS", {"run": lock})
    (tmp_path / "pyvenv.cfg").write_text("version = 3.11", encoding="utf-8")
    assert not bootstrap.is_ready("run")
    bootstrap.ready_file("run").write_text(bootstrap.fingerprint("run"), encoding="ascii")
    assert bootstrap.is_ready("run")
    lock.write_text("two", encoding="utf-8")
    assert not bootstrap.is_ready("run")


def test_a_half_made_environment_is_made_again(bootstrap, tmp_path, monkeypatch):
    half = tmp_path / "nửa vời" / ".venv"
    python = half / bootstrap.PYTHON.relative_to(bootstrap.VENV)
    python.parent.mkdir(parents=True)
    python.write_text("cut short", encoding="utf-8")
    monkeypatch.setattr(bootstrap, "VENV", half)
    monkeypatch.setattr(bootstrap, "PYTHON", python)
    bootstrap.make_venv()
    assert bootstrap.answers("import pip")


def test_without_the_right_to_install_the_line_to_type_is_given(bootstrap, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(bootstrap.SetupError, match=r"sudo apt-get install --no-install-recommends libegl1 libgl1$"):
        bootstrap.apt_install(["libegl1", "libgl1"])


def test_an_older_python_is_told_so(monkeypatch):
    monkeypatch.syspath_prepend(str(PACKAGING))
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer; this is "):
        runpy.run_path(str(PACKAGING / "bootstrap.py"))


@pytest.mark.parametrize("arguments", [[], ["fly"]])
def test_an_unknown_command_explains_the_known_ones(arguments):
    command = [sys.executable, str(PACKAGING / "bootstrap.py"), *arguments]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 2
    assert "packaging/bootstrap.py run" in done.stdout


# ---- what is frozen


@pytest.fixture
def packaging(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], ModuleType]:
    """Return what imports a script of packaging/ by its name."""
    monkeypatch.syspath_prepend(str(PACKAGING))
    return importlib.import_module


def test_a_frozen_program_has_every_module_and_every_resource(packaging):
    parts = packaging("frozen_parts")
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "hanoi_desk").rglob("*.py")}
    assert len(parts.modules(ROOT)) == len(modules)
    assert {"hanoi_desk", "hanoi_desk.ui.app", "hanoi_desk.cli"} <= set(parts.modules(ROOT))
    carried = {Path(source).relative_to(ROOT / "resources").as_posix() for source, _ in parts.resources(ROOT)}
    assert carried == {name for name in shipped_files() if not name.endswith(".ts")}


def test_what_is_imported_by_name_is_frozen(packaging):
    parts = packaging("frozen_parts")
    named = parts.named_imports(ROOT)
    assert {"PySide6.QtDBus", "sqlite_utils"} <= set(named)
    modules = {name.removeprefix("PySide6.") for name in named if name.startswith("PySide6.")}
    assert sys.platform != "linux" or modules <= parts.QT_MODULES
    assert not set(named) & set(parts.LEFT_OUT)


def test_a_trial_notes_what_was_loaded_and_what_nobody_found(tmp_path):
    notes, script = tmp_path / "notes.json", tmp_path / "script.py"
    script.write_text("import sys, wave\ntry:\n    import no_such_thing\nexcept ImportError:\n    sys.exit(3)\n")
    command = [sys.executable, "-S", str(PACKAGING / "trial.py"), str(notes), str(script)]
    assert subprocess.run(command).returncode == 3
    told = json.loads(notes.read_text(encoding="utf-8"))
    assert "wave" in told["modules"]
    assert told["missing"] == ["no_such_thing"]


def test_two_folders_with_the_same_files_have_the_same_digest(packaging, tmp_path):
    digest_of = packaging("build").digest_of
    for name in ("one", "other"):
        (tmp_path / name / "deep").mkdir(parents=True)
        (tmp_path / name / "deep" / "file").write_bytes(b"words")
    assert digest_of(tmp_path / "one") == digest_of(tmp_path / "other")
    (tmp_path / "other" / "deep" / "file").rename(tmp_path / "other" / "file")
    assert digest_of(tmp_path / "one") != digest_of(tmp_path / "other")


def test_an_import_that_cannot_be_frozen_stops_the_build(packaging):
    warnings = """
missing module named pypdf - imported by hanoi_desk.pdf.merging (top-level)
missing module named winreg - imported by platform (delayed, optional), hanoi_desk.names (delayed)
missing module named 'lxml.etree' - imported by openpyxl.xml (conditional, optional)
"""
    assert packaging("build").not_found(warnings) == ["pypdf"]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("PySide6/Qt/lib/libQt6Pdf.so.6", True),
        ("PySide6/Qt/lib/libQt6Qml.so.6", False),
        ("PySide6/Qt/lib/libQt6WebEngineCore.so.6", False),
        ("PySide6/Qt/lib/libavcodec.so.61", False),
        ("PySide6/Qt/lib/libicudata.so.73", True),
        ("PySide6/QtPdfWidgets.abi3.so", True),
        ("PySide6/QtNetwork.abi3.so", False),
        ("PySide6/libpyside6.abi3.so.6.11", True),
        ("PySide6/libpyside6qml.abi3.so.6.11", False),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", False),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", False),
        ("PySide6/Qt/plugins/sqldrivers/libqsqlite.so", False),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("PySide6\\plugins\\platforms\\qwindows.dll", True),
        ("PySide6\\plugins\\tls\\qschannelbackend.dll", False),
        ("PySide6\\Qt6Pdf.dll", True),
        ("PySide6\\Qt6Quick.dll", False),
        ("PySide6\\opengl32sw.dll", False),
        ("PySide6/Qt/lib/QtPdf.framework/Versions/A/QtPdf", True),
        ("PySide6/Qt/lib/QtQml.framework/Versions/A/QtQml", False),
        ("hanoi_desk/resources/fonts/Tinos-Regular.ttf", True),
        ("docx/templates/default.docx", True),
        ("docx/templates/default-docx-template/word/styles.xml", False),
        ("lxml/isoschematron/resources/rng/iso-schematron.rng", False),
        ("uharfbuzz-0.57.0.dist-info/METADATA", True),
        ("uharfbuzz-0.57.0.dist-info/RECORD", False),
        ("uharfbuzz\\_harfbuzz.pyd", True),
        ("lxml\\etree.cp311-win_amd64.pyd", True),
        ("lxml\\isoschematron\\resources\\rng\\iso-schematron.rng", False),
        ("tzdata/zoneinfo/America/New_York", True),
        ("tzdata/zoneinfo/Asia/Ho_Chi_Minh", False),
    ],
)
def test_only_the_parts_of_qt_that_are_used_are_carried(packaging, name, wanted):
    assert packaging("frozen_parts").is_wanted(name, f"/build/site-packages/{name}") is wanted


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux leaves these libraries to the system")
def test_libraries_of_the_system_stay_with_the_system_but_for_a_few(packaging):
    is_wanted = packaging("frozen_parts").is_wanted
    assert is_wanted("libxcb-cursor.so.0", "/lib/libxcb-cursor.so.0")
    assert not is_wanted("libglib-2.0.so.0", "/lib/libglib-2.0.so.0")
    assert not is_wanted("libstdc++.so.6", "/lib/libstdc++.so.6")


def test_a_frozen_library_does_not_tell_where_it_was_built(packaging, monkeypatch):
    parts = packaging("frozen_parts")
    monkeypatch.setattr(parts.sysconfig, "get_config_var", lambda _: "/builder/python/lib")
    library = b"\x7fELF..\0libc.so.6\0/builder/python/lib\0end"
    changed = parts.without_run_path(library)
    assert len(changed) == len(library)
    assert b"builder" not in changed
    assert b"\0$ORIGIN\0" in changed


def test_every_locked_package_is_named_in_the_notice_and_brings_its_licence(packaging):
    licences = packaging("licences")
    notice = (ROOT / "resources" / "licences" / "NOTICE.md").read_text(encoding="utf-8").casefold()
    for name in licences.needed("hanoi-desk"):
        base = re.sub(r"-(addons|essentials|group)$", "", name).replace("shiboken6", "shiboken").replace("-", "[-_ ]")
        assert re.search(base, notice), name
        assert len(licences.licence_of(name)) > 40


def test_the_licences_of_qt_sqlcipher_and_openssl_are_carried(packaging):
    texts = {path.stem for path in (PACKAGING / "licences").iterdir()}
    assert {"LGPL-3.0", "LGPL-2.1", "GPL-3.0", "SQLCipher", "Qt-parts"} <= texts
    within = packaging("licences").WITHIN
    assert "OpenSSL" in within
    assert "GNU libiconv" in within


def test_a_part_without_a_licence_stops_the_build(packaging, tmp_path):
    licences = packaging("licences")
    stray = tmp_path / "libstray.so.1"
    stray.write_bytes(b"")
    with pytest.raises(licences.NoLicence, match="belongs to no Debian package"):
        licences.system_licences([stray])


# ---- Linux


def test_the_desktop_entry_opens_desks_and_speaks_vietnamese():
    entry = configparser.ConfigParser(interpolation=None, strict=True)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(PACKAGING / "linux" / "hanoi-desk.desktop", encoding="utf-8")
    main = entry["Desktop Entry"]
    assert main["Exec"] == "hanoi-desk open %f"
    assert main["MimeType"] == "application/x-hanoi-desk;"
    assert main["Comment[vi]"]
    root = ElementTree.parse(PACKAGING / "linux" / "hanoi-desk.xml").getroot()
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    (kind,) = root.findall(f"{space}mime-type")
    assert kind.get("type") == "application/x-hanoi-desk"
    assert kind.find(f"{space}glob").get("pattern") == "*.hdesk"
    assert kind.find(f"{space}icon").get("name") == "application-x-hanoi-desk"


def test_icons_of_every_size_are_put_where_desktops_look(packaging, tmp_path):
    packages = packaging("linux_packages")
    packages.share(tmp_path)
    for size in packages.SIZES:
        for name in ("apps/hanoi-desk.png", "mimetypes/application-x-hanoi-desk.png"):
            assert (tmp_path / "icons" / "hicolor" / f"{size}x{size}" / name).stat().st_size > 100


@pytest.mark.skipif(sys.platform != "linux", reason="the script is for Linux")
def test_the_install_script_puts_the_program_into_the_home_and_takes_it_out_again(packaging, tmp_path):
    unpacked, home = tmp_path / "hanoi-desk-1", tmp_path / "nhà của tôi"
    packaging("linux_packages").share(unpacked / "share")
    (unpacked / "program").mkdir()
    (unpacked / "program" / "hanoi-desk").write_text("#!/bin/sh\necho new\n", encoding="utf-8")
    (unpacked / "program" / "hanoi-desk").chmod(0o755)
    shutil.copy(PACKAGING / "linux" / "install.sh", unpacked)
    old = home / ".local" / "opt" / "hanoi-desk" / "left-from-the-old-version"
    old.parent.mkdir(parents=True)
    old.touch()
    desk = home / "mission.hdesk"
    desk.touch()
    environment = {"HOME": str(home), "PATH": "/usr/bin:/bin"}

    def install(*arguments: str) -> str:
        command = ["sh", str(unpacked / "install.sh"), *arguments]
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout

    install()
    program = home / ".local" / "bin" / "hanoi-desk"
    assert subprocess.run([str(program)], capture_output=True, text=True).stdout == "new\n"
    assert not old.exists()
    entry = home / ".local" / "share" / "applications" / "hanoi-desk.desktop"
    assert f'Exec="{home}/.local/opt/hanoi-desk/hanoi-desk" open %f' in entry.read_text(encoding="utf-8")
    assert "Your desks are where they were" in install("--remove")
    assert not program.exists()
    assert not entry.exists()
    assert not (home / ".local" / "opt" / "hanoi-desk").exists()
    assert desk.exists()


class Single:
    """A single file made of a small program, and a user to start it."""

    def __init__(self, packages: ModuleType, folder: Path) -> None:
        program = folder / "program"
        program.mkdir()
        (program / "hanoi-desk").write_text("#!/bin/sh\numask\necho $#: $1\nexit 7\n", encoding="utf-8")
        (program / "hanoi-desk").chmod(0o755)
        self.home = folder / "nhà của tôi"
        self.home.mkdir()
        self.temporary = folder / "tmp"
        self.temporary.mkdir()
        self.path = packages.single(program, self.home, "1.2.3", 0)
        self.cache = self.home / ".cache" / "hanoi-desk-single"

    def start(self, **environment: str) -> subprocess.CompletedProcess[str]:
        settings = {"HOME": str(self.home), "PATH": "/usr/bin:/bin", "TMPDIR": str(self.temporary), **environment}
        command = ["sh", "-c", 'umask 027; exec "$0" "$@"', str(self.path), "Côte d’Ivoire"]
        return subprocess.run(command, env=settings, capture_output=True, text=True)


@pytest.fixture
def single(packaging: Callable[[str], ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Single:
    packages = packaging("linux_packages")
    monkeypatch.setattr(packages, "STAGE", tmp_path / "stage")
    return Single(packages, tmp_path)


@pytest.mark.skipif(sys.platform != "linux", reason="the single file of Linux is a script")
def test_the_single_file_unpacks_itself_once_for_its_user_alone(single):
    older = single.cache / "1.2.2-0123"
    older.mkdir(parents=True)
    first = single.start()
    assert (first.returncode, first.stdout, first.stderr) == (7, "0027\n1: Côte d’Ivoire\n", "")
    (unpacked,) = single.cache.iterdir()
    assert unpacked.name.startswith("1.2.3-")
    assert single.cache.stat().st_mode & 0o077 == 0
    (unpacked / "hanoi-desk").write_text("#!/bin/sh\necho from there\n", encoding="utf-8")
    assert single.start().stdout == "from there\n"


@pytest.mark.skipif(sys.platform != "linux", reason="the single file of Linux is a script")
def test_a_damaged_single_file_starts_nothing_and_says_so(single):
    content = bytearray(single.path.read_bytes())
    content[-20] ^= 1
    single.path.write_bytes(content)
    done = single.start()
    assert done.returncode == 1
    assert done.stdout == ""
    assert "This file is damaged" in done.stderr
    assert "Tệp này bị hỏng" in done.stderr
    assert list(single.cache.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="the single file of Linux is a script")
def test_where_no_folder_can_be_kept_the_single_file_leaves_nothing_behind(single):
    done = single.start(XDG_CACHE_HOME="/proc/nowhere")
    assert (done.returncode, done.stdout) == (7, "0027\n1: Côte d’Ivoire\n")
    assert list(single.temporary.iterdir()) == []


def test_the_manual_page_names_every_command_and_every_option_of_a_pack(capsys):
    page = (PACKAGING / "linux" / "hanoi-desk.1").read_text(encoding="utf-8").replace("\\-", "-")

    def helped(*arguments: str) -> str:
        assert main([*arguments, "--help"]) == 0
        return capsys.readouterr().out

    commands = set(re.findall(r"^    ([a-z-]+)\b", helped(), re.MULTILINE))
    assert {"open", "support", "check", "check-update"} <= commands
    told = page.partition(".SH COMMANDS")[2]
    assert set(re.findall(r"^\.B ([a-z][a-z-]+)", told, re.MULTILINE)) == commands
    for command in commands:
        for option in set(re.findall(r"--[a-z][a-z-]+", helped(command))):
            assert option in page, (command, option)


# ---- Windows and macOS, which cannot be run here


def inno_sections() -> dict[str, list[str]]:
    """Return the lines of each section of the installer's script, without comments and directives."""
    sections: dict[str, list[str]] = {}
    for line in (PACKAGING / "windows" / "hanoi-desk.iss").read_text(encoding="utf-8-sig").splitlines():
        if head := re.fullmatch(r"\[(\w+)\]", line):
            sections[head[1]] = current = []
        elif line.strip() and not line.startswith((";", "#", "  #")):
            current.append(line)
    return sections


def inno_entries(section: str) -> list[dict[str, str]]:
    """Return the parameters of each entry; every quotation mark is closed and every parameter has a name."""
    entries = []
    for line in inno_sections()[section]:
        found = re.findall(r'\s*(\w+):\s*("(?:[^"]|"")*"|[^";]+)(?:;|$)', line)
        assert sum(len(name) + len(value) for name, value in found) > len(line) - 5 * len(found), line
        entries.append({name: re.sub(r'^"(.*)"$', r"\1", value.strip()).replace('""', '"') for name, value in found})
    return entries


def test_every_file_that_the_windows_installer_names_exists_after_a_build():
    folder = PACKAGING / "windows"
    built = {"hanoi-desk.exe", "hanoi-deskw.exe", r"_internal\*"}
    for entry in inno_entries("Files"):
        source = entry["Source"]
        if source.startswith("{#Program}\\"):
            assert source.removeprefix("{#Program}\\") in built
        else:
            assert (folder / source.replace("\\", "/")).exists(), source
    setup = dict(line.split("=", 1) for line in inno_sections()["Setup"])
    for name in ("SetupIconFile", "LicenseFile"):
        assert (folder / setup[name].replace("\\", "/")).exists()
    spec = (PACKAGING / "hanoi_desk.spec").read_text(encoding="utf-8")
    assert 'program("hanoi-desk", True)' in spec
    assert 'program("hanoi-deskw", False)' in spec


def test_the_windows_installer_asks_no_administrator_and_leaves_desks_alone():
    setup = dict(line.split("=", 1) for line in inno_sections()["Setup"])
    assert setup["PrivilegesRequired"] == "lowest"
    assert setup["DefaultDirName"].startswith("{localappdata}")
    assert {entry["Root"] for entry in inno_entries("Registry")} == {"HKCU"}
    assert "UninstallDelete" not in inno_sections()
    assert [entry["Name"] for entry in inno_entries("InstallDelete")] == [r"{app}\_internal"]
    (opened,) = [entry for entry in inno_entries("Registry") if entry["Subkey"].endswith(r"open\command")]
    assert opened["ValueData"] == r'"{app}\hanoi-deskw.exe" open "%1"'
    # Whatever the program or its installer writes into the registry goes with it.
    untold = {entry["ValueName"]: entry for entry in inno_entries("Registry") if "Error Reporting" in entry["Subkey"]}
    assert set(untold) == {"hanoi-desk.exe", "hanoi-deskw.exe"}
    assert {entry["Flags"] for entry in untold.values()} == {"uninsdeletevalue"}


def test_the_windows_installer_speaks_both_languages():
    assert [entry["Name"] for entry in inno_entries("Languages")] == ["en", "vi"]
    words = [line.split("=")[0] for line in inno_sections()["CustomMessages"]]
    assert {word.split(".")[1] for word in words if word.startswith("en.")} == {
        word.split(".")[1] for word in words if word.startswith("vi.")
    }
    data = (PACKAGING / "windows" / "Vietnamese.isl").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")  # without it Inno Setup reads the code page of the machine


def test_the_version_resource_of_windows_says_the_version(packaging, tmp_path, monkeypatch):
    build = packaging("build")
    monkeypatch.setattr(build, "BUILD", tmp_path)
    build.write_version_resource()
    text = (tmp_path / "version.txt").read_text(encoding="utf-8")
    ast.parse(text)
    assert f'StringStruct("ProductVersion", "{hanoi_desk.__version__}")' in text
    assert "filevers=(" + ", ".join([*hanoi_desk.__version__.split("."), "0"]) + ")" in text
    assert "@" not in text


def test_the_macos_bundle_owns_desk_files(packaging):
    plist = packaging("frozen_parts").info_plist("1.2.3")
    assert plistlib.loads(plistlib.dumps(plist)) == plist
    (document,), (kind,) = plist["CFBundleDocumentTypes"], plist["UTExportedTypeDeclarations"]
    assert document["LSItemContentTypes"] == [kind["UTTypeIdentifier"]]
    assert kind["UTTypeTagSpecification"]["public.filename-extension"] == ["hdesk"]


def test_no_script_of_packaging_names_a_host_or_a_machine():
    for path in PACKAGING.rglob("*"):
        if path.is_file() and path.suffix in (".py", ".spec", ".sh", ".iss", ".desktop", ".in"):
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"https?://|ftp://", text), path
            assert not re.search(r"/(root|work|home/(?!officer))/", text), path


def test_a_frozen_program_finds_the_templates_of_word_copies(packaging):
    parts = packaging("frozen_parts")
    [(template, folder)] = parts.word_templates()
    assert Path(template).is_file()
    assert folder == "docx/parts"
    assert parts.is_wanted(f"{folder}/{Path(template).name}", template)
