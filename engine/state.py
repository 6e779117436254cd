"""The state of a conversation as the chat API shows it, read from the tracker's slots."""

from datetime import datetime, timezone
from typing import Any

from rasa.shared.core.trackers import DialogueStateTracker

from engine.files import files_of, shown

COMPLAINT_FIELDS = (
    "what",
    "when_from",
    "when_to",
    "when_time",
    "when_text",
    "where",
    "about",
    "name",
    "on_behalf_of",
    "street",
    "house_number",
    "addition",
    "postcode",
    "city",
    "phone",
    "email",
)
RECEIPT_DATES = ("received_at", "due", "latest")
RECEIPT_CONTENT = ("complaint", "files", "vague_when")
_ASKING = {"when_text": "when", "street": "address"}


def state_of(tracker: DialogueStateTracker, expires_at: float, warn_seconds: int) -> dict[str, Any]:
    """Return the state for the gateway; times are ISO 8601 in UTC.

    The reference and the receipt are of the complaint that was stored last, also during a next intake.
    """
    receipt = tracker.get_slot("receipt") or {}
    return {
        "status": tracker.get_slot("status") or "open",
        "route": tracker.get_slot("route"),
        "asking": _asking(tracker),
        "complaint": {field: tracker.get_slot(field) for field in COMPLAINT_FIELDS},
        "flags": tracker.get_slot("flags") or [],
        "files": [shown(file) for file in files_of(tracker)],
        "progress": tracker.get_slot("progress") if tracker.active_loop_name else None,
        "warn_at": _iso(expires_at - warn_seconds),
        "expires_at": _iso(expires_at),
        "reference": tracker.get_slot("reference"),
        **{name: receipt.get(name) for name in RECEIPT_DATES},
        "receipt": {name: receipt[name] for name in RECEIPT_CONTENT} if receipt else None,
    }


def _asking(tracker: DialogueStateTracker) -> str | None:
    if not tracker.active_loop_name:
        return "clarification" if tracker.get_slot("clarifying") else None
    requested = tracker.get_slot("requested_slot")
    return _ASKING.get(requested, requested)


def _iso(moment: float) -> str:
    return datetime.fromtimestamp(moment, timezone.utc).isoformat(timespec="seconds")
