"""Stores the complaint the citizen confirmed, and says what happens next."""

from datetime import UTC, date, datetime
from typing import Any

import structlog
from rasa_sdk import Action, Tracker
from rasa_sdk.events import ActiveLoop, EventType, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import services
from actions.evidence import file_names, keys_forgotten, read_files
from actions.slots import read_intake
from actions.speech import say
from actions.storing import beside
from bot.complaints.complaint import Complaint, Submission, Turn, submission_key
from bot.dutch.describe_dates import describe
from bot.dutch.periods import day
from bot.errors import StorageError, UncertainError
from bot.intake.draft import CONFIRMATION, FIELDS
from bot.intake.state import Reply
from bot.storage.submissions import store_submission

_DATES = ("when_from", "when_to")
log = structlog.stdlib.get_logger(__name__)


class ActionSubmitComplaint(Action):
    """Says "ingediend" only with a reference that the database returned."""

    def name(self) -> str:
        """Name in the domain."""
        return "action_submit_complaint"

    async def run(
        self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]
    ) -> list[EventType]:
        """Store, or be honest and keep everything for another try."""
        municipality = services.municipality()
        try:
            submission = _submission(tracker)
            complaint = await beside(lambda: _store(submission, tracker, municipality.kenmerk_voorvoegsel))
        except StorageError as error:
            log.error("submission_failed", error=type(error).__name__)
            return _keep_for_another_try(dispatcher, tracker, isinstance(error, UncertainError))
        say(dispatcher, _thanks(complaint, municipality.aangewezen_kanaal))
        if _differs(complaint, submission):
            say(dispatcher, [Reply("utter_earlier_version", {"reference": complaint.reference})])
        return [*_submitted(complaint, tracker), keys_forgotten(tracker)]


def _differs(complaint: Complaint, submission: Submission) -> bool:
    """Whether an earlier version was stored: its answer got lost, and the citizen changed something since."""
    return any(getattr(complaint.submission, field) != getattr(submission, field) for field in FIELDS)


def _store(submission: Submission, tracker: Tracker, prefix: str) -> Complaint:
    files = read_files(tracker)
    return store_submission(services.unit_of_work(), submission, services.clock()(), prefix, files)


def _keep_for_another_try(
    dispatcher: CollectingDispatcher, tracker: Tracker, is_unsure: bool
) -> list[EventType]:
    kept = tracker.get_slot("intake") or {}
    is_unsure = is_unsure or kept.get("unsure", False)  # a later failure does not undo an earlier doubt
    outcome = "utter_submit_unsure" if is_unsure else "utter_submit_failed"
    say(dispatcher, [Reply("utter_submit_failed_ways"), Reply(outcome)])
    unsent = {**kept, "unsent": True, "unsure": is_unsure}
    return [
        SlotSet("intake", unsent),
        SlotSet("ended", None),
        ActiveLoop("complaint_form"),
        SlotSet("requested_slot", CONFIRMATION),
    ]


def _thanks(complaint: Complaint, designated: bool) -> list[Reply]:
    first = "utter_submitted" if designated else "utter_submitted_prepared"
    dates = {
        "due": describe(day(complaint.verdict_due), None),
        "latest": describe(day(complaint.latest_due), None),
    }
    return [
        Reply(first, {"reference": complaint.reference}),
        Reply("utter_what_happens_next", dates),
        Reply("utter_afterwards_ombudsman"),
    ]


def _submitted(complaint: Complaint, tracker: Tracker) -> list[EventType]:
    receipt = {
        "complaint": _stored(complaint.submission),
        "files": list(file_names(tracker)),
        "vague_when": read_intake(tracker).vague_when,
        "received_at": complaint.received_at.isoformat(),
        "due": complaint.verdict_due.isoformat(),
        "latest": complaint.latest_due.isoformat(),
    }
    slots = {
        "status": "submitted",
        "submitted": True,
        "reference": complaint.reference,
        "receipt": receipt,
        "complaints": [*(tracker.get_slot("complaints") or ()), complaint.reference],
        "intake": {**(tracker.get_slot("intake") or {}), "unsent": False, "unsure": False},
    }
    return [SlotSet(name, value) for name, value in slots.items()]


def _stored(submission: Submission) -> dict[str, str | None]:
    """Return the fields of the copy: what was stored, whatever the citizen tells next."""
    values = {field: getattr(submission, field) for field in FIELDS}
    return {field: str(value) if value else None for field, value in values.items()}  # dates in ISO 8601


def _submission(tracker: Tracker) -> Submission:
    told = {field: tracker.get_slot(field) for field in FIELDS if tracker.get_slot(field) is not None}
    for field in _DATES:
        if field in told:
            told[field] = date.fromisoformat(told[field])
    return Submission(
        submission_key=_key(tracker),
        flags=tuple(tracker.get_slot("flags") or ()),
        transcript=tuple(_transcript(tracker)),
        **told,
    )


def _key(tracker: Tracker) -> str:
    """Return the idempotency key; a second complaint in the same conversation has one of its own."""
    earlier = len(tracker.get_slot("complaints") or ())
    return submission_key(f"{tracker.sender_id}:{earlier + 1}" if earlier else tracker.sender_id)


def _since_last_submission(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return what belongs to this complaint: an earlier one has a transcript of its own."""
    stored = [
        place
        for place, event in enumerate(events)
        if event["event"] == "slot" and event["name"] == "complaints" and event["value"]
    ]
    return events[stored[-1] + 1 :] if stored else events


def _transcript(tracker: Tracker) -> list[Turn]:
    turns = []
    for event in _since_last_submission(tracker.events):
        at = datetime.fromtimestamp(event.get("timestamp") or 0, UTC)
        if event["event"] == "user" and event.get("text"):
            intent = (event.get("parse_data") or {}).get("intent") or {}
            turns.append(
                Turn(
                    at=at,
                    sender="citizen",
                    text=event["text"],
                    intent=intent.get("name"),
                    confidence=intent.get("confidence"),
                )
            )
        elif event["event"] == "bot" and event.get("text"):
            turns.append(Turn(at=at, sender="bot", text=event["text"]))
    return turns
