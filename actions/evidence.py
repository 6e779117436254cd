"""The files of the conversation: opened with the keys from its slot, to be stored with the complaint."""

from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet

from actions import services
from bot.complaints.complaint import submission_key
from bot.complaints.evidence import NewFile
from bot.errors import StorageError

NONCE_BYTES = 12
_KEY = "key"


def file_names(tracker: Tracker) -> tuple[str, ...]:
    """Return the names of the files that the citizen added."""
    return tuple(file["name"] for file in tracker.get_slot("files") or ())


def read_files(tracker: Tracker) -> tuple[NewFile, ...]:
    """Open the files; raises StorageError when one of them cannot be read, so that none is lost unnoticed."""
    return tuple(_read(tracker.sender_id, file) for file in tracker.get_slot("files") or () if _KEY in file)


def keys_forgotten(tracker: Tracker) -> EventType:
    """Return the event after which only the names are known; the engine then removes the files from disk."""
    files = tracker.get_slot("files") or []
    kept = [{name: value for name, value in file.items() if name != _KEY} for file in files]
    return SlotSet("files", kept)


def _read(conversation_id: str, file: dict[str, Any]) -> NewFile:
    place = services.uploads() / submission_key(conversation_id) / file["id"]
    try:
        sealed = place.read_bytes()
        key = AESGCM(bytes.fromhex(file[_KEY]))
        content = key.decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], file["id"].encode())
    except (OSError, InvalidTag, ValueError) as error:
        raise StorageError(f"A file cannot be read ({type(error).__name__}).") from None
    return NewFile(
        name=file["name"], media_type=file["media_type"], alt_text=file["alt_text"], content=content
    )
