"""Writes street and town names the Dutch way and recognises the best known towns."""

import re

_PARTICLES = frozenset(
    (
        "van",
        "de",
        "der",
        "den",
        "het",
        "ten",
        "ter",
        "te",
        "in",
        "op",
        "aan",
        "bij",
        "en",
        "tot",
        "voor",
        "over",
        "onder",
    )
)
_IJ = re.compile(r"^ij", re.IGNORECASE)
_INITIALS = re.compile(r"^(?:[^\W\d_]\.)+$")
_CLIPPED = re.compile(r"^['’`](?=[ts]\b)", re.IGNORECASE)

_ALMERE = r"almere(?:[ -](?:haven|buiten|poort|stad|hout|centrum|pampus|oosterwold))?"
_TOWNS = (
    "amsterdam|rotterdam|den haag|'s-gravenhage|utrecht|eindhoven|groningen|tilburg|breda|nijmegen|"
    "apeldoorn|haarlem|arnhem|enschede|amersfoort|zaandam|den bosch|'s-hertogenbosch|zwolle|"
    "zoetermeer|leiden|leeuwarden|maastricht|dordrecht|ede|alphen aan den rijn|alkmaar|emmen|delft|"
    "venlo|deventer|hilversum|heerlen|purmerend|lelystad|roosendaal|hoorn|gouda|vlaardingen|"
    "almelo|assen|hoofddorp|amstelveen|zeewolde|huizen|bussum|naarden|weesp|diemen|dronten|urk|"
    "emmeloord|harderwijk|nijkerk|zeist|nieuwegein|houten|veenendaal|barneveld|kampen|baarn|soest"
)
_KNOWN = re.compile(rf"(?:{_ALMERE}|{_TOWNS})(?![\w'’-])", re.IGNORECASE)


def is_known_town(name: str) -> bool:
    """Tell whether *name* is Almere, one of its districts or a large town."""
    return _KNOWN.fullmatch(name.strip()) is not None


def split_known_town(words: str) -> tuple[str | None, str]:
    """Split a known town off the front of *words*: ``("Almere", "Grote Markt")``."""
    match = _KNOWN.match(words)
    if match is None:
        return None, words
    return match.group(), words[match.end() :].strip(" .,")


def has_name(words: str) -> bool:
    """Tell whether *words* hold more than particles, initials and numbers."""
    names = re.findall(r"[^\W\d_]{2,}", words.lower())
    return any(name not in _PARTICLES for name in names)


def proper_case(name: str) -> str:
    """Capitalise a street or town that was typed all lower or all upper; leave other spelling alone."""
    name = re.sub(r"^['’`]s[ -]+(?=\w)", "'s-", _CLIPPED.sub("'", name), flags=re.IGNORECASE)
    words = name.split()
    if name.islower() or name.isupper():
        words = [_cased(word, first=number == 0) for number, word in enumerate(words)]
    elif words:
        words[0] = _capital(words[0])
    return " ".join(words)


def _cased(word: str, *, first: bool) -> str:
    if _INITIALS.match(word):
        return word.upper()
    if "/" in word:
        return word.lower()
    head, *tail = word.lower().split("-")
    small_head = head in _PARTICLES and not first
    return "-".join(
        [
            head if small_head else _capital(head),
            *(part if part in _PARTICLES else _capital(part) for part in tail),
        ]
    )


def _capital(word: str) -> str:
    if not word[:1].isalpha():
        return word
    return "IJ" + word[2:] if _IJ.match(word) else word[:1].upper() + word[1:]
