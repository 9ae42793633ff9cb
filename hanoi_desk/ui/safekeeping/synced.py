"""What is said of a desk in a folder that another program copies to other computers."""

from PySide6.QtCore import QCoreApplication

from hanoi_desk.desk.keys import Place, place_of
from hanoi_desk.store import Store


def synced_sentence(store: Store) -> str:
    """Return what is to be said of a folder that another program copies elsewhere, nothing for any other."""
    if place_of(store.path) is not Place.SYNCED:
        return ""
    return QCoreApplication.translate(
        "synced",
        "Another program copies the folder of this desk to other computers. That can damage the desk, and takes it out"
        " of your hands: close it, and move it to a folder that stays on this computer, with the .keys file beside it"
        " if there is one.",
    )
