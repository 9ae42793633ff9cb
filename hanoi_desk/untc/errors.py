"""Why a file cannot be read as a status file."""

from collections.abc import Mapping
from enum import StrEnum


class Fault(StrEnum):
    """What is wrong with the file as a whole."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    TOO_DEEP = "too_deep"
    TOO_MANY = "too_many"
    NOT_XML = "not_xml"
    TRUNCATED = "truncated"
    HTML_PAGE = "html_page"
    NOT_UNTC = "not_untc"
    DTD_FORBIDDEN = "dtd_forbidden"


class UntcError(Exception):
    """The file is refused; `code` is for programs, `message` is one plain English sentence or two."""

    def __init__(self, code: Fault, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.gaps: Mapping[str, object] = {}

    @property
    def key(self) -> str:
        """The name in the catalogue of errors."""
        return f"status_file.{self.code.value}"
