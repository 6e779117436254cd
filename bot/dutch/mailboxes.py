"""Read e-mail addresses, spoken ones too; whether the mailbox exists is not looked up."""

import re
from dataclasses import dataclass
from typing import Literal

from email_validator import EmailNotValidError, validate_email

from bot.dutch.phones import find_phone

_MAX_LENGTH = 500
_ADDRESS = re.compile(r"[^\s<>()\[\]{},;:\"“”'@/]+@[^\s<>()\[\]{},;:\"“”'@!?/]+")
_TORN = re.compile(r",$|(?:(?:^|\s)\w|\w\.\w+) $")
_SPOKEN = (
    (r"\s+", " "),
    (r" ?(?:\b(?:apen?staart(?:je)?)\b|[(\[] ?(?:at|apenstaartje) ?[)\]]|@) ?", "@"),
    (r" ?[(\[] ?(?:dot|punt) ?[)\]] ?| (?:dot|punt) ", "."),
    (r" (?:underscore|(?:liggend|laag) streepje) ", "_"),
    (r" (?:streepje|min|dash) ", "-"),
    (r"(?<=\w) \. ?(?=\w)", "."),
    (r"(?<=[\w.-]) at (?=[\w-]+(?:\.[\w-]+)+)", "@"),
)
_INTRODUCED = re.compile(
    r"(?:(?:e-?)?mail(?:adres)?(?:\s+(?:is|mij|me|op))*|bereik(?:baar|en)\s+(?:op|via)|"
    r"\b(?:stuur|kan|mag)\s(?:[^.!?]{0,20}\s)?(?:e-?)?mail(?:en)?\s+naar)\s*:?\s*$",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(r"\b(?:zijn|haar|hun|uw|jullie|ik)\s+$", re.IGNORECASE)


@dataclass(frozen=True)
class Mailbox:
    """An e-mail address, its domain in lower case."""

    address: str | None = None
    problem: Literal["invalid"] | None = None


def read_mailbox(text: str) -> Mailbox:
    """Read an answer; the first valid address in it counts, one torn apart by a space or comma does not."""
    written = _written(text[:_MAX_LENGTH])
    for match in _ADDRESS.finditer(written):
        address = _validated(match.group())
        if address and not _TORN.search(written[: match.start()]):
            return Mailbox(address)
    return Mailbox(problem="invalid")


def find_mailbox(text: str) -> Mailbox | None:
    """Find the writer's own address in a story: introduced as theirs, or alone on a line."""
    for line in text.split("\n"):
        written = _written(line)
        for match in _ADDRESS.finditer(written):
            address = _validated(match.group())
            alone = match.group() == written.strip()
            if address and (
                alone or _is_own(written[: match.start()]) or _is_listed(written[: match.start()])
            ):
                return Mailbox(address)
    return None


def _is_own(before: str) -> bool:
    introduced = _INTRODUCED.search(before[-60:])
    return introduced is not None and not _OF_OTHERS.search(before[-60:][: introduced.start()])


def _is_listed(before: str) -> bool:
    """Whether the writer's own phone number stands right in front, as people list how to reach them."""
    return bool(re.search(r"\d[\s,;]+(?:en\s+)?$", before)) and find_phone(before[-60:]) is not None


def _written(text: str) -> str:
    """Write out spoken signs: "jan at example punt nl" becomes "jan@example.nl"."""
    for spoken, sign in _SPOKEN:
        text = re.sub(spoken, sign, text, flags=re.IGNORECASE)
    return text


def _validated(candidate: str) -> str | None:
    try:
        return validate_email(candidate.strip(".,!?*_-"), check_deliverability=False).normalized
    except EmailNotValidError:
        return None
