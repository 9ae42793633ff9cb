"""Finds the countries, organisations and persons that the cells of a row name; what nobody knows is never guessed."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hanoi_desk.desk.workbook.known import Known
from hanoi_desk.text import fold
from hanoi_desk.workbook.mapping import LEFT_OUT, Plan

# None of these goes over the same blanks or brackets twice: a cell of 60,000 of them must not take minutes.
_HARD = re.compile(r"[;\n/|]")
_SOFT = re.compile(r"\s*(?:,|\+|&|\bvà\b|\band\b|\bet\b)\s*", re.IGNORECASE)
_BESIDE = re.compile(r"\([^()]*+\)")
_BEFORE = re.compile(
    r"^(?:phái đoàn thường trực|phái đoàn|đại sứ quán|đsq|đoàn|nước|phía|bạn|(?:embassy|mission|delegation) of|the)\s+",
    re.IGNORECASE,
)
_MOST = 10_000  # letters of a cell that names countries: all that there are, with room to spare
_LONGEST = 6  # pieces that one name may be cut into: "Korea, Republic of"


@dataclass(frozen=True, slots=True)
class Countries:
    """What a cell of countries names: participants, organisations, names that nobody knows, names that are left out."""

    ids: tuple[str, ...]
    bodies: tuple[str, ...]
    unknown: tuple[str, ...]
    left_out: tuple[str, ...]


def countries_in(text: str, plan: Plan, known: Known) -> Countries:
    """Return what a cell names, in the order in which it does."""
    ids: dict[str, None] = {}
    bodies: dict[str, None] = {}
    unknown: dict[str, None] = {}
    left_out: dict[str, None] = {}
    for name in _names(text, plan, known):
        if (one := _country(name, plan, known)) is not None:
            (ids if one else left_out)[one or name] = None
        elif body := known.organisations.find(name):
            bodies[body] = None
        else:
            unknown[name] = None
    return Countries(tuple(ids), tuple(bodies), tuple(unknown), tuple(left_out))


def _names(text: str, plan: Plan, known: Known) -> list[str]:
    """Return the names in a cell: the longest runs of its pieces that are known, then the pieces that are left."""
    whole = " ".join(text.split())
    if not whole or len(whole) > _MOST or _knows(whole, plan, known):
        return [whole[:_MOST]] if whole else []
    found: list[str] = []
    for part in filter(None, (" ".join(piece.split()) for piece in _HARD.split(text))):
        found += [part] if _knows(part, plan, known) else _soft_names(part, plan, known)
    return found


def _soft_names(text: str, plan: Plan, known: Known) -> list[str]:
    spans = list(_SOFT.finditer(text))
    starts, ends = [0, *(hit.end() for hit in spans)], [*(hit.start() for hit in spans), len(text)]
    found: list[str] = []
    place = 0
    while place < len(starts):
        for last in range(min(place + _LONGEST, len(starts)) - 1, place - 1, -1):
            run = text[starts[place] : ends[last]].strip()
            if last == place or _knows(run, plan, known):
                found += [run] if run else []
                place = last + 1
                break
    # Where no piece is known, it is one unknown name and not many.
    return found if any(_knows(name, plan, known) for name in found) or "," in text else [text]


def _knows(name: str, plan: Plan, known: Known) -> bool:
    return _country(name, plan, known) is not None or known.organisations.find(name) is not None


def _country(name: str, plan: Plan, known: Known) -> str | None:
    """Return the participant of a name, an empty text where it is left out, None where nobody knows it."""
    decided = plan.decided(name)
    if decided is not None and (decided == LEFT_OUT or decided in known.keys):
        return known.keys[decided] if decided else ""
    short = " ".join(_BESIDE.sub(" ", name).split())
    for one in (name, short, _BEFORE.sub("", name), _BEFORE.sub("", short)):
        if one and (found := known.countries.find(one)):
            return found
    return None


# ---- persons ----

_PARTS = re.compile(r"\s*[;\n]\s*|\s+(?:và|and|et)\s+", re.IGNORECASE)
_STYLE = re.compile(
    r"^(?:h\.?\s?e\.?|mr|mrs|ms|miss|mme|m|dr|prof|ông|bà|anh|chị|đ/c|ngài|ts|gs|pgs)\.?\s+(?=\S)", re.IGNORECASE
)
_OPENING = re.compile(r"[(\[]")
_DASHED = re.compile(r"\s+[-–—]\s+")


@dataclass(frozen=True, slots=True)
class PersonNamed:
    """A person as a cell names one, and the post beside the name."""

    name: str
    post: str = ""


def persons_in(names: str, posts: str) -> tuple[PersonNamed, ...]:
    """Return the persons of a row.

    "Ông A; Bà B" are two; "A, Director" and "A (Director)" one with a post. Where posts have a column of their own a
    comma parts persons too.
    """
    lines = "\n".join(" ".join(line.split()) for line in names.split("\n"))
    parts = [part for part in _PARTS.split(lines) if part.strip()]
    if posts.strip():
        parts = [piece for part in parts for piece in part.split(",") if piece.strip()]
    titles = _posts(posts, len(parts))
    found: dict[str, PersonNamed] = {}
    for part, title in zip(parts, titles, strict=True):
        one = _person(part, title)
        if one.name:
            found.setdefault(fold(one.name), one)
    return tuple(found.values())


def _posts(text: str, count: int) -> Sequence[str]:
    """Return a post for each person: as many parts as persons, or the one post for the first."""
    parts = [part.strip() for part in re.split(r"[;\n]", text) if part.strip()]
    if len(parts) == count:
        return parts
    return [" ".join(text.split()), *[""] * (count - 1)][:count]


def _person(text: str, title: str) -> PersonNamed:
    name, post = " ".join(text.split()), title
    if bracketed := _bracketed(name):
        name, beside = bracketed
        post = post or beside
    elif not post:
        name, _, beside = name.partition(",")
        if not beside and len(pieces := _DASHED.split(name, maxsplit=1)) == 2:
            name, beside = pieces
        post = beside
    name = name.strip()
    while (shorter := _STYLE.sub("", name)) != name and shorter:
        name = shorter
    return PersonNamed(name.strip(" .,"), post.strip())


def _bracketed(text: str) -> tuple[str, str] | None:
    """Return what stands before the first bracket and in it, where it is closed at the end of the text."""
    opening = _OPENING.search(text)
    if opening is None or text[-1] not in ")]" or not (within := text[opening.end() : -1].strip()):
        return None
    return text[: opening.start()].rstrip(), within


def distinct(names: Sequence[tuple[str, int]]) -> Mapping[str, tuple[str, tuple[int, ...]]]:
    """Return, for each name without accents and case, its first spelling and the rows that have it."""
    found: dict[str, tuple[str, tuple[int, ...]]] = {}
    for name, row in names:
        spelt, rows = found.get(fold(name), (name, ()))
        found[fold(name)] = (spelt, (*rows, row) if row not in rows[-1:] else rows)
    return found
