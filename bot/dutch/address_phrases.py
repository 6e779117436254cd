"""The words around an address: introductions, labels, words that no street or town has."""

import re
import unicodedata
from typing import Literal

from bot.dutch.place_names import has_name, split_known_town
from bot.dutch.postcodes import find_postcode

Label = Literal["street", "house_number", "addition", "postcode", "city", "other"]

_LABELS: dict[str, Label] = {
    **dict.fromkeys(("straat", "straatnaam", "street"), "street"),
    **dict.fromkeys(("huisnummer", "huisnr", "nummer", "nr", "house number"), "house_number"),
    **dict.fromkeys(("toevoeging", "toev"), "addition"),
    **dict.fromkeys(("postcode", "pc", "postal code", "zip"), "postcode"),
    **dict.fromkeys(("woonplaats", "plaats", "stad", "city"), "city"),
    **dict.fromkeys(
        ("naam", "land", "provincie", "telefoon", "tel", "mobiel", "email", "e-mail", "mail"), "other"
    ),
}
_IS = r"(?: *[:=] *|(?: nummer)? (?:is|heet|wordt) )"
_LABEL = re.compile(
    rf"(?:\b(?:de|het|mijn|en|met) )*\b(?:(?P<said>{'|'.join(_LABELS)})\.?{_IS}"
    r"|(?P<bare>huisnummer|huisnr|toevoeging|toev|postcode|pc|woonplaats)\b\.? *)",
    re.IGNORECASE,
)

