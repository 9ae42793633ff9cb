"""Reads the headings of a participant table: what a date and its letter mean in each column."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from hanoi_desk.untc.plain import fold, without_marks
from hanoi_desk.untc.status import Act, Why

# Tried in order on the folded words: the longer phrases first, since "succession to signature" holds two others.
_WORDS = (
    (re.compile(r"succession (?:to|a la|of) signature"), Act.SUCCESSION_TO_SIGNATURE),
    (re.compile(r"confirmation (?:of|de la) (?:a |the )?signature"), Act.CONFIRMATION),
    (re.compile(r"definitive signature|signature definitive|signature without reservation"), Act.DEFINITIVE_SIGNATURE),
    (re.compile(r"signature sans reserve"), Act.DEFINITIVE_SIGNATURE),
    (re.compile(r"^signature\b"), Act.SIGNATURE),
    (re.compile(r"provisional application|application provisoire|a titre provisoire"), Act.PROVISIONAL_APPLICATION),
    (re.compile(r"provisionally|provisoirement"), Act.PROVISIONAL_APPLICATION),
    (re.compile(r"formal confirmation|confirmation formelle"), Act.FORMAL_CONFIRMATION),
    (re.compile(r"simplified procedure|procedure simplifiee"), Act.SIMPLIFIED_PROCEDURE),
    (re.compile(r"consent to be bound|consentement a etre lie"), Act.PARTICIPATION),
    (re.compile(r"\bratification"), Act.RATIFICATION),
    (re.compile(r"\baccession|\badhesion"), Act.ACCESSION),
    (re.compile(r"\bacceptance|\bacceptation"), Act.ACCEPTANCE),
    (re.compile(r"\bapproval|\bapprobation"), Act.APPROVAL),
    (re.compile(r"\bsuccession"), Act.SUCCESSION),
    (re.compile(r"\bparticipation"), Act.PARTICIPATION),
    (re.compile(r"\bconfirmation"), Act.CONFIRMATION),
    (re.compile(r"\bsignature"), Act.SIGNATURE),
)
_LETTERS = {
    "a": Act.ACCESSION,
    "A": Act.ACCEPTANCE,
    "AA": Act.APPROVAL,
    "d": Act.SUCCESSION,
    "P": Act.PARTICIPATION,
    "s": Act.DEFINITIVE_SIGNATURE,
    "n": Act.PROVISIONAL_APPLICATION,
    "p": Act.SIMPLIFIED_PROCEDURE,
    "c": Act.FORMAL_CONFIRMATION,
    "C": Act.CONFIRMATION,
}
_BINDING = {
    Act.DEFINITIVE_SIGNATURE,
    Act.RATIFICATION,
    Act.ACCEPTANCE,
    Act.APPROVAL,
    Act.ACCESSION,
    Act.SUCCESSION,
    Act.FORMAL_CONFIRMATION,
    Act.PARTICIPATION,
    Act.SIMPLIFIED_PROCEDURE,
}
_OF_SIGNATURE = {Act.SIGNATURE, Act.SUCCESSION_TO_SIGNATURE, Act.DEFINITIVE_SIGNATURE, Act.CONFIRMATION}
_SIGNING = {Act.SIGNATURE, Act.SUCCESSION_TO_SIGNATURE}

# A parenthesis that is not a letter of the list: "(under the Protocol)".
_ASIDE = re.compile(r"\((?! ?[A-Za-z]{1,2} ?\))[^()]*\)")
_JOINED = re.compile(r"\b(?:and|or|et|ou)\b", re.IGNORECASE)
_ITEM = re.compile(r"([^(),;/]+)(?:\( ?([A-Za-z]{1,2}) ?\))?")
_FORMER = re.compile(r"\b(?:former|formerly|previous|earlier|prior|ancien|ancienne|anterieur|anterieure|precedent)\b")
_AMENDED = re.compile(r"\b(?:amended|amending|modifie|modifiee|amendement|amendment)")
_YEAR = re.compile(r"\b(1[89][0-9]{2}|20[0-9]{2})\b")
_NO_CONSENT = re.compile(
    r"\b(?:denunciation|denonciation|withdrawal|retrait|termination|objection|entry into force|entree en vigueur|"
    r"effect|effet|declaration|reservation|territor|registration|enregistrement)"
)
_NAMED = re.compile(
    r"^(?:participants?|states?|etats?|party|parties?|contracting part(?:y|ies)|country|countries|pays)(?![a-z])"
)


class Kind(StrEnum):
    """What the dates of a column are about."""

    SIGNATURES = "signatures"
    INSTRUMENTS = "instruments"
    BOTH = "both"
    PROVISIONAL = "provisional"
    FORMER = "former"
    UNKNOWN = "unknown"
    NO_CONSENT = "no_consent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """What one date stands for, whether it makes a signatory or a party, and what to ask about it."""

    act: Act
    signs: bool
    binds: bool
    ask: Why | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One heading: its words, the act of each letter, the act of a date without a letter (None: not told)."""

    heading: str
    kind: Kind
    letters: dict[str, Act]
    bare: Act | None

    @property
    def ask(self) -> Why | None:
        """Tell what to ask about the heading itself."""
        if self.kind is Kind.FORMER:
            return Why.FORMER_AGREEMENT
        return Why.UNKNOWN_HEADING if self.kind is Kind.UNKNOWN or self.bare is Act.OTHER else None

    def meaning(self, letter: str) -> Meaning:
        """Return the meaning of a date with this letter (case matters) in this column."""
        if self.kind in (Kind.FORMER, Kind.NO_CONSENT):
            return Meaning(act=Act.OTHER, signs=False, binds=False, ask=None)
        act, ask = self._act(letter)
        if act is Act.SUCCESSION and self.kind is Kind.SIGNATURES:
            act = Act.SUCCESSION_TO_SIGNATURE
        in_list = self.kind is Kind.SIGNATURES and act in _OF_SIGNATURE | {Act.OTHER}
        unnamed = self.kind is Kind.INSTRUMENTS and act in (Act.OTHER, Act.CONFIRMATION)
        return Meaning(act=act, signs=in_list or act in _SIGNING, binds=unnamed or act in _BINDING, ask=ask)

    def _act(self, letter: str) -> tuple[Act, Why | None]:
        """Look the letter up in the heading, then among the letters in general use, which is to be asked about."""
        if not letter:
            return (self.bare, None) if self.bare else (Act.OTHER, Why.LETTER_MISSING)
        if letter in self.letters:
            return self.letters[letter], None
        return _LETTERS.get(letter, Act.OTHER), Why.LETTER_NOT_IN_HEADING


