"""Find records by the names they go by: exactly, as they are typed, or as running notes mention them."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from hanoi_desk.records import Participant
from hanoi_desk.text import accents, fold, sort_key, spelling


@dataclass(frozen=True, slots=True)
class Named:
    """A record and what it is called: its names in all languages, the one that sorts it first, and its codes."""

    id: str
    names: tuple[str, ...]
    codes: tuple[str, ...] = ()


def called(participant: Participant) -> Named:
    """Return all the names and codes of a participant, in every language."""
    p = participant
    names = (p.name_vi, p.name_en, p.name_fr, p.name_en_formal, p.untc_name, *p.aliases)
    return Named(p.id, tuple(dict.fromkeys(filter(None, names))), tuple(filter(None, (p.key, p.iso3))))


_WORD = re.compile(r"[^\W_]+")
_JOIN = re.compile(r"[\s.'’‘`\-‐‑–&()]*")
_JOIN_WITH_COMMA = re.compile(r"[\s.'’‘`\-‐‑–&(),]*")
_VIETNAMESE_SYLLABLE = re.compile(
    r"(?:ngh?|gh?|gi|kh?|ph|th?|tr|ch?|nh?|qu|[bdhlmrsvx])?[aeiouy]{1,3}(?:ch|n[gh]?|[cmpt])?"
)


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Codes that are also words or abbreviations of the trade ("IN", "IT", "SG", "TT") are not looked for in notes; of those
# of two letters only these are.
_SHORT_CODES = frozenset({"EU", "UK", "US", "VN"})
_OTHER_CAPITALS = _set(
    "AND ARE BEN CAN COD CUB DOM EST FIN GIN GEO HUN LIE MAC MAR MLI NIC NOR PAN PER POL RSA SEN SOM SUN SUR TLS TON "
    "TUN VAT CAR EAU SRV FRG ISL IRL ARM BRA CHE DMA EGY"
)
_NEVER_IN_NOTES = frozenset(
    {"sat", "hung", "maurice", "dominique", "ec", "ue"}
)  # "Sát", "Hung": other words far oftener
_SMALL_LETTERS_MEAN_ANOTHER = frozenset({"china", "turkey", "jordan", "guinea", "niger", "congo", "france"})

_ALSO_GIVEN_NAMES = _set("anh my duc nga nhat phap lao y uc sip tiep")

# Words beside a name that make it part of another name or word: "Pháp luật", "South China Sea", "tiếng Anh".
_NOT_BEFORE = {
    "y": "kien dinh nghia tuong thuc chi do nguyen muon la vi trung chinh cua nay tren thu khac",
    "phap": "luat ly che quy nhan lenh dien dinh tri",
    "duc": "tin tinh do hanh cha vua thanh",
    "my": "thuat nghe pham quan man latinh la latin duc",
    "anh": "ay em chi ta trai hung linh minh re ca huong",
    "nhat": "ky trinh bao thuc dung nguyet quan tri the",
    "ao": "dai so khoac tuong giap quan thun phong anh",
    "sec": "tien",
    "lao": "dong",
    "ai cap": "nhat",
    "an do": "duong",
    "china": "sea",
}
_NOT_AFTER = {
    "ireland": "northern bac",
    "mexico": "new gulf vinh",
    "america": "latin south north central",
    "guinea": "new gulf vinh",
    "samoa": "american",
    "my": "chau bac nam trung",
    "oman": "gulf vinh",
}
_TITLES = _set("ong ba anh chi em co chu bac chau thay cau tieng dc")  # with what follows: a person, a language
_NOT_A_FAMILY_NAME = _set(
    "phia ban ben nuoc doan voi ca con rieng gap tiep tai theo tu va hoi moi khi neu nhu vi cac hai tru ngoai o do cua "
    "nhom khoi dai su cho de den nhung viec"
)


@dataclass(frozen=True, slots=True)
class _Form:
    """One spelling of a name, with all that a look at a text needs."""

    id: str
    spelling: str  # without case; for a code the capitals themselves
    is_code: bool
    has_comma: bool


@dataclass(slots=True)
class _Node:
    """A place in the tree of the words of names: where the next word leads, and the names that end here."""

    after: dict[str, "_Node"] = field(default_factory=dict)
    ends: list[_Form] = field(default_factory=list)


class NameIndex:
    """Finds records by any of their names, exactly, as typed, or as they are mentioned in running text."""

    def __init__(self, entries: Iterable[Named]) -> None:
        """Index the entries; the work grows with the number of names, and every question is quick afterwards."""
        self._ids: dict[str, set[str]] = {}
        self._codes: dict[str, set[str]] = {}
        self._exact_names: dict[str, set[str]] = {}
        self._exact_codes: dict[str, set[str]] = {}
        self._starts: list[tuple[str, int, str, str]] = []  # (words from here on, 0 if from the first, name, id)
        self._order: dict[str, str] = {}
        self._root = _Node()
        for entry in entries:
            self._order[entry.id] = sort_key(entry.names[0]) if entry.names else ""
            for name in entry.names:
                self._add_name(entry.id, name)
            for code in entry.codes:
                self._codes.setdefault(fold(code), set()).add(entry.id)
                self._exact_codes.setdefault(code, set()).add(entry.id)
                if code.isupper() and (code in _SHORT_CODES if len(code) < 3 else code not in _OTHER_CAPITALS):
                    self._grow(entry.id, code)
        self._starts.sort()

    def _add_name(self, id_: str, name: str) -> None:
        folded = fold(name)
        self._ids.setdefault(folded, set()).add(id_)
        self._exact_names.setdefault(name, set()).add(id_)
        words = _WORD.findall(folded)
        self._starts += [(" ".join(words[at:]), min(at, 1), name, id_) for at in range(len(words))]
        if folded not in _NEVER_IN_NOTES and name not in _OTHER_CAPITALS:
            self._grow(id_, name)

    def _grow(self, id_: str, name: str) -> None:
        node = self._root
        for part in _WORD.findall(fold(name)):
            node = node.after.setdefault(part, _Node())
        code = _is_code(name)
        node.ends.append(_Form(id_, name.strip(".") if code else spelling(name), code, "," in name))

    def find(self, name: str) -> str | None:
        """Return the id of the one record with this name or code, whatever its accents and case; never a guess.

        Where a name and another record's code look alike ("Mỹ" and "MY"), the very spelling decides, the code before
        the name; where that does not decide either ("my"), nothing is found.
        """
        folded = fold(name)
        found = self._ids.get(folded, set())
        if name.isascii() and folded in self._codes:
            found = found | self._codes[folded]
        if len(found) > 1:
            found = self._exact_codes.get(name.strip()) or self._exact_names.get(name.strip()) or found
        return next(iter(found)) if len(found) == 1 else None

    def complete(self, typed: str, limit: int) -> list[str]:
        """Return the ids that the typed letters may mean, the likeliest first.

        An exact code comes first, then a whole name, names that begin so, and names with a later word that begins so;
        in each of these those that match with the very accents typed lead. Only a whole name typed with its accents
        goes before a code: "nga" is Russia before it is NGA, Nigeria.
        """
        wanted = _plain_words(fold(typed))
        if not wanted or limit <= 0:
            return []
        ranks = {(1, False, self._order[id_], id_) for id_ in self._codes.get(accents(typed), ())}
        said = _plain_words(accents(typed))
        for words, late, name, id_ in self._from(wanted):
            loose = said not in _plain_words(accents(name))
            whole = 2 if loose or _is_code(name) else 0
            rank = 4 if late else whole if words == wanted else 3
            ranks.add((rank, loose, self._order[id_], id_))
        return list(dict.fromkeys(rank[3] for rank in sorted(ranks)))[:limit]

    def _from(self, wanted: str) -> Iterator[tuple[str, int, str, str]]:
        for at in range(bisect_left(self._starts, (wanted,)), len(self._starts)):
            if not self._starts[at][0].startswith(wanted):
                return
            yield self._starts[at]

    def named_in(self, text: str) -> list[str]:
        """Return the ids of the records that running text mentions, each once, in the order of their first mention.

        The longest name wins ("Guinea-Bissau" is not Guinea). Codes count only in capitals. Names with accents must be
        spelt with all of them or with none, and a single short syllable ("Anh", "Mỹ", "Ý") with all of them, with a
        capital, and not as part of a person's name or of another word ("Nguyễn Đức Anh", "Pháp luật").
        """
        page = _Page(text)
        found: dict[str, None] = {}
        at = 0
        while at < len(page.words):
            id_, end = self._longest(page, at)
            if id_:
                found[id_] = None
            at = max(end, at + 1)
        return list(found)

    def _longest(self, page: "_Page", at: int) -> tuple[str, int]:
        node, end, best = self._root, at, ("", at)
        while end < len(page.words) and (step := node.after.get(page.words[end])):
            node, end = step, end + 1
            ids = {form.id for form in node.ends if page.mentions(form, at, end)}
            if len(ids) == 1:
                best = (ids.pop(), end)
        return best


class _Page:
    """A text cut into folded words that remember where they stood."""

    def __init__(self, text: str) -> None:
        self.text = unicodedata.normalize("NFC", text)
        self.spans = [hit.span() for hit in _WORD.finditer(self.text)]
        self.words = [fold(self.text[start:end]) for start, end in self.spans]

    def mentions(self, form: _Form, first: int, end: int) -> bool:
        """Tell whether the words from `first` up to `end` are this name and not something that only looks like it."""
        allowed = _JOIN_WITH_COMMA if form.has_comma else _JOIN
        if not all(allowed.fullmatch(self._gap(at)) for at in range(first, end - 1)):
            return False
        written = self.text[self.spans[first][0] : self.spans[end - 1][1]]
        if form.is_code:
            return written == form.spelling
        letters = sum(len(word) for word in self.words[first:end])
        single = end == first + 1
        if not (_is_plain(written) and (letters > 4 or not single)) and spelling(written) != form.spelling:
            return False
        folded = " ".join(self.words[first:end])
        if not written[0].isupper() and (
            letters < (5 if single else 7) or folded in _SMALL_LETTERS_MEAN_ANOTHER or folded in _ALSO_GIVEN_NAMES
        ):
            return False
        return not self._part_of_another(folded, first, end)

    def _part_of_another(self, name: str, first: int, end: int) -> bool:
        before = self._word(first - 1) if first and _is_space(self._gap(first - 1)) else ""
        if before == "of" and first > 1:  # Gulf of Guinea
            before = self._word(first - 2)
        after = self._word(end) if end < len(self.spans) and _is_space(self._gap(end - 1)) else ""
        if fold(after) in _NOT_BEFORE.get(name, "").split() or fold(before) in _NOT_AFTER.get(name, "").split():
            return True
        if name not in _ALSO_GIVEN_NAMES:
            return False
        family = _is_capital_syllable(before) and fold(before) not in _NOT_A_FAMILY_NAME
        given = _is_capital_syllable(after) and not (after.isupper() and fold(after) in _NOT_A_FAMILY_NAME)
        return family or given or fold(before) in _TITLES

    def _word(self, at: int) -> str:
        start, end = self.spans[at]
        return self.text[start:end]

    def _gap(self, at: int) -> str:
        """Return what stands between a word and the next."""
        return self.text[self.spans[at][1] : self.spans[at + 1][0]]


def _plain_words(text: str) -> str:
    return " ".join(_WORD.findall(text))


def _is_code(name: str) -> bool:
    return len(name) <= 5 and name.isascii() and name.isupper()


def _is_plain(written: str) -> bool:
    return all(c.isascii() or not c.isalpha() for c in written)


def _is_space(gap: str) -> bool:
    return gap.isspace() and "\n" not in gap


def _is_capital_syllable(word: str) -> bool:
    return word[:1].isupper() and bool(_VIETNAMESE_SYLLABLE.fullmatch(fold(word)))
