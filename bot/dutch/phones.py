"""Reads a phone number from an answer, or from a story when it is clearly the writer's own."""

import re
from dataclasses import dataclass
from typing import Literal

import phonenumbers

_REGION = "NL"
_LONGEST = 10_000
_LETTER_O = re.compile(r"(?<!\w)[oO](?=6[\d -])")
_WITHOUT_ZERO = re.compile(r"(?<!\d)6(?:[ -]?\d){8}(?!\d)")
_AVAILABILITY = re.compile(
    r"\b(?:na|voor|vanaf|tot|tussen|alleen|bereikbaar|overdag|avonds?|ochtends?|middags?|liefst|liever|niet|werk|"
    r"thuis|weekend|\w+dag|voicemail|app|sms|mijn (?:man|vrouw|zoon|dochter|moeder|vader|partner))\b",
    re.IGNORECASE,
)
_LEAD_IN = re.compile(
    r"^(?:(?:ja|ok[eé]?|graag|het is|dat is|mijn|ons|het|telefoon\w*|mobiele?|nummer|tel|is|op|u|kunt|je|mij|"
    r"me|bellen|bereiken|bel|en|of|maar)\b[ .,:;]*)+",
    re.IGNORECASE,
)
_NOT_A_PHONE = re.compile(
    r"(?:\b(?:bsn|burgerservicenummer|iban|rekening\w*|kvk\w*|zaak\w*|kenmerk\w*|referentie\w*|dossier\w*|melding\w*|"
    r"factuur\w*|klantnummer|aanvraag\w*|beschikking\w*|ordernummer|postcode)\b[^.!?\n]{0,25}|(?-i:[A-Z]{2,}[-/]?))\Z",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\b(?:mijn (?:telefoon|mobiel|06|nummer|tel\b)\w*|ons (?:telefoon)?nummer|bereikbaar|bereiken|"
    r"bel(?:t u)? (?:mij|me)|(?:mij|me) (?:terug)?bellen|tel(?:efoon)?(?:nummer)?\.?:|tel\.|mobiel:?|"
    r"my (?:phone|number)\w*)[^.!?\n]{0,30}\Z",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"(?:^|\n|, |\. )[mt]?[: ]*\Z|\b(?:tel(?:efoon)?(?:nummer|nr)?|mob(?:iel)?|gsm)\b[.: ]*(?:is )?\Z",
    re.IGNORECASE,
)
_BESIDE_ADDRESS = re.compile(
    r"(?:\b\d{4} ?(?:[A-Z]{2}|(?<=\d)[a-z]{2})(?:[, ]+[A-Z][\w-]+){0,3}|@\S+)[,; ]+(?:en )?\Z"
)
_SOMEBODY_ELSES = re.compile(
    r"\b(?:zijn|haar|hun|belde|gebeld|medewerk\w*|ambtena\w*|handhav\w*|boa\w*|consulent\w*|afdeling)\b"
    r"[^.!?\n]{0,25}\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Phone:
    """A number in E.164 and what was said with it, such as when to call."""

    e164: str | None = None
    problem: Literal["invalid"] | None = None
    note: str | None = None


def read_phone(text: str) -> Phone:
    """Read the answer to the question for a phone number; of two numbers the first counts."""
    text = _LETTER_O.sub("0", text[:_LONGEST])
    if not _matches(text):
        text = _WITHOUT_ZERO.sub(r"0\g<0>", text)
    matches = _matches(text)
    return Phone(_e164(matches[0]), note=_note(text, matches[0])) if matches else Phone(problem="invalid")


def find_phone(text: str) -> Phone | None:
    """Find the writer's own number in a story; case numbers and numbers they called are not theirs."""
    text = text[:_LONGEST]
    for match in _matches(text):
        before = text[max(0, match.start - 80) : match.start]
        if match.raw_string[0] in "0+(" and not _NOT_A_PHONE.search(before) and _is_own(before):
            return Phone(_e164(match))
    return None


def write_phone(e164: str) -> str:
    """Write a number as people do: "06 12345678", and from abroad "+32 470 12 34 56"."""
    number = phonenumbers.parse(e164, _REGION)
    national = number.country_code == phonenumbers.country_code_for_region(_REGION)
    style = phonenumbers.PhoneNumberFormat
    return phonenumbers.format_number(number, style.NATIONAL if national else style.INTERNATIONAL)


def _is_own(before: str) -> bool:
    if _OWN.search(before) or _BESIDE_ADDRESS.search(before):
        return True
    return bool(_LABELLED.search(before)) and not _SOMEBODY_ELSES.search(before)


def _matches(text: str) -> list[phonenumbers.PhoneNumberMatch]:
    """List the numbers a person can have; 14 036 and its kind belong to municipalities."""
    found = phonenumbers.PhoneNumberMatcher(text, _REGION)
    return [match for match in found if not _e164(match).startswith("+3114")]


def _e164(match: phonenumbers.PhoneNumberMatch) -> str:
    return phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164)


def _note(text: str, number: phonenumbers.PhoneNumberMatch) -> str | None:
    """Return what was said about calling, without the number."""
    rest = f"{text[: number.start]} {text[number.end :]}"
    rest = _LEAD_IN.sub("", " ".join(rest.split()).strip(" .,;:()-"))
    rest = rest.strip(" .,;:()-")
    return rest if _AVAILABILITY.search(rest) and len(rest) <= 120 else None
