"""Which rows of the message bank a document uses though nobody has checked them, for all of its States at once."""

from collections import Counter
from collections.abc import Iterator, Sequence

from hanoi_desk.board import Board
from hanoi_desk.briefing.pack_texts import LONGEST_ANSWER, chosen_answers, chosen_points, texts_for
from hanoi_desk.briefing.points import OURS, audiences_of
from hanoi_desk.briefing.situation import BUDAPEST, Situation
from hanoi_desk.language import Language
from hanoi_desk.records import Message, Pack, PackText, Participant, Product, Treaty, TreatyAction
from hanoi_desk.store import Query, Store
from hanoi_desk.treaty import INSTRUMENTS

_MOST = {Product.BRIEF: (4, 3), Product.BILATERAL: (6, 6), Product.EVENT: (4, 3)}


def unverified_rows(
    store: Store, board: Board, pack: Pack, texts: Sequence[PackText], ids: Sequence[str]
) -> Iterator[tuple[Message, int, str]]:
    """Yield each row with how many States it is used for and what is not checked: "answer" or "articles".

    States in the same situation get the same rows, so that each situation is worked out once; what a single contact
    brings about, such as an objection that was raised, is left out.
    """
    language = Language(pack.language.value.partition("+")[0])
    messages: list[Message] = store.all(Query(Message))
    bank = {message.code: message for message in messages}
    most_points, most_answers = _MOST.get(pack.product, (4, 3))
    drafted = {row.participant for row in texts if row.participant}
    used: Counter[tuple[str, str]] = Counter()
    known: dict[object, set[tuple[str, str]]] = {}
    for situation in _situations(store, board, ids):
        id_ = situation.participant.id
        group = (frozenset(audiences_of(situation)), situation.is_organization, id_ if id_ in drafted else "")
        if group not in known:
            own = texts_for(texts, id_, language)
            points = chosen_points(messages, situation, own, limit=most_points)
            answers = chosen_answers(messages, situation, own, limit=most_answers, longest=LONGEST_ANSWER)
            known[group] = {(point.code, "articles") for point in points if point.unverified and point.articles}
            known[group] |= {(one.code, "answer") for one in answers if one.unverified}
            known[group] |= {(one.code, "articles") for one in answers if one.articles_unverified and one.articles}
        used.update(known[group])
    for (code, key), states in sorted(used.items()):
        if code in bank:
            yield bank[code], states, f"unchecked_{key}"


def _situations(store: Store, board: Board, ids: Sequence[str]) -> Iterator[Situation]:
    """Yield how each State stands, without what is on file about its contacts and steps at home."""
    budapest = next(iter(store.all(Query(Treaty, (("key", "=", BUDAPEST),)))), None)
    where = (("treaty", "=", budapest.id if budapest else ""), ("act", "in", tuple(INSTRUMENTS)))
    acted: dict[str, tuple[TreatyAction, ...]] = {}
    found: list[TreatyAction] = store.all(Query(TreatyAction, where))
    for action in found:
        if action.participant:
            acted[action.participant] = (action,)
    for id_ in ids:
        participant: Participant = board.places[id_].participant
        if participant.key != OURS:
            yield Situation(
                participant=participant,
                treaty=board.treaty,
                ledger=board.ledger,
                moment=board.moment,
                steps=(),
                budapest=acted.get(id_, ()),
                contacts=(),
            )
