"""Where the intake stands, and what one turn makes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from bot.intake.draft import CONFIRMATION, QUESTIONS, Draft


@dataclass(frozen=True)
class Message:
    """What the citizen did: the text, and what the model or the pressed button says it means."""

    text: str
    intent: str
    confidence: float = 1.0
    values: Mapping[str, str] = field(default_factory=dict)
    is_button: bool = False
    masked: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    def presses(self, intent: str) -> bool:
        """Say whether the citizen pressed the button that means *intent*."""
        return self.is_button and self.intent == intent


@dataclass(frozen=True)
class Reply:
    """A response by name, with the values its text needs and buttons as (title, payload)."""

    response: str
    values: Mapping[str, Any] = field(default_factory=dict)
    buttons: tuple[tuple[str, str], ...] = ()


# What the buttons under a candidate mean.
CHOOSE_ANSWER = '/informeren{"choice": "answer"}'
CHOOSE_OTHER = '/informeren{"choice": "other"}'
CHOOSE_BOTH = '/informeren{"choice": "both"}'


@dataclass(frozen=True)
class Candidate:
    """A text that may be an answer or a matter of its own; the citizen was asked which.

    *question* is the other question that it may answer.
    """

    text: str
    intent: str
    question: str | None = None


@dataclass(frozen=True)
class Intake:
    """The intake between two turns."""

    draft: Draft = field(default_factory=Draft)
    asking: str | None = None
    skipped: frozenset[str] = frozenset()
    attempts: Mapping[str, int] = field(default_factory=dict)
    candidate: Candidate | None = None
    flags: tuple[str, ...] = ()
    editing: str | None = None
    scolded: bool = False
    files: tuple[str, ...] = ()
    unsent: bool = False
    unsure: bool = False  # of a submission nobody knows the end of
    vague_when: bool = False
    often: str | None = None  # how often it happens, in the citizen's own words, while the last time is asked

    @property
    def open_questions(self) -> tuple[str, ...]:
        """The questions that still need an answer, in order."""
        return tuple(name for name in QUESTIONS if name not in self.skipped and not self.draft.told(name))

    @property
    def next_question(self) -> str:
        """What to ask now."""
        return self.editing or next(iter(self.open_questions), CONFIRMATION)

    def skip(self, question: str) -> "Intake":
        """Return the intake that will not ask *question* again."""
        return replace(self, skipped=self.skipped | {question})

    def flag(self, *names: str) -> "Intake":
        """Return the intake with *names* among its flags, each once."""
        return replace(self, flags=tuple(dict.fromkeys((*self.flags, *names))))

    def attempted(self, question: str) -> "Intake":
        """Return the intake that counted one more failed answer to *question*."""
        return replace(self, attempts={**self.attempts, question: self.attempts.get(question, 0) + 1})

    def tries(self, question: str) -> int:
        """Return how often *question* was answered in vain."""
        return self.attempts.get(question, 0)


@dataclass(frozen=True)
class Outcome:
    """What a turn comes to. *ended*: confirmed, stopped, restarted or the intent of another route."""

    intake: Intake
    replies: tuple[Reply, ...] = ()
    ended: str | None = None

    def after(self, *first: Reply) -> "Outcome":
        """Return the outcome with replies put in front."""
        return replace(self, replies=(*first, *self.replies))
