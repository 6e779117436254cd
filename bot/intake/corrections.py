"""Corrections: which answer the citizen wants to change, and into what."""

import re
from dataclasses import dataclass

_FIELD_WORDS = {
    "house_number": r"huis ?num?mer|huisnr\.?|nummer van (?:mijn|het) huis|house number",
    "postcode": r"post ?code|postal code|zip(?: code)?",
    "city": r"woon ?plaats|stad|plaatsnaam|city",
    "street": r"(?<!\bop )straat(?:naam)?|street",
    "address": r"adr+es+e?n?|address",
    "phone": r"telefoon(?:nummer|nr)?|mobiel(?:e nummer)?|06[- ]?nummer|(?<=mijn )nummer|tel\b\.?|phone",
    "email": r"e?-?mail(?:adres)?",
    "on_behalf_of": r"namens wie|namens",
    "surname": r"achter ?naam|familienaam|surname|last name",
    "given_name": r"voor ?naam|first name",
    "name": r"naam|(?<!last )(?<!first )name",
    "when": r"datum|dag|tijd(?:stip)?|wanneer|date",
    "where": r"plek|locatie|waar|plaats",
    "about": r"afdeling|medewerk(?:st)?er|ambtenaar|boa|handhaver|persoon|over wie",
    "what": r"verhaal|omschrijving|klacht ?tekst|wat er (?:is )?gebeur[dt]e?|tekst|toelichting",
}
_NOT_OWN = r"(?<!\bzijn )(?<!\bhaar )(?<!\bhun )(?<!\been )"
_OF_ANOTHER = (
    r"(?! van (?!(?:mijn|m'?n|het|de|ons) (?:huis|woning|flat|klacht)\b)"
    r"(?:mijn|m'?n|onze?|de|het|die|deze|een|zijn|haar|hun|mevrouw|meneer)\b)"
)
_LABELLED = re.compile(rf"\b(?:nieuwe?|mijn) (?:{'|'.join(_FIELD_WORDS.values())})\s*[:=]", re.IGNORECASE)
_PERSONAL = frozenset(
    (
        "house_number",
        "postcode",
        "city",
        "street",
        "address",
        "phone",
        "email",
        "surname",
        "given_name",
        "name",
    )
)
_FIELD = {
    field: re.compile(rf"{_NOT_OWN}\b(?:{words})(?!\w){_OF_ANOTHER * (field in _PERSONAL)}", re.IGNORECASE)
    for field, words in _FIELD_WORDS.items()
}
_BARE_FIELD = re.compile(rf"(?:(?:de|het|mijn|m'?n) )?(?:{'|'.join(_FIELD_WORDS.values())})", re.IGNORECASE)
_OPENING = re.compile(
    r"^(?:\W*(?:nee+|neen|no|wacht(?: even)?|oeps|sorry|o+h? ?ja|o nee|pardon|ho|correctie|ik bedoel(?:de)?"
    r"|fout(?:je)?|klopt niet|(?:klopt|ja|bijna)(?: wel)?,? maar)\b[\s,.:;!-]*)+",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:moet(?:en)? (?:zijn|worden)|is (?:eigenlijk|toch|niet [^,]+,? maar|namelijk)?"
    r"|was (?:eigenlijk|toch)?|wordt|heet(?:te)?|(?:schrijf|spel)(?:t)? (?:je|u|men|ik)(?: als)?)"
    r"\s*(?:op\s+)?[:=]?\s*(?P<value>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_INTO = re.compile(
    r"\b(?:naar|in)\s*[:=]?\s*(?P<value>\S.*?)(?:\s+(?:wijzigen|veranderen|aanpassen))?\W*$", re.I
)
_CHANGE = re.compile(r"\b(?:wijzig|verander|aanpassen|pas\b.+\baan|corrige|verbeter)", re.IGNORECASE)
_NOT_BUT = re.compile(r"\bniet\b.{1,80}?\b(?:maar|wel)\b\s+(?P<value>\S.*)$", re.IGNORECASE | re.DOTALL)
_MUST = re.compile(
    r"\bmoet(?:en)?\s+(?P<value>\S.*?)\s+(?:zijn|worden|heten)(?:\W+met\b.*)?\W*$", re.IGNORECASE | re.DOTALL
)
_MUST_BE = re.compile(
    r"(?P<value>\S.*?)\s+(?:moet (?:het )?zijn|moest het zijn)\W*$", re.IGNORECASE | re.DOTALL
)
_WISH = re.compile(
    r"\b(?:wijzig|wijzigen|verander|veranderen|aanpassen|pas\b.+\baan|corrigeren|verbeter|verbeteren|wrong"
    r"|klopt niet|kloppen niet|is fout|is verkeerd|niet goed|niet juist|verkeerd|foutje)\b",
    re.IGNORECASE,
)

