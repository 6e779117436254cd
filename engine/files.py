"""The files of a conversation as its tracker knows them: what they are called and which key opens them."""

import hashlib
import secrets
from dataclasses import dataclass
from typing import Any

from rasa.shared.core.events import SlotSet
from rasa.shared.core.trackers import DialogueStateTracker

from engine.uploads import Uploads

SLOT = "files"
_SHOWN = ("id", "name", "size", "media_type", "alt_text")


class FileNotTakenError(Exception):
    """No file can be added or removed now; *reason* is from the contract with the gateway."""

    def __init__(self, reason: str) -> None:
        super().__init__()
        self.reason = reason


@dataclass(frozen=True, repr=False)
class NewFile:
    """A file that the gateway checked and cleaned."""

    name: str
    media_type: str
    alt_text: str
    content: bytes


def files_of(tracker: DialogueStateTracker) -> list[dict[str, Any]]:
    """Return the files of the conversation; after submission without their keys."""
    return tracker.get_slot(SLOT) or []


def shown(file: dict[str, Any]) -> dict[str, Any]:
    """Return what the citizen sees of a file."""
    return {name: file[name] for name in _SHOWN}


class Files:
    """Adds files to conversations and removes them; the caller holds the lock of the conversation."""

    def __init__(self, uploads: Uploads, most: int) -> None:
        self.uploads = uploads
        self.most = most

    def add(self, tracker: DialogueStateTracker, new: NewFile) -> dict[str, Any]:
        """Keep a file and note it on the tracker; the same content again only gets another name.

        Raises FileNotTakenError, or OSError when the disk does not take it; then nothing has changed.
        """
        kept = _open_files(tracker)
        digest = hashlib.sha256(new.content).hexdigest()
        same = next((file for file in kept if file["sha256"] == digest), None)
        if same is None and len(kept) >= self.most:
            raise FileNotTakenError("too_many_files")
        about = {"name": new.name, "media_type": new.media_type, "alt_text": new.alt_text}
        file = {**(same or self._written(tracker.sender_id, new.content, digest)), **about}
        others = [other for other in kept if other is not same]
        tracker.update(SlotSet(SLOT, [*others, file]))
        return file

    def remove(self, tracker: DialogueStateTracker, file_id: str) -> None:
        """Remove a file, or nothing when it is gone already; raises FileNotTakenError."""
        left = [file for file in _open_files(tracker) if file["id"] != file_id]
        tracker.update(SlotSet(SLOT, left))
        self.tidy(tracker)

    def tidy(self, tracker: DialogueStateTracker) -> None:
        """Remove from disk what the conversation no longer has, or what is stored by now."""
        readable = [file["id"] for file in files_of(tracker) if "key" in file]
        self.uploads.keep_only(tracker.sender_id, readable)

    def forget(self, conversation_id: str) -> None:
        """Remove all files of a conversation from disk."""
        self.uploads.keep_only(conversation_id, ())

    def _written(self, conversation_id: str, content: bytes, digest: str) -> dict[str, Any]:
        file_id = secrets.token_hex(8)
        key = self.uploads.write(conversation_id, file_id, content)
        return {"id": file_id, "size": len(content), "sha256": digest, "key": key}


def _open_files(tracker: DialogueStateTracker) -> list[dict[str, Any]]:
    if (tracker.get_slot("status") or "open") != "open":
        raise FileNotTakenError("nothing_open")
    return files_of(tracker)
