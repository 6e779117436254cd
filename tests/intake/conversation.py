"""A citizen talking to the intake in tests, without Rasa."""

from dataclasses import dataclass, field
from datetime import date

from bot.intake.draft import Draft
from bot.intake.opening import open_intake
from bot.intake.state import Intake, Message, Outcome
from bot.intake.turn import take_turn

TODAY = date(2026, 11, 20)
STORY = "De parkeerwachter aan de balie in het stadhuis snauwde mij af en liep weg."


@dataclass
class Conversation:
    """Keeps the intake between turns and remembers what was last said."""

    intake: Intake = field(default_factory=Intake)
    outcome: Outcome | None = None

    def say(self, text: str, intent: str = "informeren", confidence: float = 0.9, **extra: object) -> Outcome:
        """Type *text*; the model hears *intent*."""
        return self._take(Message(text, intent, confidence, **extra))  # type: ignore[arg-type]

    def press(self, intent: str, **values: str) -> Outcome:
        """Press a button."""
        return self._take(Message(intent, intent, 1.0, values=values, is_button=True))

    def _take(self, message: Message) -> Outcome:
        opened = self.outcome is not None
        self.outcome = take_turn(self.intake, message, TODAY) if opened else open_intake(message, TODAY)
        self.intake = self.outcome.intake
        return self.outcome

    @property
    def said(self) -> tuple[str, ...]:
        """The names of the last replies."""
        return tuple(reply.response for reply in self.outcome.replies) if self.outcome else ()

    @property
    def draft(self) -> Draft:
        """What has been told."""
        return self.intake.draft


def opened(story: str = STORY) -> Conversation:
    """Return a conversation that began with *story*."""
    conversation = Conversation()
    conversation.say(story, "klacht")
    return conversation


def at_summary() -> Conversation:
    """Return a conversation in which everything was answered."""
    conversation = opened()
    for answer in (
        "gisteren",
        "Anneke Jansen",
        "Spoordreef 101, 1315 KR Almere",
        "0612345678",
        "a@example.nl",
    ):
        conversation.say(answer)
    assert conversation.intake.asking == "confirmation"
    return conversation


def at_question(question: str) -> Conversation:
    """Return a conversation in which *question* is asked."""
    conversation = opened("Ik ben heel onbeschoft behandeld." if question == "where" else STORY)
    answers = {"when": "gisteren", "name": "Anneke Jansen", "address": "Spoordreef 101, 1315 KR Almere"}
    while conversation.intake.asking != question:
        conversation.say(answers[conversation.intake.asking or ""])
    return conversation
