"""Find the name by which somebody introduces or signs for themselves in a story."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.dutch.name_parts import STORY_WORDS, Name, parse_name
from bot.dutch.name_spelling import PARTICLES, is_initials
from bot.dutch.wording import word_set

_MAX_WORDS = 6
_INTRODUCTION = re.compile(
    r"\bik heet\s+|\b(?:mijn|m'n|mn) (?:volledige )?naam(?: is|:)\s+|(?:^|\n)[^\S\n]*naam\s*:\s*|"
    r"\bmy name(?: is|'s)\s+|\b[uj]e? spreekt met\s+",
    re.IGNORECASE,
)
_I_AM = re.compile(
    r"(?:\b(?:ik ben|i am|i'm|Ik ben|I am|I'm|Ik Ben)|"
    r"(?:^|\n)(?i:hallo|hoi|hi|dag|goede ?(?:morgen|middag|navond|ndag))[\s,.!]+[Mm]et)\s+(?=[A-ZÀ-ÞĀ-Ž])"
)
_HOUSE_NUMBER = re.compile(r"\s+\d{1,4}(?! ?(?:jaar|jr)\b)(?: ?[a-zA-Z]{1,3})?\b(?!-?\d)")
_STREET = re.compile(
    r"(?P<name>\S+ \S.*?)\s+(?:van|uit|op|aan|in)\s+(?:(?:de|het|den|der|'t)\s+)?"
    r"[A-ZÀ-ÞĀ-Ž]\S*(?:\s+[A-ZÀ-ÞĀ-Ž]\S*)*"
)
_REPORTED = re.compile(
    r"\b(?:zei|zegt|riep|vertelde|schreef|antwoordde|dat|said|says)\b[\s:,\"'“‘]*$", re.IGNORECASE
)
_SIGNATURE = re.compile(
    r"(?:^|[\s.!?,])(?:(?:met )?(?:vriendelijke|hartelijke|beste) groet(?:en)?|"
    r"(?<=[.!?\n])[^\S\n]*groet(?:en|jes)?|m\.?v\.?g\b\.?|hoogachtend|"
    r"(?:kind |best |warm )?regards|sincerely)[\s,.!]+",
    re.IGNORECASE,
)
_NOT_NAMES = STORY_WORDS | word_set(
    "verkeerd bekend genoemd geschreven genoteerd gedeeld gebruikt misbruikt doorgegeven vermeld "
    "gelekt fout vergeten openbaar verwijderd veranderd geregistreerd zichtbaar belangrijk ten door "
    "in op aan bij toevallig haas on"
)
_AFTER_NAME = word_set("en ik and i uit wonende from")


class Introduction(NamedTuple):
    """A name and where it stands in the text."""

    name: Name
    start: int
    end: int


def find_name(text: str) -> Name | None:
    """Return the name the writer gives as their own, never somebody else's."""
    found = next(introductions(text), None)
    return found.name if found else _signed(text)


def introductions(text: str) -> Iterator[Introduction]:
    """Find every "ik heet ...", "mijn naam is ..." of the writer."""
    for match in _INTRODUCTION.finditer(text):
        if not _REPORTED.search(text[max(0, match.start() - 40) : match.start()]):
            yield from _introduced(text, match.end())
    for match in _I_AM.finditer(text):
        yield from (found for found in _introduced(text, match.end()) if " " in (found.name.name or ""))


def _introduced(text: str, start: int) -> Iterator[Introduction]:
    words = _leading_words(text[start : start + 120])
    length = words[-1].end() if words else 0
    given = _before_street(text[start : start + length], text[start + length :])
    name = parse_name(given) if words and words[0].group().lower().strip(".,") not in _NOT_NAMES else None
    if name:
        yield Introduction(name, start, start + len(given.rstrip(" .,!?;:\"'”’)")))


def _before_street(given: str, after: str) -> str:
    """Leave out where somebody lives: "Lisa Smit van de Evenaar 12"."""
    lives = _STREET.fullmatch(given) if _HOUSE_NUMBER.match(after) else None
    return lives["name"] if lives else given


def _leading_words(rest: str) -> list[re.Match[str]]:
    words = list(re.finditer(r"\S+", rest.split("\n", 1)[0]))
    capital = bool(words) and words[0].group()[0].isupper()
    taken: list[re.Match[str]] = []
    for word in words[:_MAX_WORDS]:
        bare = word.group().strip(".,!?;:\"'”’)")
        if bare.lower() in _AFTER_NAME or (capital and not _is_capital_or_particle(bare)):
            return taken
        taken.append(word)
        if word.group()[-1] in ',!?;:"”' or (word.group()[-1] == "." and not is_initials(word.group())):
            return taken
    return taken if capital or len(words) == len(taken) else []


def _is_capital_or_particle(word: str) -> bool:
    return word[:1].isupper() or word[:2] in {"'t", "'s", "’t", "’s"} or word in PARTICLES


def _signed(text: str) -> Name | None:
    ends = [match.end() for match in _SIGNATURE.finditer(text)]
    if not ends:
        return None
    first, *others = text[ends[-1] :].strip().split("\n")
    if len(others) > 5 or any(len(line.split()) > 5 for line in others) or len(first.split()) > _MAX_WORDS:
        return None
    words = {word.strip(".,").lower() for word in first.split()}
    return None if words & _NOT_NAMES - PARTICLES else parse_name(first)
