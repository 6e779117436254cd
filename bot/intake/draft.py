"""The complaint as far as it has been told, and the order in which the rest is asked."""

from dataclasses import dataclass, fields, replace

from bot.complaints.complaint import LIMITS

QUESTIONS = ("what", "when", "where", "about", "name", "address", "phone", "email")
OPTIONAL = frozenset({"about", "phone", "email"})
FREE = ("what", "where", "about")  # questions that any words could answer
WITH_FORM = tuple(question for question in QUESTIONS if question not in FREE)
CONFIRMATION = "confirmation"


@dataclass(frozen=True)
class Draft:
    """What the citizen told; every field as in the chat API, dates as ISO text."""

    what: str | None = None
    when_from: str | None = None
    when_to: str | None = None
    when_time: str | None = None
    when_text: str | None = None
    where: str | None = None
    about: str | None = None
    name: str | None = None
    on_behalf_of: str | None = None
    street: str | None = None
    house_number: str | None = None
    addition: str | None = None
    postcode: str | None = None
    city: str | None = None
    phone: str | None = None
    email: str | None = None

    def told(self, question: str) -> bool:
        """Say whether the answer to *question* is in the draft."""
        if question == "address":
            return not self.missing_address_parts
        return getattr(self, "when_text" if question == "when" else question) is not None

    @property
    def missing_address_parts(self) -> tuple[str, ...]:
        """The parts a letter cannot do without; a postcode tells the city."""
        needed = ["street", "house_number", "postcode"]
        return tuple(part for part in needed if getattr(self, part) is None)

    @property
    def is_deliverable(self) -> bool:
        """Whether a letter would arrive: street or postcode, a number, and a place or postcode."""
        where = self.postcode or (self.street and self.city)
        return bool(where and self.house_number)

    @property
    def fits(self) -> bool:
        """Whether every answer is short enough to be stored."""
        return all(len(getattr(self, name) or "") <= limit for name, limit in LIMITS.items())

    def with_addition(self, text: str) -> "Draft | None":
        """Return the draft with *text* added to the story, or None when it would grow too long."""
        story = f"{self.what}\n\n{text}" if self.what else text
        return replace(self, what=story) if len(story) <= LIMITS["what"] else None


FIELDS = tuple(field.name for field in fields(Draft))
