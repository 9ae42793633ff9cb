"""Which pack is open in the builder, and how it is kept: saved, copied, deleted, or as a draft on disk."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from hanoi_desk.desk import Refused, copy_pack, delete_pack, save_pack
from hanoi_desk.records import Pack
from hanoi_desk.store import StoreError
from hanoi_desk.ui import messages
from hanoi_desk.ui.packs.composing import Composed, secret_mark
from hanoi_desk.ui.packs.keeper import PackKeeper
from hanoi_desk.ui.packs.view import PacksView
from hanoi_desk.ui.packs.wishes import begun, in_order, named, on_file, says_something
from hanoi_desk.ui.session import Goal, Session


class PackFiling(PacksView):
    """One pack at a time; what is open is saved before another is opened, so that nothing is lost."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.composed = Composed(Pack(name=""))
        self._saved: Composed | None = None
        self._first: Composed | None = None  # as it was begun, before anything was chosen or written
        self._has_begun = False
        self._deleted = ""  # the pack that was deleted last, until another is opened
        self._copied = ("", "")  # the copy that was made last, and of which pack
        self._unmarked: Composed | None = None  # as it was on disk last
        self._cleared: set[str] = set()  # marks of which somebody said that they are no State secret
        self.keeper = PackKeeper(session.store, self._draft, self)
        self.chooser.chosen.connect(self._choose)
        self.new_button.clicked.connect(self.begin)
        self.save_pack_button.clicked.connect(self.save)
        self.copy_button.clicked.connect(self.copy)
        self.delete_button.clicked.connect(self.delete)
        self.document_tab.annexes.saving_asked.connect(self._save_then)

    def show_composed(self) -> None:
        """Show the pack that is open in all tabs."""
        raise NotImplementedError

    def remake(self, *, at_once: bool = False) -> None:
        """Make the document anew."""
        raise NotImplementedError

    def forget_document(self) -> None:
        """Show no document: another pack is open."""
        raise NotImplementedError

    # ---- which pack ----

    def show_goal(self, goal: Goal) -> None:
        """Open a saved pack, or begin one for what the goal names; without a record go on with what is open."""
        if goal.record:
            self.start(goal)

    def start(self, goal: Goal) -> None:
        """Put away what is open, saved, and open another pack or a new one."""
        self._begin_once()
        pack = self.composed.pack
        if goal.record and goal.record in (
            pack.id,
            *(() if self._saved else (pack.event, pack.meeting, pack.outreach)),
        ):
            return
        if not self._let_go():
            return
        self._deleted = ""
        stored = on_file(self.session, goal.record)
        self._open(stored or begun(self.session, goal), stored)
        if self.isVisible():
            self.refresh()

    def begin(self) -> None:
        """Put away what is open, saved, and ask what a new document is to be."""
        self.start(Goal("packs"))
        self.show_tab("document")
        self.document_tab.take_focus()

    def _begin_once(self) -> None:
        """Take up what was left unsaved when the window was closed or locked."""
        if self._has_begun:
            return
        self._has_begun = True
        left = self.keeper.left()
        self._open(left or begun(self.session, Goal("packs")), on_file(self.session, left.pack.id) if left else None)
        if left is not None:
            self._first = None

    def keep_place(self) -> object:
        self.keeper.flush()
        return self.composed.pack.id, self.tabs.current, self.document_tab.countries.line.text()

    def return_to(self, goal: Goal, kept: object) -> None:
        """Show the same pack on the same tab; one that was never saved is the one that is open."""
        match kept:
            case (str(pack_id), str(tab), str(typed)):
                if pack_id != self.composed.pack.id and on_file(self.session, pack_id):
                    self.start(Goal("packs", pack_id))
                self.show_tab(tab)
                if pack_id == self.composed.pack.id:
                    self.document_tab.countries.line.setText(typed)

    def current_country(self) -> str:
        states = self.document_tab.participants() if self._has_begun else ()
        return states[0] if len(states) == 1 else ""

    def current_event(self) -> str:
        return self.composed.pack.event or ""

    def reload(self) -> None:
        """Read what the document is made from; what is being written stays."""
        self._begin_once()
        self._follow_undo()
        stored = on_file(self.session, self.composed.pack.id)
        if stored != self._saved and stored is not None and not self._is_dirty():
            self.composed = stored
        self._saved = stored
        self.document_tab.scope.forget()
        self.texts_tab.forget()
        self.show_composed()
        self.remake(at_once=True)

    def _follow_undo(self) -> None:
        """Open the pack that was deleted once undo brought it back, and close it when redo takes it again.

        A copy that undo takes back gives place to the pack that it is of.
        """
        copy, of = self._copied
        if self.composed.pack.id == copy and not self._is_dirty() and on_file(self.session, copy) is None:
            source = on_file(self.session, of)
            self._open(source or begun(self.session, Goal("packs")), source)
            return
        back = on_file(self.session, self._deleted)
        if back is not None and self._saved is None and self._unsaved() is None:
            self._open(back, back)
        elif back is None and self._saved is not None and self._deleted == self._saved.pack.id and not self._is_dirty():
            self._open(begun(self.session, Goal("packs")), None)

    def _open(self, composed: Composed, stored: Composed | None) -> None:
        self.composed, self._saved = composed, stored
        self._first = composed if stored is None else None
        self._unmarked = None
        self._cleared = set()
        self.forget_document()

    def _choose(self, pack_id: str) -> None:
        if pack_id and pack_id != self.composed.pack.id:
            self.start(Goal("packs", pack_id))

    # ---- keeping ----

    def _is_dirty(self) -> bool:
        mine = (self.composed.pack, in_order(self.composed.texts))
        return self._saved is None or mine != (self._saved.pack, in_order(self._saved.texts))

    def _unsaved(self) -> Composed | None:
        is_new = self._has_begun and self._is_dirty() and self.composed != self._first
        return self.composed if is_new and (self._saved is not None or says_something(self.composed)) else None

    def _draft(self) -> Composed | None:
        """Return what is to lie on disk: without the mark of a State secret, else as it was before that was written."""
        unsaved = self._unsaved()
        if unsaved is None or not self._uncleared():
            self._unmarked = unsaved
        return self._unmarked

    def _uncleared(self) -> str:
        mark = secret_mark(self.composed)
        return "" if mark in self._cleared else mark

    def is_clear(self, then: Callable[[], object]) -> bool:
        """Tell whether no text bears the mark of a State secret; if one does, stop and ask, and go on after a yes."""
        mark = self._uncleared()
        if not mark:
            return True

        def go_on() -> None:
            self._cleared.add(mark)
            then()

        word = self.session.word
        messages.ask(
            self,
            word("notice.secret_word", mark=mark),
            self.tr("It is no State secret: go on"),
            go_on,
            more=word("notice.after_mistake"),
            no=self.tr("Stop"),
        )
        return False

    def _let_go(self) -> bool:
        """Save what is open where it would be lost; False when it cannot be."""
        return self._unsaved() is None or self.save()

    def save(self) -> bool:
        """Keep the pack and its texts as one save; False when it cannot be kept as it is."""
        if not self.is_clear(self.save):
            return False
        states = self.document_tab.participants()
        pack = replace(self.composed.pack, name=named(self.session, self.composed, states))
        texts = in_order(self.composed.texts)
        before = self.composed
        self.composed = Composed(pack, texts)
        try:
            save_pack(self.session.store, pack, texts)
        except Refused as refused:
            self.composed = before
            fault = refused.faults[0]
            messages.trouble(self, messages.fault_sentence(fault, self.session.language))
            return False
        except StoreError as error:
            self.composed = before
            messages.store_trouble(self, error, self.session.language)
            return False
        stored = on_file(self.session, pack.id)
        if stored is not None:
            self.composed = self._saved = stored
        self.keeper.flush()
        self.show_composed()
        self.session.say(self.tr("Saved: {what}").format(what=pack.name), undo=True)
        return True

    def _save_then(self, act: Callable[[Pack], object]) -> None:
        if self._saved is not None or self.save():
            act(self.composed.pack)

    def copy(self) -> None:
        """Keep a copy of the pack under a name of its own and open it."""
        if not self._let_go() or self._saved is None:
            return
        name = self.tr("Copy of {name}").format(name=self.composed.pack.name)
        try:
            copied = copy_pack(self.session.store, self.composed.pack, name)
        except StoreError as error:
            messages.store_trouble(self, error, self.session.language)
            return
        source = self.composed.pack.id
        self.start(Goal("packs", copied.id))
        self._copied = copied.id, source
        self.session.say(self.tr("Copied: {what}").format(what=name), undo=True)

    def delete(self) -> None:
        """Delete the pack that is open with its texts and editions; undo brings all of them back."""
        if not self._let_go():  # what undo brings back is what stood here last
            return
        pack, was_saved = self.composed.pack, self._saved is not None
        self._open(begun(self.session, Goal("packs")), None)
        self.keeper.flush()
        if was_saved:
            try:
                delete_pack(self.session.store, pack)
            except StoreError as error:
                messages.store_trouble(self, error, self.session.language)
                return
            self._deleted = pack.id
            self.session.say(self.tr("Deleted: {what}").format(what=pack.name), undo=True)
        self.refresh()