def names_the_participant(heading: str) -> bool:
    """Tell whether the column under this heading holds the participants' names."""
    return bool(_NAMED.match(fold(without_marks(heading)[0])))


def read_headings(headings: Sequence[str], concluded: str) -> tuple[Column, ...]:
    """Return the columns of one table; `concluded` is the treaty's place and date of conclusion.

    A heading about a former agreement says so, or names an earlier year while another column names none.
    A column nobody can name is taken for the instruments only where the table has no other for them.
    """
    columns = [_column(heading) for heading in headings]
    plain = any(c.kind is Kind.INSTRUMENTS and not _YEAR.search(c.heading) for c in columns)
    columns = [_with_kind(c, Kind.FORMER) if plain and _is_earlier(c.heading, concluded) else c for c in columns]
    if any(c.kind in (Kind.INSTRUMENTS, Kind.BOTH) for c in columns):
        return tuple(columns)
    return tuple(_with_kind(c, Kind.INSTRUMENTS) if c.kind is Kind.UNKNOWN else c for c in columns)


def _with_kind(column: Column, kind: Kind) -> Column:
    return Column(heading=column.heading, kind=kind, letters=column.letters, bare=column.bare)


def _is_earlier(heading: str, concluded: str) -> bool:
    """Tell whether a heading names only years before the treaty's own."""
    years, own = _YEAR.findall(heading), _YEAR.findall(concluded)
    return bool(years and own) and not _AMENDED.search(fold(heading)) and max(years) < max(own)


def _column(raw: str) -> Column:
    """Read one heading such as "Acceptance(A), Ratification, Approval(AA), Accession(a)"."""
    heading, _ = without_marks(raw)
    items = [
        (fold(words).strip(), letter or "")
        for words, letter in _ITEM.findall(_JOINED.sub(",", _ASIDE.sub(" ", heading)))
        if words.strip()
    ]
    letters: dict[str, Act] = {}
    for words, letter in items:
        act = _act_of(words) or _LETTERS.get(letter, Act.OTHER)
        if letter:
            letters[letter] = act if letters.get(letter, act) is act else Act.OTHER
    words_alone = {_act_of(words) or Act.OTHER for words, letter in items if not letter}
    bare = words_alone - {Act.OTHER} or words_alone or set(letters.values())
    return Column(
        heading=heading,
        kind=_kind(fold(heading), (words_alone | set(letters.values())) - {Act.OTHER}),
        letters=letters,
        bare=bare.pop() if len(bare) == 1 else None,
    )


def _act_of(words: str) -> Act | None:
    return next((act for pattern, act in _WORDS if pattern.search(words)), None)


def _kind(heading: str, acts: set[Act]) -> Kind:
    """Tell what a column is about from its folded heading and the acts found in it."""
    if _FORMER.search(heading):
        return Kind.FORMER
    if not acts:
        return Kind.NO_CONSENT if _NO_CONSENT.search(heading) else Kind.UNKNOWN
    if acts == {Act.PROVISIONAL_APPLICATION}:
        return Kind.PROVISIONAL
    if not acts & _SIGNING:
        return Kind.INSTRUMENTS
    return Kind.SIGNATURES if acts <= _OF_SIGNATURE | {Act.SUCCESSION} else Kind.BOTH
