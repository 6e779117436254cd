"""Finds the postcode in an address line, or what was meant as one."""

import re
from dataclasses import dataclass

from stdnum.nl import postcode as nl_postcode

_DUTCH = re.compile(
    r"(?<!\w)(?:NL[- ]?)?(?P<digits>\d{4})(?P<gap>[ .-]?)"
    r"(?:(?P<letters>[A-Za-z]{2})(?![^\W\d_])|(?P<glued>[A-Z]{2})(?=[A-Z][a-z])"
    r"|(?P<spaced>[A-Z] [A-Z])(?!\w))"
)
_SPREAD = re.compile(r"(?<![\w-])(?:\d ?){4}[A-Za-z] ?[A-Za-z](?![\w-])")
_WRONG = re.compile(r"(?<![\w-])(?:\d{5} ?[A-Za-z]{2}|\d{4} ?[A-Z]{3}|\d{4} ?[A-Za-z]|\d{3} ?[A-Z]{2})(?!\w)")
_FOREIGN = re.compile(
    r"(?:^|(?<=[,\s]))(?P<country>(?:B|BE|D|DE)[- ])?(?P<digits>\d{4,5})(?= *(?:,|$)| +[^\W\d_])"
)
_ABROAD = re.compile(r"\b(?:belgi[eë]|belgium|duitsland|germany|deutschland)\b", re.IGNORECASE)
_BELGIAN_TOWN = re.compile(
    r"\s*(?:antwerpen|gent|brugge|leuven|brussel|hasselt|mechelen|"
    r"kortrijk|oostende|genk|turnhout|aalst|lommel|knokke)\b",
    re.IGNORECASE,
)
# "Hoofdweg 1315 te Ede", "Plein 1940 nr 12", "Cinemadreef 1001 hs": a house number or year and a word
_WORDS = frozenset(("in", "te", "op", "nr", "no", "of", "en", "is", "hs", "zw", "rd", "bg", "de"))
_ROMAN = frozenset(("II", "IV", "VI", "IX"))


@dataclass(frozen=True)
class FoundPostcode:
    """A postcode and where it stands; *value* is None when it cannot be right."""

    value: str | None
    start: int
    end: int


def find_postcode(line: str, *, alone: bool = False) -> FoundPostcode | None:
    """Find the postcode of *line*; *alone* says that only a postcode was asked for."""
    return _dutch(line) or (_spread(line) if alone else None) or _wrong(line) or _foreign(line, alone=alone)


def _dutch(line: str) -> FoundPostcode | None:
    doubtful: list[FoundPostcode] = []
    for match in _DUTCH.finditer(line):
        if _is_number_and_word(line, match):
            continue
        letters = (match["letters"] or match["glued"] or match["spaced"]).replace(" ", "").upper()
        found = _checked(match["digits"] + letters, match.start(), match.end())
        if found.value and not _may_be_word(match):
            return found
        doubtful.append(found)
    return doubtful[0] if doubtful else None


def _checked(code: str, start: int, end: int) -> FoundPostcode:
    return FoundPostcode(code if nl_postcode.is_valid(code) else None, start, end)


def _is_number_and_word(line: str, match: re.Match[str]) -> bool:
    before = line[: match.start()].rpartition(",")[2]
    street_before = bool(before.strip()) and not re.search(r"\b\d+\b", line[: match.start()])
    next_number = re.match(r"\.? *\d", line[match.end() :]) is not None
    letters = match["letters"] or ""
    return bool(match["gap"]) and (
        (street_before and _may_be_word(match)) or (letters.lower() in ("nr", "no") and next_number)
    )


def _may_be_word(match: re.Match[str]) -> bool:
    letters = match["letters"] or ""
    return bool(match["gap"]) and (letters in _WORDS or letters.upper() in _ROMAN)


def _spread(line: str) -> FoundPostcode | None:
    match = _SPREAD.search(line)
    return _checked(match.group().replace(" ", "").upper(), match.start(), match.end()) if match else None


def _wrong(line: str) -> FoundPostcode | None:
    for match in _WRONG.finditer(line):
        if _in_postcode_spot(line, match) or not (line[: match.start()] + line[match.end() :]).strip(" ,."):
            return FoundPostcode(None, match.start(), match.end())
    return None


def _foreign(line: str, *, alone: bool) -> FoundPostcode | None:
    for match in _FOREIGN.finditer(line):
        if not (alone or match["country"] or _in_postcode_spot(line, match)):
            continue
        abroad = (
            len(match["digits"]) == 5
            or match["country"]
            or _ABROAD.search(line)
            or _BELGIAN_TOWN.match(line, match.end())
        )
        return FoundPostcode(match["digits"] if abroad else None, match.start(), match.end())
    return None


def _in_postcode_spot(line: str, match: re.Match[str]) -> bool:
    """Tell whether a house number stands before it, or it opens its part and a number follows."""
    before, after = line[: match.start()], line[match.end() :]
    opens = not before.rpartition(",")[2].strip()
    return re.search(r"\d", before) is not None or (opens and re.search(r"\d", after) is not None)