_INTERJECTION = (
    r"(?:ok[eé]?|ja|nee|sorry|hoi|hallo|oh|nou|prima|goed|zeker|natuurlijk|hello|hi|yes|no)[ ,:.!-]+"
)
_SINCE = (
    r"(?: (?:al|nu|sinds|zelf|hier|nog|gewoon|ook|momenteel|tijdelijk|samen|\d{1,4}|jaar|jaren|lang|maanden))"
)
LIVING = (
    r"(?:(?:ik|wij|we) (?:woon|wonen)|(?:woon|wonen) (?:ik|wij|we)|woonachtig)"
    rf"{_SINCE}{{0,5}} (?:op|aan|in|te|bij)\b"
    r"|(?:i|we) live (?:at|on|in)\b"
)
ADDRESS_IS = (
    r"(?:(?:mijn|ons|my|our) (?:woon|post|huis)?(?:adres|address)(?: is| wordt)?"
    r"|(?:woon|post|huis)?adres(?= *:)) *:?"
)
_INTRODUCTION = re.compile(
    rf"(?:{_INTERJECTION}){{0,3}}(?:{LIVING}|(?:ik|wij|we) (?:woon|wonen)\b|{ADDRESS_IS}"
    r"|(?:het |the )?(?:adres|address)(?: is)? *:?"
    r"|(?:dat|dit|het|it|that) (?:is|was|wordt)|gewoon (?:in|op|aan)|op nummer)?"
    r"(?: (?:het )?adres\b)?(?: +(?:de|het)(?= ))? *",
    re.IGNORECASE,
)
_SUFFIX = (
    r"(?:straat|str\.|laan|weg|dreef|plein|hof|pad|kade|gracht|singel|park|dijk|steeg|baan|plantsoen|kant|markt|"
    r"wal|ring|boulevard|brink|erf|plaats|stra(?:ß|ss)e|gaarde|tuin|werf)"
)
_STREET_LIKE = re.compile(rf"\w*{_SUFFIX}(?!\w)", re.IGNORECASE)
_LONG_STREET = re.compile(rf"\w{{2,}}{_SUFFIX}(?!\w)", re.IGNORECASE)
_TO_STREET = re.compile(rf"(?:op|aan|in) (?:de |het )?(?=[^\W\d_]+{_SUFFIX}(?!\w))")
_OPENING_PREPOSITION = re.compile(r"^(?:hier )?(?:(?:in|te|uit|at|gemeente)\b *)+", re.IGNORECASE)
_PREPOSITION = re.compile(r"(?:^|(?<= ))(?:in|te)(?= )", re.IGNORECASE)
_CARE_OF = re.compile(
    r"(?:p/a|p\.a\.|c/o|t\.?a\.?v\.?)(?!\w)[ :.]*(?:(?:de )?(?:fam\.|familie|mevr\.|dhr\.)[^,]*,)?",
    re.IGNORECASE,
)
_STRANGER = re.compile(
    r"\b(?:ik|je|jij|jullie|wij|we|hij|zij|ze|mij|mijn|me|uw|u|dat|dit|wat|waarom|hoe|hoezo|wie|wanneer|"
    r"waar|is|was|waren|ben|bent|heb|hebt|heeft|hebben|had|wil|wilt|kan|kunt|moet|moeten|niet|niets|niks|geen|nee|ja|"
    r"al|nog|heet|weet|weten|hoofd|precies|even|opzoeken|sorry|maar|want|omdat|als|toch|ook|keer|zie|hierboven|liever|anoniem|hetzelfde|dezelfde|zelfde|graag|alvast|"
    r"bedankt|dank|groet|groeten|groetjes|een|eigenlijk|later|morgen|sinds|deur|er|staat|stond|hoekhuis|"
    r"\w*woning|achterom|mevr|mevrouw|mw|dhr|meneer|fam|familie|"
    r"buurt|flat|verdieping|geheim|overslaan|stop|stoppen|opnieuw|annuleren|klopt|"
    r"the|and|not|you|your|please|thanks|idem)\b"
    r"|\bop de hoek\b|\ben (?=de\b|het\b|die\b|toen\b|daar\b)",
    re.IGNORECASE,
)
_HOMELAND = re.compile(r"[, ]*(?<!van )(?<!-)\b(?:(?:the )?netherlands|nederland|holland)\b", re.IGNORECASE)
COUNTRY = re.compile(r"[, ]*\b(?P<name>belgi[eë]|belgium|duitsland|germany|deutschland)\b", re.IGNORECASE)
_NOT_NAMES = re.compile(r"[^\w .,'’`/&-]|_")
_TO_POSTBUS = re.compile(r"^.*(?=\bpostbus \d)", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[A-Z]\. ?)+")
_LONG_NUMBER = re.compile(r"(?:\bbsn\b[: ]*)?\b\d{7,}\b", re.IGNORECASE)
_NUMBER_WORD = re.compile(
    r" \w*(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|tig|honderd)$", re.IGNORECASE
)
_BRACKETS = re.compile(r"\(([^()]*)\)")
_EMAIL = re.compile(r"[^\s@,]{1,64}@[^\s@,]{1,255}")
_PHONE = re.compile(
    r"(?:\b(?:tel|telefoon|mobiel|mob|gsm)\b[.: ]*)?(?<![\w-])(?:\+|00|0(?=[1-9]))[\d(][\d ()-]{7,14}\d(?!\w)"
)


def tidy_line(text: str) -> str:
    """Bring an answer to one line: parts between commas, no brackets, phone numbers or e-mail."""
    line = unicodedata.normalize("NFKC", text)
    line = _BRACKETS.sub(
        lambda found: f", {found[1]}" if COUNTRY.search(found[1]) or find_postcode(found[1]) else "", line
    )
    line = _EMAIL.sub(",", line)
    line = re.sub(
        r"[\n\r;|•]| /(?= )|(?<=\d) [-–](?= \d{4} ?[A-Za-z]{2}\b)|(?<=[A-Za-z]{2}) [-–](?= )", ",", line
    )
    line = _LONG_NUMBER.sub(",", _PHONE.sub(",", re.sub(r"\s+", " ", line)))
    line = re.sub(r"([^\W\d_]{4})(?=\d{1,5}(?!\d))", r"\1 ", line)
    line = re.sub(r",(?= ?(?:app|apt|unit|kamer|bus)\b)", "", line, flags=re.IGNORECASE)
    return re.sub(r" *,[ ,]*", ", ", _HOMELAND.sub("", line)).strip(" ,")


