"""A complaint: what the citizen submits, and what the municipality keeps of it."""

import re
import unicodedata
from dataclasses import dataclass, fields
from datetime import date, datetime
from hashlib import sha256
from typing import Literal

from bot.complaints.evidence import StoredFile
from bot.complaints.statuses import Status

Sender = Literal["citizen", "bot"]

# The longest text per field, in characters; every other part of the product reads it here.
LIMITS = {
    "what": 10_000,
    "when_text": 1_000,
    "where": 1_000,
    "about": 1_000,
    "name": 200,
    "on_behalf_of": 200,
    "street": 200,
    "house_number": 10,
    "addition": 20,
    "postcode": 10,
    "city": 100,
    "phone": 20,
    "email": 254,
}

_LINE_ENDS = re.compile(r"\r\n?|[\u0085\u2028\u2029]")
_UNSTORABLE = ("Cc", "Cs")  # control characters and halves of surrogate pairs


def clean(text: str) -> str:
    """Drop the characters that no database can hold; everything else stays as it was typed."""
    lines = _LINE_ENDS.sub("\n", text)
    return "".join(c for c in lines if c in "\n\t" or unicodedata.category(c) not in _UNSTORABLE)


def submission_key(conversation_id: str) -> str:
    """Return the key by which a conversation submits once; it does not lead back to the conversation."""
    return sha256(conversation_id.encode()).hexdigest()


# No generated repr for the next two: what a citizen wrote must not reach a log by way of an error.
@dataclass(frozen=True, kw_only=True, repr=False)
class Turn:
    """One message of the conversation; intent and confidence only where the model judged it."""

    at: datetime
    sender: Sender
    text: str
    intent: str | None = None
    confidence: float | None = None

    def __post_init__(self) -> None:
        _clean_fields(self)


@dataclass(frozen=True, kw_only=True, repr=False)
class Submission:
    """What the citizen confirmed, field by field; empty means not told.

    `when_to` is None while the conduct goes on; `phone` is E.164; `postcode` is 1315KR.
    """

    submission_key: str
    what: str
    when_from: date | None = None
    when_to: date | None = None
    when_time: str = ""
    when_text: str = ""
    where: str = ""
    about: str = ""
    name: str = ""
    on_behalf_of: str = ""
    street: str = ""
    house_number: str = ""
    addition: str = ""
    postcode: str = ""
    city: str = ""
    phone: str = ""
    email: str = ""
    flags: tuple[str, ...] = ()
    transcript: tuple[Turn, ...] = ()

    def __post_init__(self) -> None:
        _clean_fields(self)

    def too_long(self) -> tuple[str, ...]:
        """Return the names of the fields that are longer than LIMITS allows."""
        return tuple(name for name, limit in LIMITS.items() if len(getattr(self, name)) > limit)


@dataclass(frozen=True, kw_only=True)
class Complaint:
    """A stored complaint with the dates that the law attaches to it."""

    id: int
    reference: str
    status: Status
    received_at: datetime
    verdict_due: date
    latest_due: date
    notice_due: date
    closed_at: datetime | None
    submission: Submission
    files: tuple[StoredFile, ...] = ()


def _clean_fields(record: Turn | Submission) -> None:
    for field in fields(record):
        value = getattr(record, field.name)
        if isinstance(value, str):
            object.__setattr__(record, field.name, clean(value))
