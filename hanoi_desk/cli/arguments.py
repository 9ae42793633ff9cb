"""The words that may follow `hanoi-desk`, and their help in both languages."""

import re
from argparse import Action, ArgumentParser, ArgumentTypeError, HelpFormatter, Namespace, _ArgumentGroup
from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, NoReturn, cast

import hanoi_desk
from hanoi_desk.cli.console import Console
from hanoi_desk.file_names import refuse_bad_name
from hanoi_desk.language import INTERFACE, Language
from hanoi_desk.records import FIRST_YEAR, LAST_YEAR, DocumentLanguage, Paper, Product

_MOST_COPIES = 200
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

# What argparse says of its own accord, always in English, and the key of our sentence for it.
_SAID = (
    (re.compile(r"the following arguments are required: (?P<what>.*)", re.DOTALL), "cli.usage.missing"),
    (re.compile(r"unrecognized arguments: (?P<what>.*)", re.DOTALL), "cli.usage.unknown"),
    (re.compile(r"argument (?P<what>.*): expected .*argument", re.DOTALL), "cli.usage.without_value"),
    (
        re.compile(r"argument COMMAND: invalid choice: '(?P<what>.*)' \(choose from .*\)", re.DOTALL),
        "cli.usage.no_command",
    ),
    (re.compile(r"argument (?P<what>.*): not allowed with argument (?P<other>.*)"), "cli.usage.not_with"),
    (re.compile(r"argument (?P<what>.*): ignored explicit argument .*", re.DOTALL), "cli.usage.no_value"),
    (re.compile(r"argument (?:[^:]*): (?P<what>.*)", re.DOTALL), "cli.usage.value"),
)


def read_arguments(arguments: list[str], console: Console) -> Namespace:
    """Return what is asked; without any argument, that is to open the window.

    :raises SystemExit: with 0 after help or version, with 2 after arguments that make no sense.
    """
    asked = _parser(console).parse_args(arguments or ["open"])
    if getattr(asked, "despite_mismatch", False) and not asked.apply:
        asked.parser.error(console.word("cli.usage.despite"))
    return asked


def _parser(console: Console) -> ArgumentParser:
    def make(**more: Any) -> _Parser:
        return _Parser(console, **more)

    parser = make(prog="hanoi-desk", description=console.word("cli.about"), epilog=console.word("cli.exit_codes"))
    parser.add_argument(
        "--version",
        action="version",
        version=f"Hanoi Desk {hanoi_desk.__version__}",
        help=console.word("cli.help.version"),
    )
    commands = parser.add_subparsers(
        dest="command",
        required=True,
        metavar="COMMAND",
        title=console.word("cli.help.commands"),
        parser_class=cast(type[_Parser], make),  # argparse only calls it
    )
    for name, describe in _COMMANDS.items():
        about = console.word(f"cli.help.{name.replace('-', '_')}")
        command: _Parser = commands.add_parser(name, help=about, description=about)
        command.set_defaults(parser=command)
        describe(command)
    return parser


