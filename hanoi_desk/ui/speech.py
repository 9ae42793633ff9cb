"""The language that the whole application speaks: its words, Qt's own dates and numbers, and what is heard of it."""

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from hanoi_desk.assets import asset
from hanoi_desk.language import Language
from hanoi_desk.settings import Settings
from hanoi_desk.ui.widgets.heard import tell_screen_readers


class Speech:
    """Speaks one language at a time."""

    def __init__(self, app: QApplication, language: Language) -> None:
        self._app = app
        self._translator = QTranslator(app)
        tell_screen_readers()
        self.speak(language)

    def speak(self, language: Language) -> None:
        """Change to a language; every widget hears of it."""
        self._app.removeTranslator(self._translator)
        # The English file holds the plurals only.
        self._translator.load(str(asset(f"translations/hanoi_desk_{language}.qm")))
        self._app.installTranslator(self._translator)
        QLocale.setDefault(
            QLocale(QLocale.Language.Vietnamese if language is Language.VI else QLocale.Language.English)
        )


def chosen_language(settings: Settings) -> Language:
    """Return the language of the settings, or at the first start the machine's if we speak it."""
    if settings.language:
        return Language(settings.language)
    return Language.VI if QLocale.system().language() == QLocale.Language.Vietnamese else Language.EN