def drop_introduction(part: str) -> str:
    """Drop what leads up to an address: "ik woon op de", "p/a", "sorry, het is"."""
    part = _TO_POSTBUS.sub("", part)
    part = part.rpartition(": ")[2]
    match = _INTRODUCTION.match(part)
    if match and match.group().strip():
        part = _keep_article(part, match)
    part = _TO_STREET.sub("", part) if _TO_STREET.match(part) else part
    return re.sub(r"^(?:woonboot +(?=ligplaats))", "", part, flags=re.IGNORECASE).strip(" :,.")


def _keep_article(part: str, match: re.Match[str]) -> str:
    """Keep the article of "De Wierden" unless a preposition came before it."""
    article = re.search(
        r"(?P<preposition>(?:op|aan|in|bij) )?(?P<article>de|het) *$", match.group(), re.IGNORECASE
    )
    if article is None or article["preposition"]:
        return part[match.end() :]
    return part[match.start() + article.start("article") :]


def drop_care_of(line: str) -> str:
    """Drop "p/a" and "t.a.v." and the family behind them."""
    return _CARE_OF.sub("", line).strip(" ,")


def split_labels(part: str) -> list[tuple[Label | None, str]]:
    """Cut *part* at its labels: "straat: Plein nr: 3" gives a street and a house number."""
    pieces: list[tuple[Label | None, str]] = []
    label: Label | None = None
    start = 0
    for match in _LABEL.finditer(part):
        pieces.append((label, part[start : match.start()].strip(" ,")))
        label, start = _meaning(match), match.end()
    pieces.append((label, part[start:].strip(" ,")))
    return [(label, piece) for label, piece in pieces if piece]


def _meaning(match: re.Match[str]) -> Label:
    return _LABELS[(match["said"] or match["bare"]).lower()]


def clean_town(words: str, *, certain: bool) -> str | None:
    """Return the town in *words*; talk behind it is cut off when it is *certain* that they name one."""
    certain = certain or opens_with_preposition(words)
    words = re.split(r"[.!?:](?: |$)", _OPENING_PREPOSITION.sub("", words))[0]
    known, _ = split_known_town(words)
    if known or re.search(r"\d(?!\d?e )", words):
        return known
    stranger = _STRANGER.search(words)
    if stranger:
        words = re.sub(r" en *$", "", words[: stranger.start()]) if certain else ""
    return _name_or_none(words, longest=5)


def clean_street(words: str) -> str | None:
    """Return the street in *words*, or None when they hold anything else."""
    somebody = _INITIALS.match(words) and not _LONG_STREET.search(words)
    return None if somebody or _STRANGER.search(words) else _name_or_none(words, longest=7)


def _name_or_none(words: str, *, longest: int) -> str | None:
    words = words.strip(" ,:-–!?")
    fits = len(words.split()) <= longest and len(words) <= 80
    return words if has_name(words) and fits and not _NOT_NAMES.search(words) else None


def drop_number_word(words: str) -> str:
    """Drop a number in words, so that it is asked for in digits."""
    return _NUMBER_WORD.sub("", words)


def looks_like_street(words: str) -> bool:
    """Tell whether *words* end like a Dutch street name."""
    return _STREET_LIKE.search(words) is not None


def opens_with_preposition(words: str) -> bool:
    """Tell whether *words* begin with "in", "te" or "uit", as a town does."""
    return _OPENING_PREPOSITION.match(words) is not None


def split_at_preposition(words: str) -> tuple[str, str]:
    """Split "Spechtlaan in Almere" into street and town; the street is empty in "in Almere"."""
    match = _PREPOSITION.search(words)
    return (words[: match.start()].strip(), words[match.end() :].strip()) if match else (words, "")
