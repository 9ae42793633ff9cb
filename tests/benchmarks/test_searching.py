"""Search as you type, beside the bare full-text query that it rests on."""

from pathlib import Path

from benchmarks.measure import percentile_95, timed

from hanoi_desk.schema import migrations
from hanoi_desk.storage import Connection, open_desk
from hanoi_desk.store import Store
from hanoi_desk.store.search import folded_match

TYPED = (
    "đại sứ", "nghi vien", "reservations", "ghana", "full powers", "Ủy ban", "chung cu", "model instrument", "ký họp",
    "capital instructions", "tuong tro tu phap", "zz nothing",
)  # fmt: skip


def keystrokes() -> list[str]:
    """Return what stands in the box after each key."""
    return [text[:end] for text in TYPED for end in range(1, len(text) + 1)]


def bare(connection: Connection, text: str) -> None:
    """Ask the index itself for the best thirty."""
    match = folded_match(text)
    if match:
        sql = "select rowid from search where search match ? order by rank limit 30"
        connection.execute(sql, (match,)).fetchall()


def figures(path: Path) -> tuple[float, float]:
    """Return the 95th percentile of the search and of the bare query, in seconds, turn by turn."""
    searches, bares = [], []
    with Store.open(path) as store:
        beside = open_desk(path, migrations)
        for text in keystrokes():
            store.search(text)
            bare(beside, text)
            searches.append(timed(lambda t=text: store.search(t)))
            bares.append(timed(lambda t=text: bare(beside, t)))
        beside.close()
    return percentile_95(searches), percentile_95(bares)


def test_search_as_you_type_stays_near_the_bare_query_and_grows_no_faster(desk_10k, desk_100k, note):
    small, small_bare = figures(desk_10k)
    large, large_bare = figures(desk_100k)
    note("search, 95th percentile", "10,000 talks", f"{small / small_bare:.2f} x bare, {small * 1000:.1f} ms", "3 x")
    note("search, 95th percentile", "100,000 talks", f"{large / large_bare:.2f} x bare, {large * 1000:.1f} ms", "3 x")
    growth, bare_growth = large / small, large_bare / small_bare
    note("search growth 10,000 to 100,000", "", f"{growth:.1f} x (bare {bare_growth:.1f} x)", "no faster than bare")
    assert large <= 3 * large_bare
    assert growth <= 1.2 * bare_growth
