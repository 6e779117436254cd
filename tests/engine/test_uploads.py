"""Files wait on disk unreadable, each under a key of its own, and are gone when they should be."""

import stat

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from engine.uploads import NONCE_BYTES, Uploads

ANNA, BRAM = "a" * 32, "b" * 32
CANARY = b"kanarie-in-een-foto" * 1000


@pytest.fixture
def uploads(tmp_path):
    uploads = Uploads(tmp_path / "uploads")
    uploads.empty()
    return uploads


def files(uploads):
    return sorted(file for file in uploads.folder.rglob("*") if file.is_file())


def test_file_is_unreadable_on_disk_and_opens_with_its_key(uploads):
    key = uploads.write(ANNA, "1", CANARY)

    [file] = files(uploads)
    sealed = file.read_bytes()
    assert CANARY[:19] not in sealed
    opened = AESGCM(bytes.fromhex(key)).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], b"1")
    assert opened == CANARY


def test_file_opens_under_its_own_id_only(uploads):
    key = uploads.write(ANNA, "1", CANARY)
    sealed = files(uploads)[0].read_bytes()

    with pytest.raises(InvalidTag):
        AESGCM(bytes.fromhex(key)).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], b"2")


def test_every_file_has_a_key_of_its_own(uploads):
    assert uploads.write(ANNA, "1", CANARY) != uploads.write(ANNA, "2", CANARY)


def test_no_path_leads_back_to_the_conversation_or_opens_to_others(uploads):
    uploads.write(ANNA, "1", CANARY)

    assert not [path for path in uploads.folder.rglob("*") if ANNA in str(path)]
    modes = {stat.S_IMODE(path.stat().st_mode) for path in uploads.folder.rglob("*")}
    assert modes == {0o700, 0o600}
    assert stat.S_IMODE(uploads.folder.stat().st_mode) == 0o700


def test_keep_only_removes_the_rest_of_one_conversation(uploads):
    for conversation in (ANNA, BRAM):
        uploads.write(conversation, "1", CANARY)
        uploads.write(conversation, "2", CANARY)

    uploads.keep_only(ANNA, ["2"])

    assert [file.name for file in files(uploads)].count("1") == 1
    assert len(files(uploads)) == 3


def test_keep_nothing_removes_the_folder_and_may_be_repeated(uploads):
    uploads.write(ANNA, "1", CANARY)

    uploads.keep_only(ANNA, ())
    uploads.keep_only(ANNA, ())

    assert list(uploads.folder.iterdir()) == []


def test_empty_removes_what_a_crash_left_behind(uploads):
    uploads.write(ANNA, "1", CANARY)

    Uploads(uploads.folder).empty()

    assert list(uploads.folder.iterdir()) == []


def test_failed_write_leaves_nothing(uploads, monkeypatch):
    def fail(*_args):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("engine.uploads.AESGCM.encrypt", fail)

    with pytest.raises(OSError, match="No space"):
        uploads.write(ANNA, "1", CANARY)

    assert files(uploads) == []
