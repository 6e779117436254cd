"""What people say after their complaint was sent: one more complaint, or more about the first."""

import re

from bot.dutch.wording import plain

_ANOTHER = re.compile(
    r"\b(?:nog een|tweede|nieuwe|andere|ander|volgende|extra|another|second|new) (?:\w+ )?"
    r"(?:klacht|complaint)\b|\b(?:klacht|complaint) over iets anders\b|\b(?:een )?(?:nieuwe|tweede|andere)$"
)
_ADDS = re.compile(
    r"\b(?:aanvulling|aanvullen|toevoegen|toevoeging|voeg\w*|bijvoegen|erbij|er bij)\b|"
    r"\b(?:hoort|hoorde|is|was|bij) (?:\w+ ){0,2}(?:de|deze|die|mijn|dezelfde|zelfde|eerste|vorige) "
    r"(?:\w+ )?klacht\b|\bvergeten te (?:zeggen|melden|vertellen|schrijven|noemen)\b"
)


def names_another(text: str) -> bool:
    """Say whether the text itself calls what it tells another complaint."""
    return bool(_ANOTHER.search(plain(text)))


def names_addition(text: str) -> bool:
    """Say whether the text asks to add something to what was sent."""
    return bool(_ADDS.search(plain(text)))
