"""Another beginning for the frozen program: it runs a script in the modules and libraries that are shipped.

    hanoi-desk-trial NOTES SCRIPT [ARGUMENTS]

The build makes it beside the program, which stays as it is; it is never shipped. NOTES tells, when the script has
ended, which modules were loaded, and which were asked for and not found: a library may go on without them in silence.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path


class Missing:
    """Stands last among those that find modules, and so hears of each that nobody found."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        """Note the name, and find nothing either."""
        self.names.add(name)


def main() -> int:
    """Run the script and write down what it took; return the exit code."""
    notes, script, *arguments = sys.argv[1:]
    missing = Missing()
    sys.meta_path.append(missing)  # type: ignore[arg-type]
    sys.argv = [script, *arguments]
    sys.path.insert(0, str(Path(script).parent))  # as Python does for a script
    space = {"__name__": "__main__", "__file__": script}
    try:
        exec(compile(Path(script).read_text(encoding="utf-8"), script, "exec"), space)
    except SystemExit as ended:
        return int(ended.code or 0)
    finally:
        told = {"modules": sorted(sys.modules), "missing": sorted(missing.names)}
        Path(notes).write_text(json.dumps(told), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
