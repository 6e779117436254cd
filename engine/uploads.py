"""Files of open conversations on disk: unreadable there, because the keys are only in memory.

A file is written as nonce and ciphertext (AES-256-GCM, bound to its id). The folder of a conversation has a
name that does not lead back to it.
"""

import hashlib
import os
import secrets
import shutil
from collections.abc import Iterable
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE_BYTES = 12


class Uploads:
    """The private folder in which encrypted files wait for their complaint, or to be forgotten."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def empty(self) -> None:
        """Make the folder anew; what is left of an earlier run lost its keys, and goes."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def write(self, conversation_id: str, file_id: str, content: bytes) -> str:
        """Encrypt a file to disk and return the key, the only one there is; raises OSError."""
        key, nonce = AESGCM.generate_key(256), secrets.token_bytes(NONCE_BYTES)
        place = self._place(conversation_id)
        place.mkdir(mode=0o700, exist_ok=True)
        file = place / file_id
        try:
            with open(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as target:
                target.write(nonce + AESGCM(key).encrypt(nonce, content, file_id.encode()))
        except OSError:
            file.unlink(missing_ok=True)
            raise
        return key.hex()

    def keep_only(self, conversation_id: str, file_ids: Iterable[str]) -> None:
        """Remove every file of a conversation but these."""
        wanted = set(file_ids)
        place = self._place(conversation_id)
        if not wanted:
            shutil.rmtree(place, ignore_errors=True)
            return
        for file in place.iterdir():
            if file.name not in wanted:
                file.unlink(missing_ok=True)

    def _place(self, conversation_id: str) -> Path:
        return self.folder / hashlib.sha256(conversation_id.encode()).hexdigest()
