"""The sentences that a drafter wrote for one pack, in place of the message bank's or beside them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from hanoi_desk.briefing.points import LONGEST_ON_SHEET, REQUEST, answers_for, points_for
from hanoi_desk.briefing.situation import Situation
from hanoi_desk.briefing.values import Answer, Point
from hanoi_desk.language import Language, bound, capital, word
from hanoi_desk.records import Message, Pack, PackPart, PackText, Product
from hanoi_desk.store import Query, Store

#: The most words of a text (practice.md 1.3). Vietnamese is written in syllables, of which about three make two words.
LONGEST_POINT = {Language.EN: 35, Language.VI: 53, Language.FR: 35}
LONGEST_ANSWER = {Language.EN: 60, Language.VI: 90, Language.FR: 60}


@dataclass(frozen=True, slots=True)
class PackTexts:
    """The texts of a pack that hold for one country, in one language; without a pack there are none."""

    rows: tuple[PackText, ...]
    language: Language

    def all(self, part: PackPart) -> tuple[str, ...]:
        """Return the texts of a part, in their order."""
        return tuple(text for row in self.rows if row.part is part and (text := self.said(row)))

    def first(self, part: PackPart) -> str:
        """Return the first text of a part, nothing where there is none."""
        return next(iter(self.all(part)), "")

    def objectives(self) -> tuple[tuple[str, str], ...]:
        """Return each objective and how it is known to have been met."""
        rows = (row for row in self.rows if row.part is PackPart.OBJECTIVE)
        return tuple((self.said(row), self._one(row.met_when_en, row.met_when_vi)) for row in rows if self.said(row))

    def replaced(self, part: PackPart) -> dict[str, str]:
        """Return, by the row of the bank, what stands in its place: for a country its own text, then that for all."""
        found: dict[str, str] = {}
        for row in self.rows:
            if row.part is part and row.message and self.said(row):
                found.setdefault(row.message, self.said(row))
        return found

    def added(self, part: PackPart) -> tuple[str, ...]:
        """Return the texts of a part that replace no row of the bank."""
        return tuple(self.said(row) for row in self.rows if row.part is part and not row.message and self.said(row))

    def left_out(self) -> set[str]:
        """Return the ids of the rows of the bank that the pack does not use."""
        return {row.message for row in self.rows if row.part is PackPart.LEFT_OUT and row.message}

    def said(self, row: PackText) -> str:
        """Return a text in the language, or in the other where it has none."""
        return self._one(row.text_en, row.text_vi)

    def _one(self, english: str, vietnamese: str) -> str:
        wanted, other = (vietnamese, english) if self.language is Language.VI else (english, vietnamese)
        return wanted.strip() or other.strip()


def texts_on_file(store: Store, pack: Pack) -> tuple[PackText, ...]:
    """Return the texts that a saved pack holds, in their order."""
    return tuple(store.all(Query(PackText, (("pack", "=", pack.id),), order_by="position")))


def texts_for(texts: Sequence[PackText], participant_id: str | None, language: Language) -> PackTexts:
    """Return the texts for one country: its own before those for the whole pack; without a country the latter alone."""
    own = [row for row in texts if row.participant == participant_id and participant_id]
    return PackTexts((*own, *(row for row in texts if row.participant is None)), language)


def chosen_points(
    messages: Sequence[Message], situation: Situation, texts: PackTexts, *, limit: int
) -> tuple[Point, ...]:
    """Return the points to make: those of the bank, changed, left out or joined as the pack says, our request last.

    What stands in place of a row for all States is said to those alone for which the row is meant: a reminder of the
    last day of signature never to one that has signed. What is written for one State is always said to it.
    """
    language = texts.language
    bank = {m.id: m for m in messages if m.id not in texts.left_out()}
    replaced = {bank[id_].code: text for id_, text in texts.replaced(PackPart.POINT).items() if id_ in bank}
    chosen = points_for(bank.values(), situation, language, limit=limit)
    missing = {code: text for code, text in replaced.items() if code not in {point.code for point in chosen}}
    meant = {point.code for point in points_for(bank.values(), situation, language, limit=len(bank))} if missing else ()
    alone = {bank[row.message].code for row in texts.rows if row.participant and row.message in bank}
    own = [text for code, text in missing.items() if code in meant or code in alone]
    own += texts.added(PackPart.POINT)
    if own:
        chosen = points_for(bank.values(), situation, language, limit=limit - len(own))
    points = [replace(p, text=bound(replaced[p.code])) if p.code in replaced else p for p in chosen]
    reason = capital(word("pack_part.point", language))
    drafted = [Point(code="", text=bound(text), articles="", reason=reason) for text in own]
    requests = [p for p in points if p.code == REQUEST]
    return (*(p for p in points if p.code != REQUEST), *drafted, *requests)


def chosen_answers(
    messages: Sequence[Message],
    situation: Situation,
    texts: PackTexts,
    *,
    limit: int,
    longest: Mapping[Language, int] = LONGEST_ANSWER,
) -> tuple[Answer, ...]:
    """Return questions with answers: those of the pack alone, then those of the bank, changed or left out as it says.

    The first line of a text that replaces no row is the question. Rows of the bank of more than `longest` words are
    left out; what the drafter wrote stands whole.
    """
    language = texts.language
    bank = {m.id: m for m in messages if m.id not in texts.left_out()}
    replaced = {bank[id_].code: text for id_, text in texts.replaced(PackPart.ANSWER).items() if id_ in bank}
    reason = capital(word("pack_part.answer", language))
    own = [_answer(text, reason) for text in texts.added(PackPart.ANSWER)]
    chosen = answers_for(bank.values(), situation, language, limit=limit, longest=longest)
    changed = [replace(a, text=bound(replaced[a.code]), unverified=False) if a.code in replaced else a for a in chosen]
    return (*own, *changed)[:limit]


def _answer(text: str, reason: str) -> Answer:
    question, _, answer = text.partition("\n")
    if not answer.strip():
        question, answer = "", question
    return Answer(code="", question=bound(question.strip()), text=bound(answer.strip()), articles="", reason=reason)


def counted(text: str, part: PackPart, product: Product, language: Language) -> tuple[int, int]:
    """Return how many words a text has, and how many practice allows for its part; 0 where there is no rule.

    The question in the first line of an answer of the drafter's own is not counted.
    """
    _, _, answer = text.strip().partition("\n")
    said = answer if part is PackPart.ANSWER and answer.strip() else text
    most = {
        PackPart.POINT: LONGEST_ON_SHEET if product is Product.BRIEF else LONGEST_POINT,
        PackPart.ANSWER: LONGEST_ON_SHEET if product is Product.BRIEF else LONGEST_ANSWER,
    }
    return len(said.split()), most[part][language] if part in most else 0


def too_long(points: Sequence[Point], answers: Sequence[Answer], language: Language) -> tuple[str, ...]:
    """Name the texts of more words than practice allows, with how many they have."""
    names = [
        (word("doc.block.points", language), number, point.text, LONGEST_POINT[language])
        for number, point in enumerate(points, 1)
    ] + [
        (word("doc.block.if_raised", language), number, answer.text, LONGEST_ANSWER[language])
        for number, answer in enumerate(answers, 1)
    ]
    return tuple(
        word("bilateral.too_long", language, block=block, at=number, n=len(text.split()), most=most)
        for block, number, text, most in names
        if len(text.split()) > most
    )
