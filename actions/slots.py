"""Between Rasa's slots and the intake's own objects."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import EventType, SlotSet

from actions.evidence import file_names
from bot.intake.draft import CONFIRMATION, FIELDS, QUESTIONS, Draft
from bot.intake.state import Candidate, Intake, Message

# Rasa asks for slots; two questions fill more than one, so their first slot stands for them.
_SLOT_OF = {"when": "when_text", "address": "street"}


def read_message(tracker: Tracker) -> Message:
    """Return what the citizen just did."""
    latest = tracker.latest_message
    metadata = latest.get("metadata") or {}
    intent = latest.get("intent") or {}
    return Message(
        text=latest.get("text") or "",
        intent=intent.get("name") or "nlu_fallback",
        confidence=intent.get("confidence") or 0.0,
        values={entity["entity"]: entity["value"] for entity in _chosen(latest)},
        is_button=bool(metadata.get("button")),
        masked=tuple(metadata.get("masked") or ()),
        others=tuple(latest.get("others") or ()),
    )


def _chosen(latest: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the values a button carried; the model's own entities are no more than hints."""
    return [entity for entity in latest.get("entities") or [] if entity.get("entity") in ("choice", "field")]


def read_intake(tracker: Tracker) -> Intake:
    """Return the intake as the slots hold it."""
    kept = tracker.get_slot("intake") or {}
    candidate = kept.get("candidate")
    return Intake(
        draft=Draft(**{field: tracker.get_slot(field) for field in FIELDS}),
        asking=kept.get("asking"),
        skipped=frozenset(kept.get("skipped", ())),
        attempts=kept.get("attempts", {}),
        candidate=Candidate(**candidate) if candidate else None,
        flags=tuple(tracker.get_slot("flags") or ()),
        editing=kept.get("editing"),
        scolded=kept.get("scolded", False),
        files=file_names(tracker),
        unsent=kept.get("unsent", False),
        unsure=kept.get("unsure", False),
        vague_when=kept.get("vague_when", False),
        often=kept.get("often"),
    )


def write_intake(intake: Intake, handled: str | None) -> list[EventType]:
    """Return the events that keep the intake; *handled* is the message that led to it."""
    kept = {
        "asking": intake.asking,
        "skipped": sorted(intake.skipped),
        "attempts": dict(intake.attempts),
        "candidate": asdict(intake.candidate) if intake.candidate else None,
        "editing": intake.editing,
        "scolded": intake.scolded,
        "unsent": intake.unsent,
        "unsure": intake.unsure,
        "vague_when": intake.vague_when,
        "often": intake.often,
        "handled": handled,
    }
    slots = {
        **asdict(intake.draft),
        "flags": list(intake.flags),
        "intake": kept,
        "progress": _progress(intake),
    }
    return [SlotSet(name, value) for name, value in slots.items()]


def requested(intake: Intake) -> EventType:
    """Return the event that tells Rasa which slot is asked."""
    asking = intake.asking or CONFIRMATION
    return SlotSet("requested_slot", _SLOT_OF.get(asking, asking))


def cleared(keep: tuple[str, ...] = ()) -> list[EventType]:
    """Return the events that empty the complaint, all but *keep*."""
    return [SlotSet(name, None) for name in (*FIELDS, "flags", "intake", "progress") if name not in keep]


def _progress(intake: Intake) -> dict[str, int]:
    """Return which question this is, of how many."""
    open_now = intake.open_questions
    return {"number": len(QUESTIONS) - len(open_now) + (1 if open_now else 0), "of": len(QUESTIONS)}


def is_handled(tracker: Tracker) -> bool:
    """Say whether the latest message already led to what the intake holds."""
    kept = tracker.get_slot("intake") or {}
    return bool(kept.get("handled")) and kept["handled"] == tracker.latest_message.get("message_id")
