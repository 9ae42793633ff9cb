"""An update file is believed only when the developers signed exactly it, and it is newer."""

import json
import os
import random
import re
import subprocess
import sys
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from hanoi_desk import __version__, updates
from hanoi_desk.assets import MissingAsset
from hanoi_desk.cli import main
from hanoi_desk.updates import Refusal, RefusedUpdate, fingerprint, sign, verify

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
OTHER = Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33)))
PUBLIC = KEY.public_key().public_bytes_raw().hex()
SCRIPT = Path(__file__).resolve().parent.parent / "packaging" / "sign_update.py"


@pytest.fixture
def update(tmp_path):
    """Return an update file of 5,000 bytes, signed as version 9.1.0."""
    path = tmp_path / "hanoi-desk_9.1.0_amd64.deb"
    path.write_bytes(random.Random(5).randbytes(5000))
    signature_of(path).write_text(sign(path, "9.1.0", KEY.private_bytes_raw()), encoding="ascii", newline="\n")
    return path


def signature_of(path: Path) -> Path:
    return path.with_name(f"{path.name}.sig")


def refusal(path: Path, *, key: str = PUBLIC, running: str = "9.0.0") -> Refusal:
    with pytest.raises(RefusedUpdate) as refused:
        verify(path, signature_of(path), key, running)
    return refused.value.why


def test_a_signed_and_newer_file_is_told_by_its_version(update):
    found = verify(update, signature_of(update), PUBLIC, "9.0.12")
    assert (found.version, found.file, found.size) == ("9.1.0", update.name, 5000)


def test_every_changed_byte_is_noticed(update):
    whole = update.read_bytes()
    for at in random.Random(1).sample(range(len(whole)), 50):
        update.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert refusal(update) is Refusal.CHANGED


def test_half_a_copy_is_told_from_a_forgery(update):
    whole = update.read_bytes()
    for length in (0, 1, 4999):
        update.write_bytes(whole[:length])
        assert refusal(update) is Refusal.TRUNCATED
    update.write_bytes(whole + b"more")
    assert refusal(update) is Refusal.CHANGED


def test_every_changed_byte_of_the_signature_is_noticed(update):
    whole = signature_of(update).read_bytes()
    for at in range(len(whole) - 1):
        changed = whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]
        signature_of(update).write_bytes(changed)
        assert refusal(update) is Refusal.FORGED
    for length in range(0, len(whole) - 1, 7):
        signature_of(update).write_bytes(whole[:length])
        assert refusal(update) is Refusal.FORGED


def test_what_somebody_else_signed_is_refused(update):
    signature_of(update).write_text(sign(update, "9.1.0", OTHER.private_bytes_raw()), encoding="ascii")
    assert refusal(update) is Refusal.FORGED


def test_a_signature_for_another_purpose_is_none(update):
    line = signature_of(update).read_text(encoding="ascii").splitlines()[0]
    signature_of(update).write_text(f"{line}\n{KEY.sign(line.encode()).hex()}\n", encoding="ascii")
    assert refusal(update) is Refusal.FORGED


def test_without_a_signature_or_a_key_nothing_is_believed(update):
    assert refusal(update, key="") is Refusal.BAD_KEY
    assert refusal(update, key="zz" * 32) is Refusal.BAD_KEY
    signature_of(update).unlink()
    assert refusal(update) is Refusal.NO_SIGNATURE


def test_a_signature_that_never_ends_is_not_read_to_its_end(update):
    signature_of(update).write_bytes(signature_of(update).read_bytes() + b"0" * 100_000)
    assert refusal(update) is Refusal.FORGED


@pytest.mark.parametrize(
    ("running", "why"),
    [("9.1.0", Refusal.SAME), ("9.1", Refusal.SAME), ("9.1.1", Refusal.OLDER), ("10.0", Refusal.OLDER)],
)
def test_an_older_version_is_refused_though_well_signed(update, running, why):
    assert refusal(update, running=running) is why


def test_a_signed_line_that_this_program_does_not_understand_is_refused(update):
    for line in (b"[]", b"{}", b'{"version":"new","file":"a","size":1,"sha256":"0"}', b"\xff"):
        made = KEY.sign(b"hanoi-desk-update-1\n" + line).hex().encode()
        signature_of(update).write_bytes(line + b"\n" + made + b"\n")
        assert refusal(update) is Refusal.FORGED


