"""The card with the road to entry into force, beside that of another treaty; counts of words given, no forecast."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtWidgets import QPushButton, QWidget

from hanoi_desk.language import month_year, short_date
from hanoi_desk.road import Gathered, Road, month_of
from hanoi_desk.ui.promises import Promises
from hanoi_desk.ui.session import Session
from hanoi_desk.ui.widgets import Card, ComboField, FormRow, TextArea, TextLabel, make_link
from hanoi_desk.ui.widgets.road import RoadChart, Track, TrackLook

#: Months of another treaty beyond which a comparison says nothing any more.
_MOST = 60
#: A promise further away than this is counted in words, and not drawn.
_FAR = 120


class RoadCard(Card):
    """Deposits so far by month, and what dated promises with a confirmed grade 4 or 5 would add."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("road")
        self._session = session
        self._promises = Promises.of(session)
        self._road: Road | None = None
        self._other: Gathered | None = None
        self.chart = RoadChart()
        self.chart.setObjectName("road_chart")
        self.reading = TextLabel("", "strong", wrap=True)
        self.reading.setObjectName("road_reading")
        self.legend = TextLabel("", "caption", wrap=True)
        self.compare = ComboField()
        self.compare.setObjectName("road_compare")
        self._row = FormRow("", self.compare)
        self.note = TextLabel("", "caption", wrap=True)
        self.numbers = TextArea("", least=2, most=12)
        self.numbers.setReadOnly(True)
        self.numbers.setObjectName("road_numbers")
        self.open_numbers = make_link(QPushButton())
        self.open_numbers.setObjectName("road_open_numbers")
        for widget in (self.chart, self.reading, self.legend, self._row, self.note, self.open_numbers, self.numbers):
            self.body.addWidget(widget)
        self.numbers.hide()
        self.reading.hide()
        self.chart.read.connect(self._show_reading)
        self.compare.chosen.connect(self._compare)
        self.open_numbers.clicked.connect(self._toggle_numbers)
        self.show_road()

    def show_road(self) -> None:
        """Show the road as it is now."""
        self._road = self._promises.road()
        self.set_title(self.tr("If every dated promise of grade 4 or 5 is kept"))
        self._row.set_label(self.tr("Compare with"))
        self.open_numbers.setText(self.tr("Show the numbers"))
        self.numbers.setAccessibleName(self.tr("The numbers of the picture, month by month"))
        others = [(treaty.id, self._session.name(treaty)) for treaty in self._promises.comparable()]
        self.compare.set_choices([("", self.tr("no other treaty")), *others])
        self.compare.set_value(self._promises.compared)
        if self._road is None:
            self.hide()
        self._draw()

    # ---- inside ----

    def _show_reading(self, words: str) -> None:
        self.reading.setText(words)
        self.reading.setVisible(bool(words))

    def _compare(self) -> None:
        self._promises.compared = self.compare.value
        self._draw()

    def _toggle_numbers(self) -> None:
        self.numbers.setVisible(self.numbers.isHidden())
        hidden = self.numbers.isHidden()
        self.open_numbers.setText(self.tr("Show the numbers") if hidden else self.tr("Hide the numbers"))

    def _draw(self) -> None:
        road = self._road
        if road is None:
            return
        chosen = self._promises.compared
        self._other = self._promises.gathered(chosen) if chosen else None
        so_far = road.so_far
        tracks = [Track(self.tr("on deposit"), TrackLook.THERE, so_far.counts)]
        promised = road.promised[:_FAR]
        if promised:
            tracks.append(Track(self.tr("with dated promises"), TrackLook.ADDED, promised, road.first_promised))
        if self._other:
            tracks.append(Track(self._other_name, TrackLook.OTHER, self._other_counts(tracks)))
        last = max(track.end for track in tracks)
        ticks = [(0, _month(so_far.opened, 0)), (road.first_promised, self.tr("today")), (last, "")]
        ticks[-1] = (last, _month(so_far.opened, last))
        goal = self.tr("{n} deposits").format(n=so_far.threshold) if so_far.threshold else ""
        self.chart.show_road(tracks, so_far.threshold, goal, ticks, self._month_words)
        lines = list(self._lines(last))
        self.chart.setAccessibleName(self.tr("If every dated promise of grade 4 or 5 is kept"))
        self.chart.setAccessibleDescription("\n".join(lines))
        self.numbers.set_text("\n".join(lines))
        self.legend.setText(self._legend(road))
        self.note.setText(self._other_words())
        self.note.setVisible(bool(self.note.text()))

    @property
    def _other_name(self) -> str:
        return next((name for key, name in self._choices() if key == self._promises.compared), "")

    def _choices(self) -> Iterator[tuple[str, str]]:
        yield from ((treaty.id, self._session.name(treaty)) for treaty in self._promises.comparable())

    def _other_counts(self, tracks: list[Track]) -> tuple[int, ...]:
        """Return the numbers of the other treaty up to the month in which it reached the line, or for five years."""
        assert self._other is not None
        assert self._road is not None
        reached = self._other.months_to(self._road.so_far.threshold or 1)
        most = max(track.end for track in tracks)
        end = max(most, reached) if reached is not None else max(most, _MOST)
        return self._other.counts[: min(end, reached if reached is not None else end) + 1]

    def _legend(self, road: Road) -> str:
        told = [self.tr("Solid: %n State(s) on deposit.", "", road.so_far.total)]
        if road.states:
            told.append(self.tr("Dashed: with %n State(s) that promised with a date.", "", len(road.states)))
        else:
            told.append(self.tr("No State has yet promised its deposit with a date and a confirmed grade 4 or 5."))
        told.append(self.tr("Counts of words that were given, one for each State; not a forecast."))
        return " ".join(told)

    def _other_words(self) -> str:
        """Say what of the other treaty's record the desk holds, and what it tells."""
        if self._other is None or self._road is None:
            return ""
        told = [self.tr("Dotted: {treaty}, by months since its own opening.").format(treaty=self._other_name)]
        goal = self._road.so_far.threshold
        if goal and (months := self._other.months_to(goal)) is not None:
            told.append(self.tr("It reached {n} after %n month(s).", "", months).format(n=goal))
        held = self.tr("The desk holds %n of its instruments of States", "", self._other.total)
        as_of, undated = self._promises.held_until(self._promises.compared)
        if as_of:
            held = self.tr("{held}, as of {day}; later acts are not in the line").format(
                held=held, day=short_date(as_of)
            )
        told.append(f"{held}.")
        if undated:
            told.append(self.tr("%n without a date of deposit are left out.", "", undated))
        return " ".join(told)

    def _lines(self, last: int) -> Iterator[str]:
        """Yield a line for the first and the last month and for each one that changes a number."""
        before: tuple[int | None, ...] | None = None
        for month in range(last + 1):
            numbers = self._numbers(month)
            if numbers != before or month == last:
                yield self._month_words(month)
            before = numbers

    def _numbers(self, month: int) -> tuple[int | None, ...]:
        road = self._road
        assert road is not None
        ahead = month - road.first_promised
        there = road.so_far.counts[month] if month < len(road.so_far.counts) else None
        kept = road.promised[ahead] if 0 <= ahead < len(road.promised) else None
        other = self._other.counts[month] if self._other and month < len(self._other.counts) else None
        return there, kept, other

    def _month_words(self, month: int) -> str:
        assert self._road is not None
        there, kept, other = self._numbers(month)
        day = month_of(self._road.so_far.opened, month)
        told = []
        if there is not None:
            told.append(self.tr("{n} on deposit").format(n=there))
        if kept is not None:
            told.append(self.tr("{n} if dated promises are kept").format(n=kept))
        if other is not None:
            words = self.tr("{treaty} in its month {month}: {n}")
            told.append(words.format(treaty=self._other_name, month=month, n=other))
        when = month_year(day, self._session.language)
        return self.tr("{month}: {numbers}").format(month=when, numbers=", ".join(told) or "–")


def _month(opened: date, months: int) -> str:
    day = month_of(opened, months)
    return f"{day.month:02}/{day.year}"
