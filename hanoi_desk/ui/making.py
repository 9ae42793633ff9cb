"""A new desk made from the answers of a first start: at once, or behind the questions where a key takes its time."""

from collections.abc import Callable

from hanoi_desk.desk import start_desk, start_sample
from hanoi_desk.desk.keys import FirstKey, Opened, forget_keys, refuse_shared
from hanoi_desk.language import Language
from hanoi_desk.records import Mission, Officer
from hanoi_desk.store import Store
from hanoi_desk.store.making import make_desk as make_whole
from hanoi_desk.ui import messages
from hanoi_desk.ui.background import Background
from hanoi_desk.ui.first_start import FirstChoices, FirstStart


def make_desk(choices: FirstChoices, language: Language, installation: str) -> Opened | None:
    """Make the desk that was asked for and return what opens it, None for a plain one; may be called in any thread.

    :raises StoreError: EXISTS, NO_FOLDER, DISK_FULL, OPEN_TO_ALL. :raises OSError: when the folder cannot be made.
    """
    choices.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    refuse_shared(choices.path)
    officer = Officer(name=choices.officer)
    first = FirstKey(officer.id, officer.name, choices.passphrase) if choices.passphrase else None
    name_vi = choices.mission if language is Language.VI else ""

    def fill(store: Store) -> None:
        if choices.sample:
            start_sample(store)
        else:
            start_desk(store, Mission(kind=choices.mission_kind, name_en=choices.mission, name_vi=name_vi), officer)

    return make_whole(choices.path, fill, installation=installation, first=first)


def make_behind(
    asked: FirstStart,
    choices: FirstChoices,
    language: Language,
    installation: str,
    background: Background,
    then: Callable[[Opened | None], None],
) -> None:
    """Make an encrypted desk off the interface thread while the questions stay; `then` gets what opens it.

    A desk whose making was left on the way is removed again.
    """
    left: list[bool] = []

    def done(opened: Opened | None) -> None:
        if left:
            choices.path.unlink(missing_ok=True)
            forget_keys(choices.path)
        else:
            asked.set_busy(False)
            then(opened)

    def failed(error: BaseException) -> None:
        if not left:
            asked.set_busy(False)
            messages.failure(asked, error, language)

    asked.set_busy(True)
    asked.cancelled.connect(lambda: left.append(True))
    background.run(lambda _: make_desk(choices, language, installation), done, failed)
