"""Writing a file for the user so that the one that stood there is replaced wholly or left as it was."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from hanoi_desk.file_names import refuse_bad_name


def replace_file(path: Path, content: bytes) -> None:
    """Put the content in the place of a file; raises OSError where that fails, with the old file left as it was."""
    refuse_bad_name(path)
    handle, name = tempfile.mkstemp(prefix=f".{path.stem}.", suffix=".part", dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
