"""The panel of the log form with what is being written in it: kept as a draft while one types, and offered again."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from hanoi_desk.desk import OutreachEntry
from hanoi_desk.language import clock, joined, moment
from hanoi_desk.store import StoreError
from hanoi_desk.ui.colours import Tone
from hanoi_desk.ui.log.checks import marks_of
from hanoi_desk.ui.log.draft import DamagedDraft, DraftKeeper, Offer, Writing, from_text, to_text, without_strangers
from hanoi_desk.ui.log.panel import Panel
from hanoi_desk.ui.secret_marks import unkept
from hanoi_desk.ui.session import Session


class DraftedPanel(Panel):
    """Knows what it shows, what of it is not saved, and which drafts were left."""

    cancelled = Signal()  # back, with what was typed kept as a draft

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._editing = ""
        self._known: frozenset[str] = frozenset()
        self._baseline = ""
        self._offers: list[Offer] = []
        self._cleared: set[str] = set()  # marks of which somebody said that they are none of a State secret
        self._unkept = ""  # the mark for which no draft is kept
        self._unmarked: str | None = None  # the draft as it was before that was written
        self._is_planned = False  # the day is to come, and that is meant
        self.keeper = DraftKeeper(session.store, self._draft, self)
        self._clock = QTimer(self, interval=1000)
        self._clock.timeout.connect(self._show_draft_age)
        self.sheet.edited.connect(self._edited)
        self.keeper.kept.connect(self._show_draft_age)
        self.keeper.failed.connect(self._show_draft_age)
        self.draft_strip.resumed.connect(self._resume_offered)
        self.draft_strip.discarded.connect(self._discard_offered)

    def retranslate(self) -> None:
        """Put the words on the form, in the language of the window."""
        self.setAccessibleName(self._heading())
        self.heading.setText(self._heading())
        self.put_words()
        self._offer_draft()
        self._show_draft_age()

    def _heading(self) -> str:
        return self.tr("Edit outreach") if self._editing else self.tr("Log outreach")

    # ---- what is written ----

    def entry(self) -> OutreachEntry:
        """Return what the form says now."""
        return self.sheet.entry()

    @property
    def editing(self) -> str:
        """The contact on file that is mended, an empty text for a new one."""
        return self._editing

    @property
    def is_dirty(self) -> bool:
        """Whether something was written that is not saved; a draft of it is on disk, or will be within a second."""
        return to_text(self.sheet.writing()) != self._baseline

    @property
    def withholds(self) -> bool:
        """Whether no draft is kept of what was written last, for a mark of a State secret."""
        return bool(self._unkept)

    def _begin(self, writing: Writing, editing: str = "", *, is_ours_known: bool = False) -> None:
        damaged = 0
        try:
            self._offers, damaged = self.keeper.offers()
        except StoreError as error:
            self.tell_store(error)
        self._show(writing, editing)
        if not editing and not is_ours_known:
            self.sheet.attendees.add_ours(self._session.store.who)
        self._baseline = to_text(self.sheet.writing())
        self._cleared = set(marks_of(writing))
        self.keeper.begin(self._offers, editing)
        self._offer_draft()
        if damaged:
            self._tell_damaged()

    def _show(self, writing: Writing, editing: str) -> None:
        self._editing = editing
        self._is_planned = False
        self._cleared, self._unkept, self._unmarked = set(), "", None
        self._known = frozenset(record.id for record in writing.entry.records())
        self.strip.close_message()
        self.sheet.show_writing(writing)
        self.area.verticalScrollBar().setValue(0)
        self.another_button.setVisible(not editing)
        self.heading.setText(self._heading())
        self._show_draft_age()

    def _begin_in(self, field: QWidget) -> None:
        """Put the cursor into a field, now or when the form is shown."""
        self.setFocusProxy(field)
        self._focus(field)

    def _focus(self, field: QWidget) -> None:
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, field, lambda: self.bring_into_view(field))

    # ---- drafts ----

    def resume(self, draft: Offer | str) -> None:
        """Go on with a draft: one that is offered, or its text. One that cannot be read is set aside, and told."""
        try:
            writing = draft.writing if isinstance(draft, Offer) else from_text(draft)
        except DamagedDraft:
            self._tell_damaged()
            return
        self.keeper.flush()
        entry = without_strangers(writing.entry, self.sheet.delegations.is_country)
        editing = draft.draft.record if isinstance(draft, Offer) else ""
        self._show(Writing(entry, writing.typed), editing)
        self._cleared = set(marks_of(writing))  # it lies on disk
        self._baseline = ""
        if isinstance(draft, Offer):
            self.keeper.take_up(draft)
            self._offers = [offer for offer in self._offers if offer.place != draft.place]
        self._offer_draft()
        self._begin_in(self.sheet.notes)

    def resume_last(self) -> None:
        """Go on with the draft that was kept last, if there is one for what is open."""
        self._resume_offered()

    def _edited(self) -> None:
        self._is_planned = False
        self.keeper.touch()

    def _draft(self) -> str | None:
        """Return what is to lie on disk: without the mark of a State secret, else as it was before that was written."""
        writing = self.sheet.writing()
        text = to_text(writing)
        mark = next((mark for mark in marks_of(writing) if mark not in self._cleared), "")
        if mark != self._unkept:
            self._tell_unkept(mark)
        if not mark:
            self._unmarked = text if text != self._baseline else None
        return self._unmarked

    def _tell_unkept(self, mark: str) -> None:
        self._unkept = mark
        if mark:
            words = unkept(self._session, mark)
            self.tell(words, Tone.AMBER, self.tr("It is no State secret"), self._say_no_secret)
        else:
            self.strip.close_message()
        self._show_draft_age()

    def _say_no_secret(self) -> None:
        self._cleared |= set(marks_of(self.sheet.writing()))
        self.keeper.flush()

    @property
    def _offer(self) -> Offer | None:
        """The newest draft that was left; while a contact on file is mended, the newest of that contact."""
        return next((o for o in self._offers if not self._editing or o.draft.record == self._editing), None)

    def _offer_draft(self) -> None:
        offer = self._offer
        if offer is None:
            self.draft_strip.offer("")
            return
        at = offer.draft.saved_at.astimezone(self._session.now.tzinfo)
        same_day = at.date() == self._session.today
        time = clock(at, self._session.language) if same_day else moment(at)
        entry = offer.writing.entry
        names = [self.sheet.people.country(c.participant) for c in entry.countries[:4]]
        about = joined(filter(None, names), self._session.language) or " ".join(entry.outreach.notes.split())[:60]
        if offer.edits:
            sentence = self.tr("Changes from {time} to a contact on file are here: {about}")
        elif about:
            sentence = self.tr("A draft from {time} is here: {about}")
        else:
            sentence = self.tr("A draft from {time} is here.")
        self.draft_strip.offer(sentence.format(time=time, about=about))

    def _resume_offered(self) -> None:
        if self._offer is not None:
            self.resume(self._offer)

    def _discard_offered(self) -> None:
        offer = self._offer
        if offer is None:
            return
        try:
            self.keeper.drop_offer(offer)
        except StoreError as error:
            self.tell_store(error)
            return
        self._offers.remove(offer)
        self._offer_draft()
        self._tell_discarded(offer.writing, offer.draft.record)

    def _tell_discarded(self, gone: Writing, editing: str) -> None:
        def bring_back() -> None:
            self.keeper.flush()
            self._show(gone, editing)
            self._baseline = ""
            self.keeper.begin(self._offers, editing)
            self._edited()

        self.tell(self.tr("The draft was discarded."), Tone.NEUTRAL, self.tr("Undo"), bring_back)

    def _tell_damaged(self) -> None:
        self.tell(self.tr("A draft could not be read. It was set aside; nothing else is touched."), Tone.AMBER)

    def _show_draft_age(self) -> None:
        self.say_draft_age(self.keeper.seconds_ago, self.keeper.error, is_withheld=self.withholds)
