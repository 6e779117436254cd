"""Find citizen service numbers, bank accounts and payment cards by their check digits."""

import re
from collections.abc import Iterator
from itertools import islice, pairwise
from typing import NamedTuple

from stdnum import iban, luhn
from stdnum.nl import bsn

_LABEL_REACH = 45
_GAP = re.compile(r"[ .\-\u00a0]{1,2}")
_FILLER = r"(?:[\s:#=.()\-]|\b(?:nummers?|nr|no|is|was|het|met|heeft|van|onder|als|mij|op|mijn|ons|uw)\b)*$"
_BSN_LABEL = re.compile(rf"(?:bsn|burger ?service|sofi)(?:-?nummer|-?nr)?{_FILLER}", re.IGNORECASE)
_OTHER_LABEL = re.compile(
    r"\b(?:zaak|case|kenmerk|melding|klacht|factuur|nota|ref|dossier|order|bestel|klant|ticket|polis|kvk|rsin|btw|aanslag|"
    r"beschikking|debiteur|contract|aanvraag|vergunning|registratie|volg|meter|bon|boete|cjib|tel|mobiel|fax|bel|06)"
    rf"(?:[\w\-]*){_FILLER}",
    re.IGNORECASE,
)
_AMOUNT_BEFORE = re.compile(r"(?:€|\beuro?)\s*$|[0-9],$", re.IGNORECASE)
_AMOUNT_AFTER = re.compile(r",[0-9]|\s*(?:€|euro?\b)", re.IGNORECASE)
_PHONE = re.compile(
    r"(?<![0-9])(?:(?:\+|00)31(?:[ .\-/]?\(0\))?(?:[ .\-/]{0,2}[0-9]){9}|"
    r"\(?0(?![0-9]{8}[^0-9])[1-9](?:[ .\-/)]{0,2}[0-9]){8}|"
    r"\+(?!31)[1-9](?:[ .()\-]{0,2}[0-9]){6,13})(?![0-9])"
)
_DATE = re.compile(
    r"(?:0[1-9]|[12][0-9]|3[01])(?:0[1-9]|1[0-2])(?:19|20)[0-9]{2}|"
    r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])"
)
_CARD_BRANDS = (
    (re.compile("4"), (13, 16, 19)),
    (re.compile("5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720"), (16,)),
    (re.compile("3[47]"), (15,)),
    (re.compile("3(?:0[0-5]|[689])"), range(14, 20)),
    (re.compile("35(?:2[89]|[3-8])|6011|64[4-9]|65"), range(16, 20)),
    (re.compile("50|5[6-8]|6304|67"), range(13, 20)),
)
_IBAN = re.compile(r"(?=([A-Za-z]{2}(?:[ .\-\u00a0]{0,2}[0-9]){2}(?:[ .\-\u00a0]{0,2}[A-Za-z0-9]){11,30}))")
_DUTCH_ACCOUNT = re.compile(r"NL[0-9]{2}[A-Z]{4}[0-9]{10}")

Span = tuple[int, int]


class _Number(NamedTuple):
    """Groups of digits that may be read together; *alone* when no other group adjoins."""

    digits: str
    start: int
    end: int
    alone: bool


def bsn_spans(text: str) -> Iterator[Span]:
    """Find numbers of 8 or 9 digits that pass the elfproef, or that are called a BSN."""
    phones = phone_spans(text)
    for number in _numbers(text, (8, 9)):
        if _is_bsn(text, number, phones):
            yield number.start, number.end


def card_spans(text: str) -> Iterator[Span]:
    """Find numbers of 13 to 19 digits that begin as a payment card does and pass Luhn."""
    for number in _numbers(text, tuple(range(13, 20))):
        if _is_card(number.digits) and not _OTHER_LABEL.search(_before(text, number)):
            yield number.start, number.end


def iban_spans(text: str) -> Iterator[Span]:
    """Find bank accounts that pass their check, and those of Dutch shape that do not."""
    for match in _IBAN.finditer(text):
        length = _iban_length(re.sub(r"[^A-Z0-9]", "", match[1].upper()))
        if length:
            *_, last = islice(re.finditer(r"[A-Za-z0-9]", match[1]), length)
            yield match.start(), match.start() + last.end()


def phone_spans(text: str) -> list[Span]:
    """Find phone numbers: ten digits from 0, or from a plus sign."""
    return [match.span() for match in _PHONE.finditer(text)]


def _numbers(text: str, sizes: tuple[int, ...]) -> Iterator[_Number]:
    """Read adjoining groups of digits, split by one kind of gap, as numbers of one of *sizes*."""
    groups = list(re.finditer("[0-9]+", text))
    gaps = [text[one.end() : other.start()] for one, other in pairwise(groups)]
    joined = [bool(_GAP.fullmatch(gap)) for gap in gaps]
    for first in range(len(groups)):
        preceded = first > 0 and joined[first - 1]
        for last, digits in reversed(list(_readings(groups, gaps, first, max(sizes)))):
            if len(digits) in sizes:
                followed = last < len(joined) and joined[last]
                yield _Number(digits, groups[first].start(), groups[last].end(), not (preceded or followed))


def _readings(
    groups: list[re.Match[str]], gaps: list[str], first: int, most: int
) -> Iterator[tuple[int, str]]:
    digits = ""
    for last in range(first, len(groups)):
        if last > first and (gaps[last - 1] != gaps[first] or not _GAP.fullmatch(gaps[first])):
            return
        digits += groups[last].group()
        if len(digits) > most:
            return
        yield last, digits


def _is_bsn(text: str, number: _Number, phones: list[Span]) -> bool:
    before = _before(text, number)
    if _BSN_LABEL.search(before):
        return True
    if not bsn.is_valid(number.digits.zfill(9)) or (len(number.digits) == 8 and not number.alone):
        return False
    return not (
        _DATE.fullmatch(number.digits)
        or any(start < number.end and number.start < end for start, end in phones)
        or _is_part_of_something(before, text[number.end : number.end + 10])
    )


def _is_part_of_something(before: str, after: str) -> bool:
    """Tell a number with a label, glued to letters, or an amount of money."""
    glued = re.search(r"[^\W_]$|[#/_]$|[^\W\d_]-$", before) or re.match(r"[^\W_]|[/_]", after)
    amount = _AMOUNT_BEFORE.search(before) or _AMOUNT_AFTER.match(after)
    return bool(glued or amount or _OTHER_LABEL.search(before))


def _is_card(digits: str) -> bool:
    brands = (len(digits) in lengths and prefix.match(digits) for prefix, lengths in _CARD_BRANDS)
    return any(brands) and luhn.is_valid(digits)


def _iban_length(compact: str) -> int:
    if compact.startswith("NL"):
        return 18 if _DUTCH_ACCOUNT.match(compact) else 0
    sizes = range(len(compact), 14, -1)
    return next((size for size in sizes if iban.is_valid(compact[:size], check_country=False)), 0)


def _before(text: str, number: _Number) -> str:
    return text[max(0, number.start - _LABEL_REACH) : number.start]
