"""The rows of the message bank that a document would use, so that a drafter can say them in other words."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from hanoi_desk.briefing import Situation, answers_for, points_for, situation_of
from hanoi_desk.briefing.leave_behind import is_for_others
from hanoi_desk.briefing.pack_texts import LONGEST_ANSWER, counted
from hanoi_desk.briefing.points import LONGEST_ON_SHEET, REQUEST
from hanoi_desk.language import Language
from hanoi_desk.records import Message, PackPart, Product
from hanoi_desk.store import Query
from hanoi_desk.ui.packs.composing import Composed
from hanoi_desk.ui.session import Session

#: What a product may be said in other words, in the order of its page, and how many texts of each it takes.
PARTS: dict[Product, dict[PackPart, int]] = {
    Product.BRIEF: {
        PackPart.OBJECTIVE: 1,
        PackPart.POINT: 4,
        PackPart.ANSWER: 3,
        PackPart.AVOID: 2,
        PackPart.PRESS_LINE: 1,
    },
    Product.BILATERAL: {
        PackPart.REASON: 1,
        PackPart.OBJECTIVE: 3,
        PackPart.POINT: 6,
        PackPart.AVOID: 2,
        PackPart.PRESS_LINE: 1,
        PackPart.INTEREST: 3,
        PackPart.ANSWER: 6,
        PackPart.CONTEXT: 5,
    },
    Product.EVENT: {
        PackPart.OBJECTIVE: 3,
        PackPart.POINT: 6,
        PackPart.AVOID: 2,
        PackPart.PRESS_LINE: 1,
        PackPart.ANSWER: 6,
    },
    Product.LEAVE_BEHIND: {PackPart.POINT: 6},
    Product.REPORT: {},
}
#: Of so many States of a pack at most the rows are worked out when all of them are drafted together.
_MOST_STATES = 10


@dataclass(frozen=True, slots=True)
class BankRow:
    """A row of the bank as a document would print it: its text by language, its question, and why it was chosen."""

    message: str
    code: str
    texts: dict[Language, str]
    question: str = ""
    reason: str = ""


def longest(part: PackPart, product: Product, language: Language) -> int:
    """Return how many words a text may have (practice.md 1.3); 0 where there is no rule."""
    return counted("", part, product, language)[1]


class Bank:
    """Asks the bank what it says on a State, or on all States of a pack."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._situations: dict[str, Situation] = {}
        self._messages: list[Message] = []

    def forget(self) -> None:
        """Read anew when it is next asked for."""
        self._situations.clear()
        self._messages = []

    def rows(self, part: PackPart, composed: Composed, scope: str | None, states: Sequence[str]) -> list[BankRow]:
        """Return the rows that a part would show, those that are left out or changed among them."""
        if part not in (PackPart.POINT, PackPart.ANSWER):
            return []
        product = composed.pack.product
        limit = PARTS[product].get(part, 0)
        messages = self._bank()
        out = {m.id for m in messages if composed.is_left_out(m.id, scope)}
        bank = [m for m in messages if m.id not in out]
        if product is Product.LEAVE_BEHIND:
            bank = [m for m in bank if all(is_for_others(m, language) for language in composed.tongues)]
        asked = [scope] if scope else list(states)[:_MOST_STATES]
        if product in (Product.BRIEF, Product.EVENT) and scope:
            limit = PARTS[Product.BRIEF][part]
        found: dict[str, dict[Language, BankRow]] = {}
        counted: Counter[str] = Counter()
        for participant in asked:
            situation = self._situation(participant)
            if situation is None:
                continue
            for language in composed.tongues:
                for row in self._chosen(part, product, bank, situation, language, limit):
                    found.setdefault(row.code, {})[language] = row
                    counted[row.code] += 1
        by_code = {m.code: m for m in messages}
        usual = sorted(found, key=lambda code: -counted[code])[:limit]
        codes = [code for code in found if code in usual]
        rows = [self._merged(by_code[code], found[code]) for code in codes if code in by_code]
        shown = {row.message for row in rows}
        rest = [m for m in messages if m.id not in shown and self._is_of(m, part)]
        touched = [m for m in rest if m.id in out or any(composed.changed(part, m.id, one) for one in {scope, None})]
        return rows + [self._plain(m) for m in touched]

    def others(self, part: PackPart, shown: Sequence[BankRow]) -> list[tuple[str, str]]:
        """Return the rest of the bank for a part: ids with the beginning of what they say."""
        known = {row.message for row in shown}
        vietnamese = self._session.language is Language.VI
        return [
            (m.id, f"{m.code}  {m.point_vi if vietnamese and m.point_vi else m.point_en}")
            for m in self._bank()
            if m.id not in known and self._is_of(m, part)
        ]

    def row(self, message: str) -> BankRow | None:
        """Return one row of the bank."""
        return next((self._plain(m) for m in self._bank() if m.id == message), None)

    # ---- inside ----

    def _bank(self) -> list[Message]:
        if not self._messages:
            self._messages = self._session.store.all(Query(Message))
        return self._messages

    def _situation(self, participant: str) -> Situation | None:
        if participant not in self._situations:
            board = self._session.board()
            if participant not in board.places:
                return None
            self._situations[participant] = situation_of(
                self._session.store, participant, self._session.now, board.treaty.key, board.ledger
            )
        return self._situations[participant]

    def _chosen(
        self,
        part: PackPart,
        product: Product,
        bank: Sequence[Message],
        situation: Situation,
        language: Language,
        limit: int,
    ) -> list[BankRow]:
        ids = {m.code: m.id for m in bank}
        if part is PackPart.POINT:
            points = points_for(bank, situation, language, limit=limit)
            return [
                BankRow(ids[p.code], p.code, {language: p.text}, reason=p.reason)
                for p in points
                if product is not Product.LEAVE_BEHIND or p.code != REQUEST
            ]
        words = LONGEST_ON_SHEET if product in (Product.BRIEF, Product.EVENT) else LONGEST_ANSWER
        answers = answers_for(bank, situation, language, limit=limit, longest=words)
        return [BankRow(ids[a.code], a.code, {language: a.text}, a.question, a.reason) for a in answers]

    def _merged(self, message: Message, by_language: dict[Language, BankRow]) -> BankRow:
        first = next(iter(by_language.values()))
        texts = {language: row.texts[language] for language, row in by_language.items()}
        return BankRow(message.id, message.code, self._plain(message).texts | texts, first.question, first.reason)

    def _plain(self, message: Message) -> BankRow:
        english, vietnamese = message.point_en, message.point_vi or message.point_en
        return BankRow(message.id, message.code, {Language.EN: english, Language.VI: vietnamese})

    def _is_of(self, message: Message, part: PackPart) -> bool:
        return message.code.startswith("Q-") is (part is PackPart.ANSWER)
