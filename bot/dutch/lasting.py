"""What still goes on: how a story says that something has lasted until now."""

import re

_YEAR = r"(?:in )?(?:19|20)\d\d"
_LENGTH = r"(?:\S+ ){1,5}(?:dag|dagen|week|weken|maand|maanden|jaar)(?: lang)?"
_SINCE_LONG = re.compile(rf"(?:(?:al|nu|nog) )*(?:(?:sinds|vanaf|al) )+(?:{_YEAR}|{_LENGTH})")
_SINCE = re.compile(r"(?:(?:al|nu|nog) )*(?:sinds|vanaf|al) ")
# What is done to somebody, or what stays away, may be told of a long time; what somebody has or is may not.
_SUFFERED = re.compile(r"\b(?:word|wordt|worden|krijg|krijgt|krijgen|wacht|wachten)\b")
_LACKING = re.compile(r"\b(?:geen|niet|nooit|niemand|niets|niks|nergens)\b")
_NOT_DONE_TO_ANYONE = re.compile(r"\b(?:kom|komt|ken|kennen|zit|zitten|ziek|bekend)\b")
_BY_SOMEONE = r"(?! (?:de|het|een|u|uw|jullie|mijn)\b)"
_GOES_ON = re.compile(
    r"\b(?:(?:het|dit|dat|alles) (?:\w+ ){0,2}?(?:gaat|duurt|loopt|houdt|blijft)|"
    r"(?:gaat|duurt|loopt) (?:het|dit|dat)|en (?:gaat|duurt))\b"
    rf"(?:(?! niet\b)[^,]){{0,25}}? (?:door{_BY_SOMEONE}|voort|aan|duren)\b|"
    r"\b(?:gebeurt|speelt)\b.{0,12} nog (?:steeds|altijd)\b|"
    rf"\bhoudt niet op\b|\bnog (?:steeds|altijd) (?:bezig|gaande|aan gang|door{_BY_SOMEONE})\b|"
    r"\btot op (?:dag van vandaag|heden|vandaag)\b"
)
_BEGAN = re.compile(r"\b(?:begon|begonnen|startte|gestart|ontstond|ontstaan)\b")
_NOT_OVER = re.compile(
    r"\bnog (?:steeds|altijd)\b|"
    r"\b(?:nog niet|niet meer) (?:opgelost|voorbij|over|afgelopen|opgehouden|gestopt)\b"
)


def goes_on(story: str) -> bool:
    """Tell whether a canonical story says that what it tells has not ended."""
    return bool(_GOES_ON.search(story) or (_BEGAN.search(story) and _NOT_OVER.search(story)))


def is_since(phrase: str) -> bool:
    """Tell whether a canonical phrase is the beginning of something that lasts until now."""
    return bool(_SINCE.match(phrase))


def is_long_since(phrase: str) -> bool:
    """Tell whether it is "sinds 2019" or "al drie jaar", which may as well be a fact of somebody's life."""
    return bool(_SINCE_LONG.fullmatch(phrase))


def is_endured(before: str, sentence: str) -> bool:
    """Tell whether a sentence opens with what has lasted so long, or tells what was suffered or missed."""
    told = not before or _SUFFERED.search(sentence) or _LACKING.search(sentence)
    return bool(told) and not _NOT_DONE_TO_ANYONE.search(sentence)


def without_endured(sentence: str) -> str:
    """Drop the verbs that tell of what lasts, and that elsewhere tell what is still to come."""
    return _SUFFERED.sub(" ", sentence)
