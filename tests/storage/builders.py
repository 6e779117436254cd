"""Builders for the storage tests: Anna complains."""

from datetime import date, datetime
from typing import Any

from bot.complaints.complaint import Submission, Turn, submission_key
from bot.complaints.deadlines import AMSTERDAM

NOW = datetime(2026, 11, 20, 10, 30, tzinfo=AMSTERDAM)


def create_submission(conversation: str = "conversation-1", **changes: Any) -> Submission:
    """Return a submission of which every field is told."""
    told = {
        "what": "Ik ben afgesnauwd aan de balie.",
        "when_from": date(2026, 11, 2),
        "when_to": date(2026, 11, 3),
        "when_time": "14:30",
        "when_text": "begin november, half drie",
        "where": "aan de balie",
        "about": "Burgerzaken",
        "name": "Anna de Vries-van 't Hoff",
        "on_behalf_of": "mijn moeder",
        "street": "Stationsplein",
        "house_number": "12",
        "addition": "a",
        "postcode": "1315KR",
        "city": "Almere",
        "phone": "+31612345678",
        "email": "anna@example.org",
        "flags": ("on_behalf_of",),
        "transcript": (
            Turn(at=NOW, sender="bot", text="Wat is er gebeurd?"),
            Turn(at=NOW, sender="citizen", text="Ik ben afgesnauwd.", intent="klacht", confidence=0.93),
        ),
    }
    return Submission(submission_key=submission_key(conversation), **{**told, **changes})
