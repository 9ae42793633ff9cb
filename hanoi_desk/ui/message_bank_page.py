"""The message bank: every sentence that documents choose from, read here and noted as checked."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from hanoi_desk.briefing.points import is_unchecked
from hanoi_desk.desk import check_message
from hanoi_desk.records import Evidence, Message
from hanoi_desk.ui.detail import MessageDetail
from hanoi_desk.ui.form_page import FormPage
from hanoi_desk.ui.list_page import ListWords
from hanoi_desk.ui.listings import MessageListing
from hanoi_desk.ui.messages import ask
from hanoi_desk.ui.session import Session


class MessageBankPage(FormPage):
    """Rows are neither made, changed nor deleted here: other words are a matter of the pack that needs them."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        detail = MessageDetail(session)
        super().__init__(session, MessageListing(session), detail, parent)
        detail.check_asked.connect(lambda record_id, evidence: self._ask_if_checked(record_id, Evidence(evidence)))
        shortcut = QShortcut(QKeySequence("C"), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda: self._ask_if_checked(self.table.current, Evidence.A))

    def words(self) -> ListWords:
        return ListWords(
            self.tr("Message bank"),
            self.tr("Filter: words, code, article…"),
            "",
            self.tr("The message bank is empty."),
        )

    def _delete(self, record_id: str) -> None:
        """Leave the row: documents are built from all of them."""

    def _ask_if_checked(self, record_id: str, evidence: Evidence) -> None:
        message = self.session.store.get(Message, record_id) if record_id else None
        if message is None or not is_unchecked(message):
            return
        if evidence is Evidence.B:
            question = self.tr("Was {code} compared with a secondary source?")
        elif message.articles:
            question = self.tr("Were the article numbers of {code} compared with the official text?")
        else:
            question = self.tr("Was {code} compared with an official page?")
        ask(
            self,
            question.format(code=message.code),
            self.tr("Note as checked"),
            lambda: self.do(lambda: self._check(message, evidence)),
            more=self.tr("Documents then use it without the mark “unverified”. The note on its source says the day."),
        )

    def _check(self, message: Message, evidence: Evidence) -> None:
        check_message(self.session.store, message, evidence, self.session.today)
        self.session.say(self.tr("Noted as checked: {code}.").format(code=message.code), undo=True)
