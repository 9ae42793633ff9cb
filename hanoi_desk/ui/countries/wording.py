"""How the state of a country and of its promises is said in a few words, with the tone that goes with them."""

from datetime import date

from hanoi_desk.board import Board, Place, Tile
from hanoi_desk.commitments import Outcome, Reconciled
from hanoi_desk.language import Language, capital, long_date, promised_for, short_date
from hanoi_desk.records import Authority, Precision
from hanoi_desk.text import ended
from hanoi_desk.treaty import LegalPath, TreatyStatus, open_paths
from hanoi_desk.ui.colours import Tone
from hanoi_desk.ui.session import Session

_TILES = {
    Tile.DEPOSITED: Tone.GREEN,
    Tile.SIGNED: Tone.BLUE,
    Tile.PROMISED: Tone.AMBER,
    Tile.IN_CONTACT: Tone.NEUTRAL,
    Tile.NO_CONTACT: Tone.NEUTRAL,
}

_OUTCOMES = {
    Outcome.KEPT: Tone.GREEN,
    Outcome.PARTLY_KEPT: Tone.GREEN,
    Outcome.PASSED: Tone.RED,
    Outcome.CONTRADICTED: Tone.RED,
    Outcome.OPEN: Tone.AMBER,
    Outcome.TO_CONVERT: Tone.AMBER,
}


def tile_pill(session: Session, place: Place) -> tuple[str, Tone]:
    """Return what the board shows of a participant, for a row of the list."""
    return session.label(place.tile), _TILES[place.tile]


def status_pill(session: Session, board: Board, place: Place) -> tuple[str, Tone]:
    """Return the status by the depositary's record, with its date."""
    status = place.status
    match status.kind:
        case TreatyStatus.DEPOSITED | TreatyStatus.IN_FORCE:
            return _dated(session, place, status.deposited_on), Tone.GREEN
        case TreatyStatus.SIGNED:
            return _dated(session, place, status.signed_on), Tone.BLUE
        case TreatyStatus.WITHDRAWN:
            return _dated(session, place, status.leaves_on), Tone.RED
    paths = [p.path for p in open_paths(board.ledger, place.participant.id)]
    if paths == [LegalPath.ACCEDE]:
        return session.word("status.accession_only"), Tone.NEUTRAL
    return session.label(status.kind), Tone.NEUTRAL


def _dated(session: Session, place: Place, day: date | None) -> str:
    words = session.label(place.status.kind)
    if day is None:
        return words
    # In Vietnamese a long date is a line of its own.
    return f"{words} {long_date(day, session.language) if session.language is Language.EN else short_date(day)}"


def outcome_pill(session: Session, held: Reconciled) -> tuple[str, Tone]:
    """Return what has become of a promise, with the day that shows it."""
    words = session.label(held.outcome)
    if held.outcome in (Outcome.KEPT, Outcome.PARTLY_KEPT) and held.shown_on:
        words = f"{words} {short_date(held.shown_on)}"
    return words, _OUTCOMES.get(held.outcome, Tone.NEUTRAL)


def promise_title(session: Session, held: Reconciled) -> str:
    """Return the promised act and by when, as exactly as it was given."""
    commitment = held.commitment
    act, by = session.label(commitment.act), promised_for(commitment, session.language)
    return f"{act} {by}" if commitment.precision is not Precision.NONE else f"{act}, {by}"


def promise_words(held: Reconciled) -> str:
    """Return what was said, in quotation marks only where it was taken down word for word."""
    commitment = held.commitment
    said = commitment.words.strip() or commitment.original_words.strip()
    return f"“{said}”" if said and commitment.verbatim else said


def promise_marks(session: Session, held: Reconciled) -> str:
    """Return grade, form and authority in words; never a code alone."""
    commitment = held.commitment
    authority = () if commitment.authority is Authority.UNKNOWN else (commitment.authority,)
    first, *rest = (session.label(part) for part in (commitment.grade, commitment.form, *authority))
    return " · ".join([first, *(word[:1].lower() + word[1:] for word in rest)])


def sentence(text: str) -> str:
    """Return words as a sentence."""
    return ended(capital(text.strip()))


def excerpt(text: str, longest: int = 320) -> str:
    """Return the beginning of a text on one line, ended at a blank."""
    flat = " ".join(text.split())
    if len(flat) <= longest:
        return flat
    cut = flat[:longest]
    return (cut.rpartition(" ")[0] if " " in cut else cut).rstrip(" ,;:") + "…"
