"""Read the answer to "what is your name" and find names and representation in stories."""

import re
import unicodedata
from dataclasses import replace

from bot.dutch import phrases
from bot.dutch.abuse import is_abuse
from bot.dutch.address_phrases import looks_like_street
from bot.dutch.behalf import find_on_behalf, represented_in_answer
from bot.dutch.departments import find_about
from bot.dutch.given_names import GIVEN_NAMES
from bot.dutch.introductions import find_name, introductions
from bot.dutch.name_parts import Name, parse_name
from bot.dutch.name_spelling import PARTICLES, is_company, is_initials
from bot.dutch.place_names import is_known_town
from bot.dutch.places import is_place
from bot.dutch.wording import is_one_slip

__all__ = [
    "Name",
    "completed_name",
    "find_name",
    "find_on_behalf",
    "introductions",
    "looks_like_name",
    "read_name",
    "split_name",
]

_MAX_LENGTH = 300
_LONGEST_BARE_NAME = 5  # words
_INVISIBLE_OR_PICTURE = {"So", "Sk", "Cf", "Cc", "Co", "Cs"}
_UNCLEAR = Name(problem="unclear")
_NAMENS_THEM = re.compile(r",? namens (?:haar|hem|hen|hun)\W*$", re.IGNORECASE)
_NO_NAME = (
    is_abuse,
    is_place,
    phrases.is_yes,
    phrases.is_no,
    phrases.is_unknown,
    phrases.refers_back,
    phrases.is_stop,
    phrases.is_restart,
    phrases.is_done,
    phrases.asks_why,
    phrases.is_question,
)
_LEAD = re.compile(
    r"(?i)(?:(?:hallo|hoi|hello|hi|goede(?:morgen|middag|navond|ndag)|oh|sorry|nou|ja(?: hoor)?|nee|wacht|"
    r"(?:ok[eé]?|goed|vooruit)(?: dan)?(?: maar)?)\b[\s,.!:]+|"
    r"(?:(?:mijn|m['’]n|mn|de|my|the)\s+)?(?:volledige\s+|full\s+|last\s+|first\s+)?(?:voor|achter)?na(?:am|me)"
    r"(?:\s+(?:is|luidt)\b|\s*[:=?])?\s+|na(?:am|me):|"
    r"(?:ik (?:heet|ben)|dit is|dat is|it['’]?s|i am|i['’]m|this is|[uj]e? spreekt met|met|zeg maar|gewoon|"
    r"noem m(?:e|ij)(?: maar| gerust)*|(?:zelf )?heet ik|trouwens|eigenlijk|(?:you can )?call me)\s+)+"
)
_TRAIL = re.compile(
    r"(?i)[\s,.]+(?:(?:maar|roepnaam|geboren|wonende|is mijn naam|hoor|dus|graag|alsjeblieft|"
    r"alstublieft|aub|please)\b|uit (?!de)[^\W\d_]+$|en\s+(?:ik|wij|we|mijn)\b|"
    r"met (?:een|twee|dubbele?|dt|c|k)\b).*",
    re.DOTALL,
)
_LABELLED = re.compile(
    r"(?i)\b(?P<label>voor|achter)na(?:am|men)\s*(?:is|:|=)?\s*(?P<value>.+?)"
    r"(?=[\s,;]+(?:en )?(?:mijn )?(?:voor|achter)na|$)",
    re.DOTALL,
)
_GIVEN_AFTER = re.compile(
    r"(?i)(?P<surname>[^,]+?)[\s,.]+(?:en )?(?:met )?(?:mijn )?(?:voor|roep)naam\s*(?:is|:)?\s*(?P<given>\S+)"
)
_SURNAME_AFTER = re.compile(
    r"(?i)(?P<given>\S+?)[\s,.]+(?:en )?(?:met )?(?:mijn )?achternaam\s*(?:is|:)?\s*(?P<surname>.+)"
)


