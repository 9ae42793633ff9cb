"""What the makers of documents say of their pages, in sentences of the window."""

from PySide6.QtCore import QCoreApplication

from hanoi_desk.pdf import Caution


def caution_words(caution: Caution, detail: str) -> str:
    """Return what is to be known before a document is handed on."""
    translate = QCoreApplication.translate
    sentences = {
        Caution.MISSING_LETTERS: translate(
            "packs", "No font of the program has these letters, so they are spelled out: {detail}"
        ),
        Caution.CUT: translate("packs", "A text was longer than its place and is cut there: {detail}"),
        Caution.TOO_LONG: translate("packs", "Longer than practice allows: {detail}"),
        Caution.REFUSED: translate("packs", "A file was left out: {detail}"),
        Caution.UNSAID: translate(
            "packs",
            "Written for this document, but it stands nowhere in it, for it does not fit or has no room: {detail}",
        ),
        Caution.NAMES_US: translate(
            "packs", "A line that names Viet Nam does not stand on a non-paper. Put it otherwise: {detail}"
        ),
        Caution.SHORTENED: translate("packs", "The page is full. Left out: {detail}"),
    }
    return sentences[caution].format(detail=detail)