class _Parser(ArgumentParser):
    """An argument parser that speaks the user's language, on the console of the call."""

    def __init__(self, console: Console, **more: Any) -> None:
        def formatter(prog: str) -> HelpFormatter:
            return _Formatter(prog, console.word("cli.help.usage"))

        super().__init__(**more, add_help=False, allow_abbrev=False, formatter_class=formatter)
        self.console = console
        self._positionals.title = console.word("cli.help.arguments")
        self._optionals.title = console.word("cli.help.options")
        self.option("-h", "--help", action="help", about="help")

    def option(self, *names: str, about: str, **more: Any) -> None:
        """Add an argument with its help from `words.csv`."""
        self.add_argument(*names, help=self.console.word(f"cli.help.{about}"), **more)

    def desk(self) -> None:
        """Add the desk file, the first argument of all commands, and the way to its passphrase."""
        self.option("desk", about="desk", metavar="DESK", type=self.file)
        self.passphrase()

    def passphrase(self) -> None:
        """Add the number of the open file that gives the passphrase."""
        self.option("--passphrase-fd", about="passphrase_fd", metavar="N", type=self.open_file)

    def json(self) -> None:
        """Add the switch to JSON."""
        self.option("--json", about="json", action="store_true")

    def day(self, text: str) -> date:
        """Return a day written as 2026-11-22."""
        try:
            day = date.fromisoformat(text) if _DAY.fullmatch(text) else None
        except ValueError:
            day = None
        if day is None:
            raise ArgumentTypeError(self.console.word("cli.usage.not_a_day", value=text))
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            years = {"first": str(FIRST_YEAR), "last": str(LAST_YEAR)}
            raise ArgumentTypeError(self.console.word("cli.usage.not_in_years", value=text, **years))
        return day

    def file(self, text: str) -> Path:
        """Return the path of a file that is there or is to be written; a folder is none."""
        if not text or _is_folder(text):
            raise ArgumentTypeError(self.console.word("cli.usage.not_a_file", value=text))
        try:
            refuse_bad_name(Path(text))
        except OSError as error:
            raise ArgumentTypeError(self.console.error("bad_name", path=text)) from error
        return Path(text)

    def open_file(self, text: str) -> int:
        """Return the number of an open file."""
        if text.isascii() and text.isdecimal() and len(text) < 6:
            return int(text)
        raise ArgumentTypeError(self.console.word("cli.usage.not_an_open_file", value=text))

    def language(self, text: str) -> Language:
        """Return the language of a document, one of those that the program speaks."""
        for language in INTERFACE:
            if text == language.value:
                return language
        raise ArgumentTypeError(self.console.word("cli.usage.not_a_language", value=text))

    def copies(self, text: str) -> int:
        """Return how many copies are to be made."""
        if text.isascii() and text.isdecimal() and 1 <= int(text) <= _MOST_COPIES:
            return int(text)
        raise ArgumentTypeError(self.console.word("cli.usage.not_copies", value=text, most=_MOST_COPIES))

    def one_of(self, kind: type[StrEnum]) -> Callable[[str], StrEnum]:
        """Return what reads a text as one of a closed list of words, in any case."""
        known = {member.value.casefold(): member for member in kind}

        def read(text: str) -> StrEnum:
            if found := known.get(text.casefold()):
                return found
            raise ArgumentTypeError(self.console.word("cli.usage.not_one_of", value=text, known=", ".join(kind)))

        return read

    def error(self, message: str) -> NoReturn:
        """Say what makes no sense, and how the command is used; ends with 2."""
        found = next(((key, hit.groupdict()) for pattern, key in _SAID if (hit := pattern.fullmatch(message))), None)
        self.console.warn(self.format_usage().rstrip())
        self.console.warn(self.console.word(found[0], **found[1]) if found else message)
        raise SystemExit(2)

    def _print_message(self, message: str, file: object = None) -> None:
        self.console.say(message.rstrip())


def _is_folder(text: str) -> bool:
    try:
        return Path(text).is_dir()
    except OSError:  # as for a name that is too long
        return False


class _Formatter(HelpFormatter):
    def __init__(self, prog: str, usage: str) -> None:
        super().__init__(prog, width=100, max_help_position=32)
        self._usage = usage

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[Action],
        groups: Iterable[_ArgumentGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, f"{self._usage}: " if prefix is None else prefix)  # type: ignore[arg-type]


def _open(command: _Parser) -> None:
    command.option("desk", about="desk_last", metavar="DESK", type=command.file, nargs="?")


def _new(command: _Parser) -> None:
    command.desk()
    command.option("--mission", about="mission", metavar="NAME", default="")
    command.option("--officer", about="officer", metavar="NAME", default="")


def _sample(command: _Parser) -> None:
    command.option("desk", about="desk", metavar="DESK", type=command.file)


def _status(command: _Parser) -> None:
    command.desk()
    command.option("--on", about="on", metavar="DATE", type=command.day)
    command.option("--treaty", about="treaty", metavar="KEY")
    command.json()


def _import_status(command: _Parser) -> None:
    command.desk()
    command.option("file", about="status_file", metavar="FILE", type=command.file)
    command.option("--as-of", about="as_of", metavar="DATE", type=command.day)
    command.option("--apply", about="apply", action="store_true")
    command.option("--despite-mismatch", about="despite", action="store_true")
    command.json()


def _search(command: _Parser) -> None:
    command.desk()
    command.option("text", about="text", metavar="TEXT", nargs="+")
    command.json()


def _log(command: _Parser) -> None:
    command.desk()
    command.option("file", about="log_file", metavar="FILE", nargs="?", default="-")
    command.json()


def _brief(command: _Parser) -> None:
    command.desk()
    command.option("country", about="country", metavar="COUNTRY")
    command.option("-o", "--output", about="output", metavar="FILE", type=command.file, required=True)
    command.option("--language", about="language", metavar="vi|en", type=command.language)
    command.option("--on", about="brief_on", metavar="DATE", type=command.day)


