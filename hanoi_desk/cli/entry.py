"""Where a call of `hanoi-desk` begins: the language, the arguments, the command, the exit code."""

import ctypes
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime

from hanoi_desk.cli.arguments import read_arguments
from hanoi_desk.cli.call import Call, file_sentence, store_sentence
from hanoi_desk.cli.console import ClearNo, Console, OutputClosed, keep_letters
from hanoi_desk.cli.later import loaded
from hanoi_desk.hardening import harden
from hanoi_desk.language import Language
from hanoi_desk.settings import Settings, config_folder, load
from hanoi_desk.store import StoreError

DONE, NO, STOPPED = 0, 1, 130
#: Windows numbers languages; the lower bits leave the country out.
_PRIMARY, _VIETNAMESE = 0x3FF, 0x2A

#: The module and the function of each command; a module is loaded when its command is asked for.
_COMMANDS = {
    "open": ("window", "open_window"),
    "new": ("making", "new"),
    "sample": ("making", "sample"),
    "status": ("status", "status"),
    "import-status": ("status_import", "import_status"),
    "search": ("finding", "search"),
    "log": ("outreach", "log"),
    "brief": ("brief", "brief"),
    "pack": ("pack", "pack"),
    "export": ("folder", "export"),
    "import": ("folder", "import_"),
    "commitments": ("promises", "commitments"),
    "due": ("due", "due"),
    "calendar": ("calendar", "calendar"),
    "return": ("returns", "return_for_capital"),
    "check": ("safekeeping", "check"),
    "backup": ("safekeeping", "backup"),
    "restore": ("safekeeping", "restore_backup"),
    "salvage": ("safekeeping", "salvage_desk"),
    "support": ("support", "support"),
    "check-update": ("updates", "check_update"),
}

#: Commands that only tell: a reader that has enough, as `head` has, has got what was asked.
_TELLING = frozenset({"status", "search", "commitments", "due", "--help", "-h"})


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the arguments ask and return 0 when done, 1 for a clear no, 2 for arguments that make no sense.

    A "no" is one plain sentence on the error stream. Ctrl+C ends with 130, as shells expect.
    """
    harden()
    settings = load(config_folder())
    if "PYTHONIOENCODING" not in os.environ:
        for stream in (sys.stdout, sys.stderr):
            keep_letters(stream)
    console = Console(_language(settings, os.environ, _windows_language()), sys.stdout, sys.stderr)
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        return _answer(arguments, console, settings)
    except OutputClosed:
        _let_go_of_output()
        return DONE if arguments and arguments[0] in _TELLING else NO


def _answer(arguments: list[str], console: Console, settings: Settings) -> int:
    try:
        asked = read_arguments(arguments, console)
        module, name = _COMMANDS[asked.command]
        command: Callable[[Call], None] = loaded(f"cli.{module}", name)
        command(Call(asked, console, settings, datetime.now(UTC).astimezone()))
    except SystemExit as ended:  # help, version and wrong usage, and the window when it is closed
        return int(ended.code or DONE)
    except ClearNo as no:
        console.warn(no.sentence)
        return NO
    except StoreError as error:
        console.warn(store_sentence(console, error))
        return NO
    except OSError as error:
        console.warn(file_sentence(console, error))
        return NO
    except KeyboardInterrupt:
        console.warn(console.word("cli.stopped"))
        return STOPPED
    return DONE


def _language(settings: Settings, environment: Mapping[str, str], windows: int = 0) -> Language:
    """Return the language chosen for the window, or else that of the terminal; English for any other.

    `windows` is the number of the language that Windows itself speaks, where no variable names one.
    """
    if settings.language:
        return Language(settings.language)
    spoken = next((s for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (s := environment.get(name))), "")
    is_vietnamese = spoken.lower().startswith("vi") if spoken else windows & _PRIMARY == _VIETNAMESE
    return Language.VI if is_vietnamese else Language.EN


def _windows_language() -> int:
    if sys.platform == "win32":
        return int(ctypes.windll.kernel32.GetUserDefaultUILanguage())
    else:  # noqa: RET505 - mypy reads only the branch of its platform
        return 0


def _let_go_of_output() -> None:
    """Keep the interpreter from complaining at its end that nobody takes what is left to be written."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
