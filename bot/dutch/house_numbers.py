"""Finds the house number and its addition in one part of an address."""

import re
from dataclasses import dataclass

_ROOM = r"(?:appartement|app\.?|apt\.?|unit|kamer|bus|flat|etage|verdieping) ?[a-z0-9]{1,4}"
_FLOOR = r"\d{1,2} ?(?:hoog|hg)|\d{1,2}e (?:etage|verdieping)"
_SIDE = r"(?:boven|beneden|links|rechts|voor|achter)(?= *(?:,|$))"
_WORD = r"bis|ter|hs|huis|hoog|bg|zwart|zw|rood|rd"
_SHORT = r"x|ix|iv|vi{0,3}|i{1,3}|[a-z]-?\d{1,3}|[a-z]|\d{1,3}"
_UNIT = rf"(?:{_ROOM}|{_FLOOR}|{_SIDE}|{_WORD}|{_SHORT})(?![\w'’])"
_MARK = r"(?:(?:huis)?(?:nummer|nr)\b\.? *|(?:no\.|n°|#) *)"
_ADDITION = rf"(?:(?: ?[-/–.] ?| )?(?P<addition>{_UNIT}(?:[ -]{_UNIT})?)|[-/](?P<other>\w{{1,6}})(?!\w))"
_NUMBER = re.compile(
    rf"(?<![\w'’/.-]){_MARK}?(?P<number>\d{{1,6}})(?!\d)(?:{_ADDITION}|(?![\w'’]))",
    re.IGNORECASE,
)
_ALONE = re.compile(_UNIT + rf"(?:[ -]{_UNIT})?", re.IGNORECASE)
_YEARS = re.compile(rf"(?<=[^\W\d] )(?:(?:1[5-9]|20)\d\d|['’]?\d\d-['’]?\d\d)(?= {_MARK}?\d)", re.IGNORECASE)
_FINAL_YEAR = re.compile(r"[^\W\d] (?:1[5-9]|20)\d\d$")
_ORDINAL = re.compile(r"\d{1,2}(?:e|de|ste)(?= [^\W\d])", re.IGNORECASE)
_NO_HOUSE = re.compile(
    r"-\d\d?-\d{2,4}\b| ?(?:keer|maal|jaar|jaren|uur|minuten|dagen|weken|maanden|meter|km|euro|personen|"
    r"januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\b",
    re.IGNORECASE,
)
_EITHER = re.compile(r" *(?:of|en|tot|t/m) +\d+\w*", re.IGNORECASE)
_ROMAN = re.compile(r"(?:x|ix|iv|v?i{0,3})", re.IGNORECASE)
_LARGEST = 99_999


@dataclass(frozen=True)
class SplitPart:
    """A part of an address cut at its house number; *number* is None when it cannot be right."""

    before: str
    number: str | None
    addition: str | None
    after: str


def split_at_number(part: str) -> SplitPart | None:
    """Cut *part* at its house number, or return None when it has none."""
    years = _YEARS.search(part)
    for match in _NUMBER.finditer(part, years.end() if years else 0):
        if _is_ordinal(part, match) or _NO_HOUSE.match(part, match.end("number")):
            continue
        number = int(match["number"])
        usable = 0 < number <= _LARGEST and not _EITHER.match(part, match.end("number"))
        rest = part[match.end("number") :]
        return SplitPart(
            before=part[: match.start()].strip(" ,:"),
            number=str(number) if usable else None,
            addition=tidy_addition(match["addition"] or match["other"]) if usable else None,
            after=(part[match.end() :] if usable else _EITHER.sub("", rest, count=1)).strip(" ,"),
        )
    return None


def ends_in_year(street: str) -> bool:
    """Tell whether a street without its number ends in a year: "Plein 1940"."""
    return _FINAL_YEAR.search(street) is not None


def tidy_addition(text: str | None) -> str | None:
    """Write an addition the usual way: letters and Roman numerals large, words small."""
    if not text:
        return None
    text = re.sub(r"(\d)hoog", r"\1 hoog", text.strip(), flags=re.IGNORECASE)
    return re.sub(r"[^\W_]+", _cased, text)


def read_addition(text: str) -> str | None:
    """Read an answer that is nothing but an addition ("b", "2 hoog")."""
    match = _ALONE.fullmatch(text.strip(" .,"))
    return tidy_addition(match.group()) if match else None


def _cased(match: re.Match[str]) -> str:
    word = match.group()
    short = len(word) == 1 or _ROMAN.fullmatch(word) or re.fullmatch(r"[a-z]\d+", word, re.IGNORECASE)
    return word.upper() if short else word.lower()


def _is_ordinal(part: str, match: re.Match[str]) -> bool:
    if not _ORDINAL.match(part, match.start()):
        return False
    return not part[: match.start()].strip() or re.search(r" \d", part[match.end() :]) is not None
