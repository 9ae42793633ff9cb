"""A new desk for each test of the command line, and what calls the command on it."""

import io
import json
import sys
import tempfile
from pathlib import Path

import pytest

from hanoi_desk.cli import main
from hanoi_desk.desk import start_desk
from hanoi_desk.store import Store


@pytest.fixture(scope="session")
def new_desk():
    """Return the bytes of a new desk, made once."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "new.hdesk"
        with Store.create(path) as store:
            start_desk(store)
        yield path.read_bytes()


@pytest.fixture
def desk(tmp_path, new_desk):
    """Return the path of a new desk."""
    path = tmp_path / "mission.hdesk"
    path.write_bytes(new_desk)
    return path


@pytest.fixture(autouse=True)
def in_english(monkeypatch):
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")


@pytest.fixture
def call(capsys):
    """Return what calls the command and gives its exit code, its answer and what it said beside."""

    def run(*arguments):
        code = main([str(argument) for argument in arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return run


@pytest.fixture
def answer(call):
    """Return what calls the command with --json and gives its answer; it must be done."""

    def run(*arguments):
        code, out, err = call(*arguments, "--json")
        assert code == 0, err
        return json.loads(out)

    return run


@pytest.fixture
def log(desk, call, monkeypatch):
    """Return what logs lines from the standard input."""

    def run(*lines, more=()):
        text = "\n".join(line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        return call("log", desk, *more)

    return run
