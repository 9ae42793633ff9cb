"""What is asked of the makers of documents, from what is put together and how it is to be printed."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from hanoi_desk.desk import author
from hanoi_desk.documents import Wanted
from hanoi_desk.language import joined, name_of, word_of
from hanoi_desk.pdf import AnnexFile
from hanoi_desk.records import (
    DocumentLanguage,
    Event,
    Meeting,
    Outreach,
    Pack,
    PackText,
    Participant,
    Product,
)
from hanoi_desk.store import Query, StoreError, StoreErrorCode
from hanoi_desk.ui.packs.annexes import annexes_of
from hanoi_desk.ui.packs.composing import Composed, written
from hanoi_desk.ui.packs.occasion import FIELDS
from hanoi_desk.ui.session import Goal, Session

#: From so many States on, the paper that is being written is shown before the whole.
LARGE = 8
_NAMED = 3


@dataclass(slots=True)
class Wishes:
    """Asks for what is put together; files of annexes are read once."""

    session: Session
    _files: dict[str, bytes] = field(default_factory=dict)

    def whole(self, composed: Composed, states: Sequence[str], *, draft: bool, copies: int, number: str = "") -> Wanted:
        """Return the wish for the whole document about these States."""
        now, pack = self.session.now, composed.pack
        participants = tuple(states) if pack.product is not Product.REPORT else ()
        return Wanted(
            pack=replace(pack, participants=participants),
            texts=in_order(composed.texts),
            moment=now,
            printed_at=now,
            number=number,
            copies=copies,
            draft=draft,
            annexes=self._annexes(pack),
        )

    def paper(self, wanted: Wanted, scope: str) -> Wanted | None:
        """Return the wish for the paper alone that is being written; None where the whole is there as soon."""
        pack = wanted.pack
        states = pack.participants
        if len(states) < LARGE:
            return None
        if scope and pack.product is Product.EVENT:
            alone = replace(pack, product=Product.BRIEF, participants=(scope,), sections=())
        elif pack.product is Product.EVENT:
            alone = replace(pack, sections=("common",))
        else:
            alone = replace(pack, participants=(scope or states[0],))
        return replace(wanted, pack=alone, annexes=())

    def _annexes(self, pack: Pack) -> tuple[AnnexFile, ...]:
        if pack.product is not Product.EVENT:
            return ()
        found = []
        for file in annexes_of(self.session, pack):
            if file.sha256 not in self._files:
                self._files[file.sha256] = self._content(file.sha256)
            found.append(AnnexFile(file.name.removesuffix(".pdf"), self._files[file.sha256]))
        return tuple(found)

    def _content(self, digest: str) -> bytes:
        """Return the bytes of an annex; of one that is damaged nothing, which the document then tells."""
        try:
            return self.session.store.file(digest) or b""
        except StoreError as error:
            if error.code is not StoreErrorCode.DAMAGED:
                raise
            return b""


def in_order(texts: Sequence[PackText]) -> tuple[PackText, ...]:
    """Return the texts that are worth keeping, in the order in which they are said."""
    return tuple(sorted(written(texts), key=lambda text: text.position))


def on_file(session: Session, pack_id: str) -> Composed | None:
    """Return a saved pack with its texts, None for one that is not on file."""
    pack = session.store.get(Pack, pack_id) if pack_id else None
    if pack is None:
        return None
    texts = session.store.all(Query(PackText, (("pack", "=", pack.id),), order_by="position"))
    return Composed(pack, tuple(texts))


def begun(session: Session, goal: Goal) -> Composed:
    """Return a new pack for what a goal names: an event, a meeting, a contact or a State; a brief for none of them."""
    language = DocumentLanguage(session.language.value)
    fresh = Pack(name="", language=language, prepared_by=author(session.store))
    record, store = goal.record, session.store
    if not record:
        return Composed(fresh)
    if event := store.get(Event, record):
        head = event.head_of_delegation
        return Composed(replace(fresh, product=Product.EVENT, event=event.id, head_of_delegation=head))
    if meeting := store.get(Meeting, record):
        states = (meeting.participant,) if meeting.participant else ()
        return Composed(replace(fresh, product=Product.BILATERAL, meeting=meeting.id, participants=states))
    if outreach := store.get(Outreach, record):
        return Composed(replace(fresh, product=Product.REPORT, outreach=outreach.id))
    states = (record,) if store.get(Participant, record) else ()
    return Composed(replace(fresh, product=Product.BILATERAL, participants=states))


def says_something(composed: Composed) -> bool:
    """Tell whether anything was chosen or written that somebody would miss."""
    pack = composed.pack
    subjects = (pack.participants, pack.event, pack.meeting, pack.outreach, pack.distribution, pack.head_of_delegation)
    return bool(pack.name.strip() or any(subjects) or written(composed.texts))


def named(session: Session, composed: Composed, states: Sequence[str]) -> str:
    """Return the name of a pack: its own, or its product with what it is for."""
    pack, store = composed.pack, session.store
    if pack.name.strip():
        return pack.name.strip()
    language = session.language
    product = word_of(pack.product, language)
    kept = getattr(pack, FIELDS[pack.product]) if pack.product in FIELDS else None
    if pack.product is Product.EVENT and kept and (event := store.get(Event, kept)):
        return f"{product}: {name_of(event, language)}"
    if pack.facet:
        return f"{product}: {pack.facet}"
    places = session.board().places
    if kept and (outreach := store.get(Outreach, kept) if pack.product is Product.REPORT else None):
        return f"{product}: {outreach.held_on:%d/%m/%Y}"
    names = [session.name(places[id_].participant) for id_ in states if id_ in places]
    if len(names) > _NAMED:
        names = [*names[:_NAMED], "…"]
        return f"{product}: {', '.join(names)}"
    return f"{product}: {joined(names, language)}" if names else product
