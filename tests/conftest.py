"""Keeps every test away from the user's own folders, and from a screen."""

import atexit
import gc
import itertools
import os
import shutil
import sys
import tempfile
from collections.abc import Generator
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import is_hypothesis_test, settings

# Before anything of Qt is imported: it reads these when it starts.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if sys.platform == "win32":  # there it brings no fonts, and warns of it
    os.environ.setdefault("QT_QPA_FONTDIR", str(Path(__file__).parents[1] / "resources" / "fonts"))

# A disk waits some milliseconds for each save; memory does not. TMPDIR says where else the tests are to write.
MEMORY = Path("/dev/shm")
if (
    "TMPDIR" not in os.environ
    and os.access(MEMORY, os.W_OK)
    and not os.statvfs(MEMORY).f_flag & os.ST_NOEXEC
    and shutil.disk_usage(MEMORY).free > 2 << 30
):
    os.environ["TMPDIR"] = str(MEMORY)
    tempfile.tempdir = None

PRIVATE = Path(tempfile.mkdtemp(prefix="hanoi-desk-tests-")).resolve()
atexit.register(shutil.rmtree, PRIVATE, ignore_errors=True)
FOLDERS = {
    "HOME": "home",
    "USERPROFILE": "home",
    "APPDATA": "home/roaming",
    "LOCALAPPDATA": "home/local",
    "XDG_CACHE_HOME": "cache",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_RUNTIME_DIR": "runtime",
    "XDG_STATE_HOME": "state",
}
for _variable, _name in FOLDERS.items():
    (PRIVATE / _name).mkdir(mode=0o700, parents=True, exist_ok=True)
    os.environ[_variable] = str(PRIVATE / _name)

# No font of the machine: a page looks alike everywhere. Tests of other scripts name folders of their own.
os.environ["HANOI_DESK_FONTS"] = ""

# The same examples on every run, and no clock: a slow machine is not a failure.
settings.register_profile(
    "repeatable", max_examples=60, derandomize=True, deadline=None, database=None, print_blob=True
)
settings.load_profile("repeatable")

_numbers = itertools.count()

#: Folders and modules of tests in which lines are not counted, nor in those that try many examples or bear the mark
#: `no_cover`: what runs thousands of times there, or sets whole documents, runs in other tests too (which was looked at
#: by what each test alone had counted); and some only read sources. Counting takes as long again as the test itself.
UNCOUNTED = {
    "faults", "hostile", "test_acceptance", "test_architecture", "test_charts", "test_documents", "test_event_pack",
    "test_french", "test_history", "test_leave_behind", "test_pack_papers", "test_tagging", "test_translations",
}  # fmt: skip


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Let no search for garbage go through what is loaded and collected here: it stays to the end."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.freeze()
        gc.enable()


def pytest_collection_finish() -> None:
    """Make passphrases cheap to try; only now, so that the modules are loaded while lines are counted."""
    import_module("cheap_keys").cheapen()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Count no lines where that takes longer than the test itself."""
    for item in items:
        is_uncounted = not UNCOUNTED.isdisjoint((item.path.parent.name, item.path.stem))
        if is_uncounted or is_hypothesis_test(getattr(item, "obj", None)):
            item.add_marker(pytest.mark.no_cover)


@pytest.fixture(autouse=True)
def own_settings(monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test settings of its own, empty at first; the folder is made by who needs it."""
    folder = PRIVATE / f"settings-{next(_numbers)}"
    monkeypatch.setenv("HANOI_DESK_CONFIG", str(folder))
    return folder


@pytest.fixture(scope="session")
def private_folders() -> Path:
    """Return the folder that stands in for the user's."""
    return PRIVATE
