"""A new desk for each test of the command line, and what calls the command on it."""

import io
import json
import sys

import pytest
from ready_desks import started

from hanoi_desk.cli import main


@pytest.fixture
def desk(tmp_path):
    """Return the path of a new desk."""
    return started(tmp_path / "mission.hdesk")


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
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8"))
        return call("log", desk, *more)

    return run