_WRONG = r"(?:klopt niet|(?:is |was )?(?:helemaal )?(?:fout|verkeerd|onjuist|niet goed|niet juist)(?: \w+)?)"
_BUT_IS = re.compile(
    rf"{_WRONG}[\s,.;:-]+(?:(?:en|maar|want) )?"
    r"(?:(?:het|dat|die|hij) (?:is|was|moet zijn)|moet zijn)\s+(?P<value>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
_TOLD_AS = (
    ("name", re.compile(r"^ik heet (?P<value>\S.*)$", re.IGNORECASE | re.DOTALL)),
    ("on_behalf_of", re.compile(r"\b(?P<value>namens (?!wie\b)\S.*)$", re.IGNORECASE | re.DOTALL)),
    (
        "about",
        re.compile(
            r"^(?:het )?(?:ging|gaat) over (?P<value>(?:(?i:mevrouw|meneer) )?[A-Z]\S*(?: \S+){0,2})$"
        ),
    ),
)
_AND_NOT = re.compile(
    r"^(?:het|dat) (?:was|is) (?P<value>[^,]+?),? (?:en )?niet \S.*$", re.IGNORECASE | re.DOTALL
)
_IT_WAS = re.compile(r"^(?:het|dat) (?:was|is|gebeurde|speelde) (?P<value>\S.*)$", re.IGNORECASE | re.DOTALL)
_LONGEST_BARE_WISH = 4  # words: "over wie het gaat" is enough when something is to be changed

_REMOVAL = re.compile(
    r"^\W*(?:haal|laat|wis|verwijder|schrap)\b.+(?:\b(?:uit|eruit|weg)\W*$)|^\W*(?:verwijder|wis|schrap)\b"
    r"|\b(?:weglaten|weghalen|verwijderen|schrappen|wissen)\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Correction:
    """The field to change, None when not named, and the new words, None when removed or still to be asked."""

    field: str | None
    value: str | None
    removes: bool = False

    @property
    def question(self) -> str | None:
        """The question of the intake that the field belongs to."""
        if self.field in ("house_number", "postcode", "city", "street"):
            return "address"
        return "name" if self.field in ("on_behalf_of", "surname", "given_name") else self.field


def find_correction(text: str, expected: bool = False) -> Correction | None:
    """Return the correction that *text* asks for, or None.

    *expected* says that a correction is likely (at the summary, or the model heard one), so that the
    naming of a field is enough.
    """
    opening = _OPENING.match(text)
    rest = text[opening.end() :] if opening else text
    wishes = bool(opening or _WISH.search(rest) or _LABELLED.search(rest))
    told = _told_as(rest) if expected or wishes else None
    field = _named_field(rest)
    if told and field in (None, told.field):
        return told
    if field is None:
        changes = (
            opening or _NOT_BUT.search(rest) or _BUT_IS.search(rest) or (expected and _IT_WAS.match(rest))
        )
        return Correction(None, _bare_value(rest)) if changes and rest.strip() else None
    if _REMOVAL.search(rest):
        return Correction(field, None, removes=True)
    value = _new_value(rest, field)
    if value is None and not wishes and len(rest.split()) > _LONGEST_BARE_WISH:
        return None
    return Correction(field, value) if wishes or expected else None


def is_bare_field(text: str) -> bool:
    """Say whether *text* is only the name of an answer: "De datum"."""
    return _BARE_FIELD.fullmatch(text.strip(" .,!")) is not None


def _told_as(text: str) -> Correction | None:
    """Return the correction in words that name no field: "ik heet ...", "namens mijn moeder"."""
    found = ((field, pattern.search(text)) for field, pattern in _TOLD_AS)
    return next((Correction(field, match["value"].strip(" .")) for field, match in found if match), None)


def gives_value(text: str) -> bool:
    """Say whether a short text begins with the name of an answer and tells the new one: "huisnummer 11"."""
    begins = any(
        re.match(rf"\W*(?:(?:mijn|m'?n|de|het|the|my) )?(?:{words})(?!\w)", text, re.IGNORECASE)
        for words in _FIELD_WORDS.values()
    )
    correction = find_correction(text, expected=True) if begins else None
    return correction is not None and correction.value is not None


def _named_field(text: str) -> str | None:
    found = [(match.start(), field) for field, words in _FIELD.items() if (match := words.search(text))]
    return min(found)[1] if found else None


def _new_value(text: str, field: str) -> str | None:
    if match := _BUT_IS.search(text):
        return match["value"].strip(" .")
    asks_to_change = _CHANGE.search(text)
    for pattern in (_NOT_BUT, _INTO) if asks_to_change else (_NOT_BUT, _MUST, _MUST_BE, _VERB):
        if match := pattern.search(text):
            value = match.group("value").strip(" .")
            return value if value and not _WISH.fullmatch(value) and not _is_the_wish(value) else None
    after = _FIELD[field].split(text, maxsplit=1)[-1]
    value = _WISH.sub("", after).strip(" .,:;-")
    if after.lstrip()[:1] in (":", "=") and value:
        return value
    return value if any(character.isdigit() for character in value) or "@" in value else None


def _is_the_wish(value: str) -> bool:
    return bool(
        re.fullmatch(
            r"(?:helemaal )?(?:fout|verkeerd|anders|niet (?:goed|juist)|onjuist)\W*", value, re.IGNORECASE
        )
    )


def _bare_value(text: str) -> str | None:
    patterns = (_NOT_BUT, _BUT_IS, _MUST, _AND_NOT)
    match = next((found for pattern in patterns if (found := pattern.search(text))), None)
    value = (
        match.group("value")
        if match
        else re.sub(r"^(?:het|dat|ik|dit)\s+(?:is|was|moet zijn|heet)\s+", "", text.strip())
    )
    return value.strip(" .") or None