# ---- through the command line


@pytest.fixture
def key_file(tmp_path):
    path = tmp_path / "key.txt"
    path.write_text(PUBLIC + "\n", encoding="ascii")
    return path


def test_the_command_tells_the_version_the_key_and_the_next_step(update, key_file, capsys):
    assert main(["check-update", str(update), "--key", str(key_file)]) == 0
    said = capsys.readouterr().out
    assert "version 9.1.0" in said
    assert fingerprint(PUBLIC) in said
    assert f'sudo apt install "{update}"' in said


def test_the_command_gives_the_same_as_json(update, key_file, capsys):
    assert main(["check-update", str(update), "--key", str(key_file), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["version"], told["running"], told["key"]) == ("9.1.0", __version__, fingerprint(PUBLIC))


def test_the_command_refuses_a_changed_file_with_one_sentence(update, key_file, capsys):
    update.write_bytes(b"x" * 5000)
    assert main(["check-update", str(update), "--key", str(key_file)]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "Do not use it" in said.err


def test_a_file_that_is_not_there_is_a_clear_no(tmp_path, key_file, capsys):
    assert main(["check-update", str(tmp_path / "none.deb"), "--key", str(key_file)]) == 1
    assert capsys.readouterr().err.strip()


def run_script(*arguments: object, passphrase: str = "") -> subprocess.CompletedProcess[str]:
    """Run the signing script, its passphrase on an open file."""
    reading, writing = os.pipe()
    os.write(writing, f"{passphrase}\n".encode())
    os.close(writing)
    number = ["--passphrase-fd", str(reading)] if passphrase else []
    words = [sys.executable, str(SCRIPT), *map(str, arguments), *number]
    try:
        return subprocess.run(words, capture_output=True, text=True, check=False, pass_fds=[reading])
    finally:
        os.close(reading)


@pytest.mark.skipif(sys.platform == "win32", reason="no open file is handed over there")
def test_what_the_signing_script_signs_is_found_good_and_its_key_is_private(tmp_path):
    secret, release = tmp_path / "secret", tmp_path / "hanoi-desk.exe"
    release.write_bytes(b"MZ" * 700)
    made = run_script("new-key", secret, passphrase="six words that nobody guesses")
    public = made.stdout.splitlines()[0].split()[-1]
    assert secret.stat().st_mode & 0o777 == 0o600
    assert b"ENCRYPTED PRIVATE KEY" in secret.read_bytes()
    assert run_script("new-key", secret, passphrase="six words that nobody guesses").returncode == 1
    assert run_script("sign", secret, release, passphrase="six words of another").returncode == 1
    signed = run_script("sign", secret, release, passphrase="six words that nobody guesses")
    assert public in signed.stdout
    assert verify(release, signature_of(release), public, "0.0.1").version == __version__
    (tmp_path / "update_key.txt").write_text(f"{public}\n")
    assert "good" in run_script("verify", tmp_path / "update_key.txt", release).stdout
    release.write_bytes(b"MZ" * 701)
    forged = run_script("verify", public, release)
    assert (forged.returncode, forged.stderr) == (1, "not good: changed\n")


@pytest.mark.skipif(sys.platform == "win32", reason="no open file is handed over there")
def test_a_key_without_a_real_passphrase_is_not_made(tmp_path):
    assert run_script("new-key", tmp_path / "secret", passphrase="short").returncode == 1
    assert list(tmp_path.iterdir()) == []


def test_no_key_is_in_the_repository_but_the_public_one_that_the_ministry_may_have_put_there():
    root = SCRIPT.parent.parent
    shipped = root / "resources" / "data" / "update_key.txt"
    assert not shipped.exists() or re.fullmatch(r"[0-9a-f]{64}\n?", shipped.read_text())
    for path in (root / "packaging").rglob("*"):
        assert not path.is_file() or b"PRIVATE KEY-----" not in path.read_bytes(), path


def test_without_the_key_of_the_ministry_no_update_can_be_verified_and_it_is_said(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(updates, "asset", missing)
    assert updates.shipped_key() == ""
    release = tmp_path / "hanoi-desk.exe"
    release.write_bytes(b"MZ" * 700)
    assert main(["check-update", str(release)]) == 1
    assert "no update can be verified" in capsys.readouterr().err


def missing(name: str) -> Path:
    raise MissingAsset(name, "here")
