"""Corrections: which answer the citizen wants to change, and into what."""

import re
from dataclasses import dataclass

_FIELD_WORDS = {
    "house_number": r"huis ?num?mer|huisnr\.?|nummer van (?:mijn|het) huis|house number",
    "postcode": r"post ?code|postal code|zip(?: code)?",
    "city": r"woon ?plaats|stad|plaatsnaam|city",
    "street": r"straat(?:naam)?|street",
    "address": r"adr+es+e?n?|address",
    "phone": r"telefoon(?:nummer|nr)?|mobiel(?:e nummer)?|06[- ]?nummer|tel\b\.?|phone",
    "email": r"e?-?mail(?:adres)?",
    "on_behalf_of": r"namens wie|namens",
    "surname": r"achter ?naam|familienaam|surname|last name",
    "given_name": r"voor ?naam|first name",
    "name": r"naam|(?<!last )(?<!first )name",
    "when": r"datum|dag|tijd(?:stip)?|wanneer|date",
    "where": r"plek|locatie|waar|plaats",
    "about": r"afdeling|medewerker|persoon|over wie",
    "what": r"verhaal|omschrijving|klacht ?tekst|wat er (?:is )?gebeur[dt]e?|tekst|toelichting",
}
_SOMEBODY_ELSES = r"(?<!\bzijn )(?<!\bhaar )(?<!\bhun )(?<!\been )"
_FIELD = {
    field: re.compile(rf"{_SOMEBODY_ELSES}\b(?:{words})(?!\w)", re.IGNORECASE)
    for field, words in _FIELD_WORDS.items()
}
_OPENING = re.compile(
    r"^(?:\W*(?:nee+|neen|no|wacht(?: even)?|oeps|sorry|o+h? ?ja|o nee|pardon|ho|correctie|fout(?:je)?"
    r"|klopt niet|(?:klopt|ja|bijna)(?: wel)?,? maar)\b[\s,.:;!-]*)+",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:moet(?:en)? (?:zijn|worden)|is (?:eigenlijk|toch|niet [^,]+,? maar|namelijk)?"
    r"|was (?:eigenlijk|toch)?|wordt)"
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
    field = _named_field(rest)
    if field is None:
        changes = opening or _NOT_BUT.search(rest)
        return Correction(None, _bare_value(rest)) if changes and rest.strip() else None
    if _REMOVAL.search(rest):
        return Correction(field, None, removes=True)
    value = _new_value(rest, field)
    if opening or expected or _WISH.search(rest):
        return Correction(field, value)
    return None


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
    asks_to_change = _CHANGE.search(text)
    for pattern in (_NOT_BUT, _INTO) if asks_to_change else (_NOT_BUT, _MUST, _MUST_BE, _VERB):
        if match := pattern.search(text):
            value = match.group("value").strip(" .")
            return value if value and not _WISH.fullmatch(value) and not _is_the_wish(value) else None
    value = _WISH.sub("", _FIELD[field].split(text, maxsplit=1)[-1]).strip(" .,:;-")
    return value if any(character.isdigit() for character in value) or "@" in value else None


def _is_the_wish(value: str) -> bool:
    return bool(
        re.fullmatch(
            r"(?:helemaal )?(?:fout|verkeerd|anders|niet (?:goed|juist)|onjuist)\W*", value, re.IGNORECASE
        )
    )


def _bare_value(text: str) -> str | None:
    match = _NOT_BUT.search(text)
    value = (
        match.group("value")
        if match
        else re.sub(r"^(?:het|dat|ik|dit)\s+(?:is|was|moet zijn|heet)\s+", "", text.strip())
    )
    return value.strip(" .") or None
