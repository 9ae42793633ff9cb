"""By what a document goes: the name of its file, and the words of the group that its States were chosen by."""

import re
from collections.abc import Sequence

from hanoi_desk.documents.values import Wanted
from hanoi_desk.language import Language, capital, terms, word
from hanoi_desk.records import Participant, Product
from hanoi_desk.text import fold

_KINDS = {
    Product.BRIEF: "brief",
    Product.BILATERAL: "bilateral",
    Product.EVENT: "pack",
    Product.REPORT: "report",
}
_LONGEST = 40
#: The words of what States are chosen by.
_FACETS = ("regional_group", "membership", "status", "facet", "priority")
_ALL = "pack.all_states"


def file_name(wanted: Wanted, subjects: Sequence[Participant], languages: Sequence[Language], version: int) -> str:
    """Return a name for the file, without marks: `HD_KEN_brief_2026-11-22_v2_vi.pdf`.

    What is handed over is named by what it is alone: `aide-memoire_KEN_2026-11-22_en.pdf`, `non-paper_en.pdf`.
    """
    pack, codes = wanted.pack, "-".join(language.value for language in languages)
    subject = _code(subjects[0]) if len(subjects) == 1 else _slug(pack.name)
    if pack.product is Product.LEAVE_BEHIND:
        day = f"{wanted.moment:%Y-%m-%d}"
        kind = "non-paper" if wanted.is_non_paper else f"aide-memoire_{subject}_{day}"
        return f"{kind}_{codes}.pdf"
    parts = ("HD", subject, _KINDS[pack.product], f"{wanted.printed_at:%Y-%m-%d}", f"v{version}", codes)
    return "_".join(part for part in parts if part) + ".pdf"


def scope_words(text: str, language: Language) -> str:
    """Return what States were chosen by in the language of the document: groups, or groups and more apart by ";".

    A part that is the name or the key of none, such as that of a mission, stands as it is.
    """
    parts = [part.strip() for part in text.split(";")]
    return "; ".join(_in_words(part, language) for part in parts if part)


def _in_words(text: str, language: Language) -> str:
    wanted = fold(text)
    for key, term in terms().items():
        prefix, _, own = key.partition(".")
        if prefix in _FACETS or key == _ALL:
            names = (own, own.replace("_", " "), term.en, term.vi)
            if wanted in map(fold, names):
                return capital(word(key, language))
    return text


def _code(participant: Participant) -> str:
    code = participant.iso3 or participant.key
    return "".join(letter for letter in code if letter.isascii() and letter.isalnum()) or participant.key


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", fold(text))[:_LONGEST].strip("-")
