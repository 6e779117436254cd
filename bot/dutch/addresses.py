"""Reads a postal address from an answer in any order, or from a story when it is clearly the writer's own."""

import re
from dataclasses import dataclass, replace

from bot.dutch.address_lines import AddressLine, Problem
from bot.dutch.address_phrases import ADDRESS_IS, LIVING, looks_like_street, tidy_line
from bot.dutch.place_names import is_known_town

PARTS = ("street", "house_number", "addition", "postcode", "city")
_LONGEST_ANSWER = 300

_LIVING_AT_ONCE = r"(?:ik|wij|we) (?:woon|wonen)(?= (?-i:[A-Z]))"  # "ik woon Spoordreef 101"
_OWN = re.compile(rf"\b(?:{ADDRESS_IS}|{LIVING}|{_LIVING_AT_ONCE})(?: +(?:de|het)\b)?", re.IGNORECASE)
_SENTENCE_END = re.compile(
    r"[!?\n]|(?:(?<=\w{3})|(?<=\d)|(?<=\d\w)|(?<=\d \w))\.(?= |$)"
    r"| (?:en|waar|maar|omdat|dus|sinds|toen) (?=[a-z])"
)
_SPLIT_BEFORE_POSTCODE = re.compile(r",?\r?\n *(?=\d{4} ?[A-Z]{2}\b)")
_WRITER = re.compile(
    r"\b(?:ik ben|ik heet|mijn naam|my name|i am|groet\w*|hoogachtend|afzender)\b", re.IGNORECASE
)
_MY_NAME_IS = re.compile(r"\b(?:mijn naam|my name) is\b", re.IGNORECASE)
_NAME_FIRST = re.compile(r"[A-Z][\w.'’-]*(?: [\w.'’-]+){1,4}, ")
_SOMEONE_ELSE = re.compile(
    r"\b(?:buur\w*|buren|moeder|vader|ouders|zoon|dochter|oma|opa|tante|oom|vriend\w*|klant|bedrijf|stadhuis|"
    r"gemeentehuis|kantoor|school|bezoekadres|locatie|plaats|plek|gebeur\w*|incident|melding|gemeld|overlast|"
    r"geparkeerd|tegenover|naast|hoek|pand|winkel|lag|ligt|liggen|stond|staat|staan|"
    r"daar|hier|werd|wordt|is|was|bij|ter hoogte)\b",
    re.IGNORECASE,
)
_LONGEST_LINE = 120
_KNOW = r"(?:weet|ken|heb|onthoud|herinner)"
_OWN_POSTCODE = r"\b(?:(?:mijn|m'?n|me|de|een|die) )?post ?code\b"
_NO_POSTCODE = re.compile(
    rf"{_OWN_POSTCODE}[^,;.]{{0,20}}\b(?:{_KNOW}\b[^,;.]*\bniet|vergeten|kwijt|onbekend)\b[^,;.]*"
    rf"|\b(?:ik )?{_KNOW}\b[^,;.]{{0,40}}{_OWN_POSTCODE}[^,;.]{{0,40}}\b(?:niet|kwijt|vergeten)\b[^,;.]*"
    rf"|\b(?:[\w ]+ )?(?:zonder|geen) ?{_OWN_POSTCODE}[^,;.]*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Address:
    """A postal address as far as it is known; *problem* names the part that could not be right."""

    street: str | None = None
    house_number: str | None = None
    addition: str | None = None
    postcode: str | None = None
    city: str | None = None
    problem: Problem | None = None


_UNCLEAR = Address(problem="unclear")


def read_address(text: str, asked: tuple[str, ...] = PARTS) -> Address:
    """Read an answer; *asked* narrows what a bare "14" or "Almere" means."""
    if len(text) > _LONGEST_ANSWER:
        return _UNCLEAR
    line = tidy_line(text)
    address = _read_line(line, asked)
    if line.endswith("?") and not (address.postcode and address.house_number):
        return _UNCLEAR
    return address


def is_whole_address(text: str) -> bool:
    """Tell whether an answer holds a postcode and a house number."""
    read = read_address(text)
    return read.problem is None and bool(read.postcode and read.house_number)


def is_address_line(text: str) -> bool:
    """Tell whether an answer is a street with a number, or a postcode, and so belongs to an address."""
    read = read_address(text)
    on_street = read.house_number and looks_like_street(read.street or "")
    return read.problem is None and bool(read.postcode or on_street)


def without_postcode(text: str) -> str | None:
    """Return the rest of the address when *text* says that the postcode is not known, otherwise None."""
    if len(text) > _LONGEST_ANSWER or not _NO_POSTCODE.search(text) or read_address(text).postcode:
        return None
    rest = _NO_POSTCODE.sub("", text).strip(" ,.;?")
    return rest if any(map(str.isdigit, rest)) else ""


def _read_line(line: str, asked: tuple[str, ...] = PARTS) -> Address:
    read = AddressLine(line, asked)
    return Address(**read.found, problem=read.problem)


def find_address(text: str) -> Address | None:
    """Find the writer's own postal address in a story, or None when it may be somebody else's."""
    text = _SPLIT_BEFORE_POSTCODE.sub(", ", text)
    for match in _OWN.finditer(text):
        line = _SENTENCE_END.split(text[match.end() : match.end() + _LONGEST_LINE])[0]
        address = _trusted(line)
        if address and _opens_with(line, address):
            return address
    return _find_signed(text)


def _opens_with(line: str, address: Address) -> bool:
    start = (address.street or address.postcode or "").lower()
    return line.lower().replace(" ", "").lstrip(":,").startswith(start.replace(" ", ""))


def _find_signed(text: str) -> Address | None:
    """Find an address with a postcode beside or below the writer's name."""
    before = ""
    for sentence in _SENTENCE_END.split(text):
        told = _MY_NAME_IS.sub("", sentence)
        short = len(sentence) <= _LONGEST_LINE and any(char.isdigit() for char in sentence)
        signed = _WRITER.search(before + sentence) or _NAME_FIRST.match(sentence.strip())
        address = _trusted(sentence) if short and signed and not _SOMEONE_ELSE.search(told) else None
        if address and address.postcode:
            return address
        before = f"{before} {sentence} "[-60:]
    return None


def _trusted(line: str) -> Address | None:
    """Read *line* as an address when the writer's spelling leaves no doubt about street and town."""
    address = _read_line(tidy_line(line))
    street, city = address.street or "", address.city or ""
    if address.problem or not address.house_number or is_known_town(street):
        return None
    if not address.postcode and not (street and (looks_like_street(street) or street in line)):
        return None
    return address if is_known_town(city) or city in line else replace(address, city=None)
