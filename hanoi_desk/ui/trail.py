"""The places one was at in the window, one after the other, for the way back and forward."""

from hanoi_desk.ui.session import Goal


class Trail:
    """Each place with what its page showed when it was left; going on from a step back forgets what came after."""

    def __init__(self) -> None:
        self._places: list[Goal] = []
        self._kept: dict[int, object] = {}
        self._at = -1

    @property
    def here(self) -> Goal | None:
        """Where one is, None before the first place."""
        return self._places[self._at] if self._places else None

    @property
    def kept(self) -> object:
        """What the page showed when this place was left, None when it was not."""
        return self._kept.get(self._at)

    def keep(self, shown: object) -> None:
        """Remember what the page shows here."""
        self._kept[self._at] = shown

    def add(self, goal: Goal) -> None:
        """Go on to another place."""
        del self._places[self._at + 1 :]
        self._kept = {at: kept for at, kept in self._kept.items() if at <= self._at}
        self._places.append(goal)
        self._at += 1

    def leads(self, by: int) -> bool:
        """Whether there is a place so many steps on, or back when negative."""
        return 0 <= self._at + by < len(self._places)

    def step(self, by: int) -> None:
        """Go so many steps on, or back when negative; `leads` says whether one can."""
        self._at += by
