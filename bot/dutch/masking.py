"""Mask what must never be kept (BSN, accounts, cards, passwords) and, for trainers, what names a person."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from stdnum.nl import postcode

from bot.dutch.introductions import introductions
from bot.dutch.secret_numbers import Span, bsn_spans, card_spans, iban_spans, phone_spans
from bot.dutch.wording import word_set

_PASSWORD = re.compile(
    r"\b(?P<label>wachtwoord|paswoord|password|ww|pin-?code|pin|"
    r"(?:digid|sms|inlog|toegangs|activerings)[- ]?code)"
    r"(?P<link>\s*[:=]\s*|,?\s+(?:(?:dat|die|namelijk)\s+)?(?:is|was|luidt)\b\s*:?\s*|\s+)"
    r"(?:(?P<quoted>[\"“'‘][^\"”'’\n]{3,60}[\"”'’])|(?P<bare>[^\s\[]\S{2,}))",
    re.IGNORECASE,
)
_ABOUT_PASSWORDS = word_set(
    "vergeten kwijt verlopen geblokkeerd onbekend niet geen nieuw nieuwe fout verkeerd ongeldig geweigerd "
    "gewijzigd veranderd verwijderd verstuurd kloppen klopt"
)
_EMAIL = re.compile(r"[^\s@<>()\[\]{},;:\"]+@[^\s@<>()\[\]{},;:\"]+\.[^\W\d_]{2,}")
_POSTCODE = re.compile(
    r"(?:\b[^\W\d_]+ [0-9]{1,4}(?:[ -]?[A-Za-z]{1,3})?,? )?\b(?P<code>[1-9][0-9]{3}(?P<gap> ?)[A-Za-z]{2})\b"
    r"(?:,? ?(?:nr\.? ?|huisnummer )?[0-9]{1,5}(?: ?[A-Za-z])?\b)?"
)
_WORDS_OF_TWO_LETTERS = word_set(
    "om op in en is de ik ze we te na of je al er me ja zo nu km kg cm mm eu st pm am at on to uu bij"
)
_PLATE_LETTERS = "[BDFGHJKLNPRSTVWXZbdfghjklnprstvwxz]"
_PLATE = re.compile(
    r"\b(?:[A-Za-z]{2}-[0-9]{2}-[0-9]{2}|[0-9]{2}-[0-9]{2}-[A-Za-z]{2}|[0-9]{2}-[A-Za-z]{2}-[0-9]{2}|"
    r"[A-Za-z]{2}-[0-9]{2}-[A-Za-z]{2}|[A-Za-z]{2}-[A-Za-z]{2}-[0-9]{2}|[0-9]{2}-[A-Za-z]{2}-[A-Za-z]{2}|"
    rf"[0-9]{{1,2}}-{_PLATE_LETTERS}{{3}}-[0-9]{{1,2}}|{_PLATE_LETTERS}{{1,3}}-[0-9]{{2,3}}-{_PLATE_LETTERS}{{1,3}})\b|"
    r"(?<=kenteken )(?=\w{0,5}[0-9])(?=\w{0,5}[A-Za-z])[A-Za-z0-9]{6}\b"
)
# Word processors and telephones write other blanks, hyphens and digits than a keyboard; one for one, so
# that what is found in the plain text stands at the same place in the text itself.
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u00ad\u2007\u2009\u200a\u200b\u200c\u200d\u202f\u2060\u3000\ufeff", " "),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212\uff0d", "-"),
        **{chr(zero + digit): str(digit) for zero in (0x0660, 0x06F0, 0xFF10) for digit in range(10)},
        **{chr(0xFEE0 + code): chr(code) for code in (*range(65, 91), *range(97, 123))},
    }
)


@dataclass(frozen=True)
class Masked:
    """A text without secrets, and the kinds that were taken out."""

    text: str
    kinds: tuple[str, ...]


def mask(text: str) -> Masked:
    """Replace citizen service numbers, accounts, cards and passwords by a placeholder."""
    kinds = []
    for kind, placeholder, find in _SECRETS:
        masked = _replace(text, find(text.translate(_PLAIN)), placeholder)
        if masked != text:
            kinds.append(kind)
        text = masked
    return Masked(text, tuple(kinds))


def mask_personal(text: str) -> str:
    """Mask for trainers: also e-mail, phone, postcode with house number, licence plate and own name."""
    text = mask(text).text
    for placeholder, find in _PERSONAL:
        text = _replace(text, find(text.translate(_PLAIN)), placeholder)
    return text


def _replace(text: str, spans: Iterable[Span], placeholder: str) -> str:
    kept, position = [], 0
    for start, end in spans:
        if start >= position:
            kept += [text[position:start], placeholder]
            position = end
    return "".join([*kept, text[position:]])


def _password_spans(text: str) -> Iterator[Span]:
    for match in _PASSWORD.finditer(text):
        if match["quoted"]:
            yield match.span("quoted")
        elif _is_password(match["label"].lower(), match["link"], match["bare"].rstrip(".,;:)?")):
            yield match.start("bare"), match.start("bare") + len(match["bare"].rstrip(".,;:)?"))


def _is_password(label: str, link: str, value: str) -> bool:
    if label == "pin":
        return re.fullmatch("[0-9]{4,6}", value) is not None
    written_out = any(sign in link for sign in ":=") and label != "ww"
    has_digit = re.search("[0-9]", value) is not None and len(value) >= 4
    return has_digit or (written_out and value.lower() not in _ABOUT_PASSWORDS)


def _postcode_spans(text: str) -> Iterator[Span]:
    for match in _POSTCODE.finditer(text):
        is_word = match["gap"] and match["code"][-2:].lower() in _WORDS_OF_TWO_LETTERS
        if postcode.is_valid(match["code"]) and not is_word:
            yield match.span()


def _name_spans(text: str) -> Iterator[Span]:
    found = ((introduction.start, introduction.end) for introduction in introductions(text))
    yield from sorted(found)


def _all(pattern: re.Pattern[str]) -> Callable[[str], Iterator[Span]]:
    return lambda text: (match.span() for match in pattern.finditer(text))


_SECRETS: tuple[tuple[str, str, Callable[[str], Iterable[Span]]], ...] = (
    ("bsn", "[bsn verwijderd]", bsn_spans),
    ("iban", "[iban verwijderd]", iban_spans),
    ("card", "[kaartnummer verwijderd]", card_spans),
    ("password", "[wachtwoord verwijderd]", _password_spans),
)
_PERSONAL: tuple[tuple[str, Callable[[str], Iterable[Span]]], ...] = (
    ("[naam verwijderd]", _name_spans),
    ("[e-mail verwijderd]", _all(_EMAIL)),
    ("[kenteken verwijderd]", _all(_PLATE)),
    ("[telefoonnummer verwijderd]", phone_spans),
    ("[adres verwijderd]", _postcode_spans),
)
