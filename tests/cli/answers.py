"""What the tests of the command line look at: what a desk holds, and what was said."""

from hanoi_desk.store import Query, Store


def kept(desk, kind):
    with Store.open(desk) as store:
        return store.all(Query(kind))


def refused(result, code=1):
    """Return the sentence of a clear no."""
    given, out, err = result
    assert (given, out) == (code, "")
    assert "Traceback" not in err
    return err


def write(path, data):
    path.write_bytes(data)
    return path