def read_name(text: str) -> Name:
    """Read an answer: the name, or whether it was refused, or that it is no name."""
    text = _without_pictures(text)
    if phrases.is_refusal(text) or phrases.is_skip(text):
        return Name(refused=True)
    if not text or len(text) > _MAX_LENGTH or any(recognise(text) for recognise in _NO_NAME):
        return _UNCLEAR
    represented = represented_in_answer(text)
    if represented is None:
        if find_about(text):  # "bij burgerzaken" answers another question
            return _UNCLEAR
        return parse_name(_bare_name(_NAMENS_THEM.sub("", text))) or _UNCLEAR
    name = parse_name(_bare_name(text[: represented.start] + text[represented.end :])) or _UNCLEAR
    return replace(name, on_behalf_of=represented.who)


def looks_like_name(text: str) -> bool:
    """Tell whether a text is somebody's full name and nothing else, by how it is written."""
    read, words = read_name(text), text.strip(" .,!").split()
    if not read.complete or read.on_behalf_of or not 2 <= len(words) <= _LONGEST_BARE_NAME:
        return False
    if is_company(words) or is_place(text) or find_about(text):
        return False
    if any(is_known_town(word) or looks_like_street(word) for word in words):
        return False
    written = all(word[0].isupper() for word in words if word.lower() not in PARTICLES)
    return written or words[0].lower() in GIVEN_NAMES or is_initials(words[0])


def split_name(name: str) -> tuple[str, str]:
    """Split a full name into given names and surname, particles with the surname."""
    words = name.split()
    start = next(
        (place for place, word in enumerate(words[1:], 1) if word.lower() in PARTICLES), len(words) - 1
    )
    return " ".join(words[:start]), " ".join(words[start:])


def completed_name(known: str, new: str) -> str:
    """Return what a name becomes by a part that was told later: the missing half, or another for a half."""
    given, surname = split_name(known) if read_name(known).complete else ("", "")
    if not given:
        return _joined(known, new)
    return f"{new} {surname}" if _replaces_given(new, given) else _joined(given, new)


def _replaces_given(new: str, given: str) -> bool:
    alike = is_one_slip(new.lower(), given.lower())
    return " " not in new and "-" not in new and (alike or new.lower() in GIVEN_NAMES)


def _joined(known: str, new: str) -> str:
    """Put the given name first and the surname behind it, with its particles in lower case."""
    if new.lower() in GIVEN_NAMES and known.lower() not in GIVEN_NAMES:  # "mevrouw Jansen", and then "Truus"
        known, new = new, known
    if known.lower() in new.lower().split("-"):
        return new
    if new.split()[0].lower() in PARTICLES:
        new = new[:1].lower() + new[1:]
    return f"{known} {new}"


def _bare_name(text: str) -> str:
    """Drop what is said around the name; "voornaam ... achternaam ..." becomes one line."""
    labels = {match["label"].lower(): match["value"].strip(" ,;\n") for match in _LABELLED.finditer(text)}
    if len(labels) > 1:
        return f"{labels['voor']} {labels['achter']}"
    text = text.strip(" \n,.:")
    lead = _LEAD.match(text)
    text = text[lead.end() :] if lead else text
    if swapped := _GIVEN_AFTER.fullmatch(text):
        return f"{swapped['surname']}, {swapped['given']}"
    split = _SURNAME_AFTER.fullmatch(text)
    return f"{split['given']} {split['surname']}" if split else _TRAIL.sub("", text)


def _without_pictures(text: str) -> str:
    """Drop emoji, quotation marks and invisible characters."""
    text = unicodedata.normalize("NFC", text)
    kept = (char for char in text if char == "\n" or unicodedata.category(char) not in _INVISIBLE_OR_PICTURE)
    return re.sub(r"[^\S\n]+", " ", re.sub('["“”„\ufe0f]', "", "".join(kept))).strip()