def _pack(command: _Parser) -> None:
    command.desk()
    products = "|".join(product.value for product in Product)
    command.option("--product", about="product", metavar=products, type=command.one_of(Product))
    whom = command.add_mutually_exclusive_group()
    whom.add_argument("--countries", help=command.console.word("cli.help.countries"), metavar="DZ,KE")
    whom.add_argument("--group", help=command.console.word("cli.help.group"), metavar="NAME")
    whom.add_argument("--all", help=command.console.word("cli.help.all"), action="store_true")
    command.option("--pack", about="saved_pack", metavar="NAME")
    command.option("--language", about="language", metavar="vi|en|vi+en|fr", type=command.one_of(DocumentLanguage))
    command.option("--paper", about="paper", metavar="A4|Letter", type=command.one_of(Paper))
    command.option("--on", about="brief_on", metavar="DATE", type=command.day)
    command.option("-o", "--output", about="output", metavar="FILE", type=command.file)
    command.option("--non-paper", about="non_paper", action="store_true")
    command.option("--preview", about="preview", action="store_true")
    command.option("--confirmed", about="confirmed", action="store_true")
    command.option("--annex", about="annex", metavar="FILE", type=command.file, nargs="+")
    command.option("--number", about="number", metavar="HD-2026-0147", default="")
    command.option("--copies", about="copies", metavar="N", type=command.copies, default=0)
    command.option("--freeze", about="freeze", action="store_true")


def _on_a_day(command: _Parser) -> None:
    command.desk()
    command.option("--on", about="on", metavar="DATE", type=command.day)
    command.json()


def _calendar(command: _Parser) -> None:
    command.desk()
    command.option("-o", "--output", about="calendar_file", metavar="FILE.ics", type=command.file, required=True)


def _export(command: _Parser) -> None:
    command.desk()
    command.option("folder", about="export_folder", metavar="FOLDER", type=Path)


def _import(command: _Parser) -> None:
    command.desk()
    command.option("folder", about="import_folder", metavar="FOLDER|FILE", type=Path)
    command.option("--mapping", about="import_mapping", metavar="FILE", type=command.file)
    command.option("--sheet", about="import_sheet", metavar="NAME")
    command.option("--apply", about="import_apply", action="store_true")
    command.json()


def _check(command: _Parser) -> None:
    command.desk()
    command.json()


def _backup(command: _Parser) -> None:
    command.desk()
    command.option("folder", about="backup_folder", metavar="FOLDER", type=Path)
    command.json()


def _salvage(command: _Parser) -> None:
    command.desk()
    command.option("target", about="salvage_target", metavar="NEW_DESK", type=command.file)
    command.json()


def _restore(command: _Parser) -> None:
    command.option("backup", about="backup_file", metavar="BACKUP", type=command.file)
    command.desk()
    command.json()


def _support(command: _Parser) -> None:
    command.option("desk", about="desk", metavar="DESK", type=command.file, nargs="?")
    command.passphrase()
    command.option("-o", "--output", about="support_file", metavar="FILE.zip", type=command.file, required=True)
    command.json()


def _check_update(command: _Parser) -> None:
    command.option("file", about="update_file", metavar="FILE", type=command.file)
    command.option("--signature", about="update_signature", metavar="FILE", type=command.file)
    command.option("--key", about="update_key", metavar="FILE", type=command.file)
    command.json()


def _return(command: _Parser) -> None:
    command.desk()
    command.option("--from", about="from", metavar="DATE", type=command.day, required=True, dest="first")
    command.option("--to", about="to", metavar="DATE", type=command.day, required=True, dest="last")
    command.option("-o", "--output", about="return_file", metavar="FILE", type=command.file, required=True)
    command.option("--language", about="language", metavar="vi|en", type=command.language)


_COMMANDS: dict[str, Callable[[_Parser], None]] = {
    "open": _open,
    "new": _new,
    "sample": _sample,
    "status": _status,
    "import-status": _import_status,
    "search": _search,
    "log": _log,
    "brief": _brief,
    "pack": _pack,
    "export": _export,
    "import": _import,
    "commitments": _on_a_day,
    "due": _on_a_day,
    "calendar": _calendar,
    "return": _return,
    "check": _check,
    "backup": _backup,
    "restore": _restore,
    "salvage": _salvage,
    "support": _support,
    "check-update": _check_update,
}
