"""Write the three lock files from pyproject.toml: exact versions and hashes for every platform, and no host name.

    python packaging/lock.py            keep the locked versions, lock only what is new
    python packaging/lock.py --upgrade  take the newest versions that pyproject.toml allows

Needs the `uv` package from PyPI and the network; run it seldom, and read the difference before keeping it.
`lock.txt` is what running needs, `lock-dev.txt` what testing needs as well, `lock-build.txt` what freezing needs.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
HEADER = "# Made by packaging/lock.py from pyproject.toml. Do not edit.\n"
# What builds and links the checkout itself: pip must find it already there, for it may not fetch anything unhashed.
BUILDERS = "hatchling\neditables\n"


def main() -> int:
    """Write all locks; return the exit code."""
    upgrade = ["--upgrade"] if "--upgrade" in sys.argv[1:] else []
    if not _compile(HERE / "lock.txt", upgrade):
        return 1
    more = {"lock-dev.txt": "dev", "lock-build.txt": "build"}
    running = ["-c", str(HERE / "lock.txt")]
    return (
        0 if all(_compile(HERE / lock, [*upgrade, "--extra", extra, *running]) for lock, extra in more.items()) else 1
    )


def _compile(lock: Path, options: list[str]) -> bool:
    """Write one lock; say why when it can't be done."""
    with tempfile.TemporaryDirectory() as folder:
        builders = Path(folder) / "builders.in"
        builders.write_text(BUILDERS, encoding="utf-8")
        command = [sys.executable, "-m", "uv", "pip", "compile", "--no-config", "--universal"]
        command += ["--python-version", "3.11", "--generate-hashes", "--only-binary", ":all:"]
        # pip comes with the virtual environment, and can't lock itself while it runs.
        command += [
            "--no-emit-package",
            "pip",
            "--no-emit-index-url",
            "--no-emit-find-links",
            "--no-emit-build-options",
        ]
        command += ["--no-annotate", "--no-header", "--quiet", "--output-file", str(lock), *options]
        command += [str(HERE.parent / "pyproject.toml"), str(builders)]
        if subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode:
            print(f"Could not write {lock.name}.", file=sys.stderr)
            return False
    text = lock.read_text(encoding="utf-8")
    if found := re.search(r"\S*://\S*|^\s*-.*index.*|^\s*-f .*", text, re.MULTILINE):
        print(f"{lock.name} names a host: {found.group()}", file=sys.stderr)
        return False
    lock.write_text(HEADER + text.removeprefix(HEADER), encoding="utf-8", newline="\n")
    return True


if __name__ == "__main__":
    sys.exit(main())
