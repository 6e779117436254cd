"""Open conversations, in memory only, each with the moment of its last activity."""

import time
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker


@dataclass
class Notes:
    """What belongs to a conversation besides its tracker, and is forgotten with it."""

    active_at: float
    wipes: int = 0
    last_key: str | None = None
    last_answer: dict[str, Any] | None = None


@dataclass(frozen=True)
class Receipt:
    """What remains of a forgotten conversation: when and why, and the reference if a complaint was stored."""

    at: float
    reason: str
    reference: str | None = None
    may_be_stored: bool = False  # by a confirmation of which the answer got lost


@dataclass
class _Entry:
    notes: Notes
    tracker: DialogueStateTracker | None = None


class ConversationStore(TrackerStore):
    """Keeps the trackers of open conversations in this process; nothing is ever written to disk.

    Receipts are kept for a day, so that a late message hears what happened.
    """

    receipt_seconds = 86_400

    def __init__(self, domain: Domain | None = None, clock=time.time) -> None:
        super().__init__(domain)
        self.clock = clock
        self._entries: dict[str, _Entry] = {}
        self._receipts: dict[str, Receipt] = {}

    @property
    def domain(self) -> Domain:
        """The domain of the live model."""
        return self._domain

    @domain.setter
    def domain(self, domain: Domain | None) -> None:
        self._domain = domain or Domain.empty()

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Keep *tracker* for as long as its conversation is open."""
        entry = self._entries.get(tracker.sender_id)
        if entry:
            entry.tracker = tracker

    async def retrieve(self, sender_id: str) -> DialogueStateTracker | None:
        """Return a copy of the tracker: a turn that fails half-way leaves the kept one as it was."""
        entry = self._entries.get(sender_id)
        if not entry or not entry.tracker:
            return None
        return DialogueStateTracker.from_events(sender_id, entry.tracker.events, slots=self.domain.slots)

    async def keys(self) -> Iterable[str]:
        """Return the ids of the open conversations."""
        return list(self._entries)

    async def open(self, conversation_id: str) -> Notes:
        """Start to keep a conversation."""
        notes = Notes(active_at=self.clock())
        self._entries[conversation_id] = _Entry(notes)
        return notes

    async def notes(self, conversation_id: str) -> Notes | None:
        """Return the notes of an open conversation, or None."""
        entry = self._entries.get(conversation_id)
        return entry.notes if entry else None

    async def write_notes(self, conversation_id: str, notes: Notes) -> None:
        """Keep changed *notes*."""
        if conversation_id in self._entries:
            self._entries[conversation_id].notes = notes

    async def forget(
        self, conversation_id: str, reason: str, reference: str | None = None, may_be_stored: bool = False
    ) -> None:
        """Drop everything of a conversation and leave a receipt."""
        self._entries.pop(conversation_id, None)
        self._receipts[conversation_id] = Receipt(self.clock(), reason, reference, may_be_stored)
        self._drop_old_receipts()

    async def receipt(self, conversation_id: str) -> Receipt | None:
        """Return why a conversation is gone, if that is still known."""
        return self._receipts.get(conversation_id)

    async def silent_since(self, moment: float) -> list[str]:
        """Return the conversations without activity since *moment* (seconds since 1970)."""
        return [name for name, entry in self._entries.items() if entry.notes.active_at <= moment]

    def _drop_old_receipts(self) -> None:
        oldest = self.clock() - self.receipt_seconds
        for name in [name for name, receipt in self._receipts.items() if receipt.at < oldest]:
            del self._receipts[name]
