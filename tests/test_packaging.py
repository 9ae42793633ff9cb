"""The wheel carries what the program needs, the locks are whole, and the set-up says what it lacks."""

import importlib
import os
import re
import runpy
import socket
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from email import message_from_string
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import hanoi_desk

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


# ---- the locks


def locked(name: str) -> dict[str, str]:
    """Return the version of each package of a lock file."""
    text = (PACKAGING / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE))


@pytest.mark.parametrize("name", ["lock.txt", "lock-dev.txt"])
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
    for name, lines in wants.items():
        versions = locked(name)
        for requirement in map(Requirement, lines):
            assert versions[canonicalize_name(requirement.name)] in requirement.specifier


def test_testing_uses_the_versions_that_running_uses():
    assert locked("lock.txt").items() <= locked("lock-dev.txt").items()


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
