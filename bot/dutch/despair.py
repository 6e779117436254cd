"""Recognise that somebody thinks of ending their own life, whatever else they tell."""

import re

from bot.dutch.wording import plain

_LIFE = r"(?:mijn|mn) (?:eigen )?leven"
_SELF = r"(?:mezelf|mijzelf|me zelf|mij zelf)"
_WANT = r"(?:ik (?:\w+ )?(?:wil|hoef|ga)|(?:wil|hoef|ga) ik)"
_CONSIDER = r"(?:denk|dacht|pleeg|overweeg|wil|ga)"
_THOUGHTS = (
    rf"ein\w+ (?:maken )?aan {_LIFE}",
    rf"(?:be[eë]indig|neem) {_LIFE}|{_LIFE} (?:te )?be[eë]indigen",
    rf"(?:ik maak|maak ik) er (?:\w+ )?een ein\w+ aan|{_WANT} er (?:\w+ )?een ein\w+ aan maken",
    rf"{_WANT} (?:\w+ )?niet (?:meer|langer) (?:\w+ )?leven",
    rf"{_WANT} (?:\w+ )?dood|liever dood|was ik maar dood",
    r"geen (?:zin|reden) meer om te leven",
    rf"doe (?:ik )?{_SELF} (?:iets|wat) aan|maak (?:ik )?{_SELF} van kant",
    rf"{_SELF} (?:\w+ )?(?:aan (?:te )?doen|aandoen|van kant (?:te )?maken|doden|ophangen|op te hangen)",
    rf"(?:ik {_CONSIDER}|{_CONSIDER} ik)(?: \w+){{0,3}} (?:zelfmoord|zelfdoding)",
    r"(?:ik ben|ben ik) (?:\w+ )?su[iï]cidaal",
    r"kill myself|end my (?:own )?life|i want to die",
)
_DESPAIR = re.compile(rf"\b(?:{'|'.join(_THOUGHTS)})\b")


def speaks_of_suicide(text: str) -> bool:
    """Recognise a thought of suicide of the one who speaks; somebody else's death is not meant."""
    return bool(_DESPAIR.search(plain(text)))
