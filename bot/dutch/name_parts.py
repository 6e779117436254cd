"""Read a bare name: drop titles, put the surname last, and tell whether it is one at all."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from bot.dutch.given_names import GIVEN_NAMES
from bot.dutch.name_spelling import PARTICLES, is_company, is_initials, spell, split_words
from bot.dutch.wording import word_set

_MAX_WORDS = 9
_TITLE = re.compile(
    r"(?i)(?:(?:de heer|mr|mrs|ms|miss|drs?|ir|ing|prof|bc|ds|dhr|mevr|mevrouw|mw|mej|meneer|mijnheer|"
    r"contactpersoon:?)"
    r"(?:\.\s*|\s+))+"
)
_DEGREE = re.compile(r"(?i),?\s+(?:msc|bsc|ma|ba|mba|phd|llm|rn)\.?$")
_FAMILY = re.compile(r"(?i)fam(?:\.|ilie)\s*")
_WORD = re.compile(r"'?[^\W\d_]+(?:['.\-][^\W\d_]+)*\.?|&")
_CONTACT = re.compile(r"\S+@\S+|(?<!\w)(?:\+|\(?0)[\d \-()]{7,}")
_ROUND_THE_NAME = ' .!?:;,"-\n'
STORY_WORDS = word_set(
    "ik namens jij je u hij zij ze we wij jullie mij hem haar mijn mn hun ons onze uw dit dat deze die er "
    "hier daar een geen niet nooit wel ook nog weer maar want omdat dus of als toen heb hebt heeft "
    "had hebben is was waren bent word werd wordt worden kon moet mag wilde wou zou gaat ging kwam "
    "komt doet deed zei zegt weet klacht gemeente medewerker medewerkster ambtenaar afdeling college "
    "wethouder bewoners gisteren vandaag morgen vorige week weken maand jaar maandag dinsdag woensdag "
    "donderdag vrijdag zaterdag zondag naam adres telefoon mail heel erg zomaar gewoon eigenlijk over "
    "voor hoe wat waar wie waarom wanneer ja nee hallo hoi goedemorgen goedemiddag bedankt antwoord "
    "hierboven brief mevrouw meneer heer stop klopt niemand iemand iets niets alles i you she they my "
    "his the a was not yes and naar tegen terug thuis balie loket stadhuis gemeentehuis whatsapp via per "
    "telefonisch huisbezoek liever graag verstuur versturen stuur sturen bellen opsturen wijzigen veranderen "
    "verkeerd fout telefoonnummer huisnummer postcode mailadres datum half begin eind "
    "februari september oktober november december"
)
_DAYS_AND_SURNAMES = {"maandag", "vrijdag", "zaterdag", "zondag"}
_ALSO_SURNAMES = {"haar", "heer", "jaar", "week"}


@dataclass(frozen=True)
class Name:
    """Who complains; *complete* with given name or initials and surname, or as an organisation."""

    name: str | None = None
    complete: bool = False
    refused: bool = False
    on_behalf_of: str | None = None
    problem: Literal["unclear"] | None = None


def parse_name(text: str) -> Name | None:
    """Read *text* as one name, "Surname, Given" included; None when it is anything else."""
    text = _CONTACT.sub(" ", _DEGREE.sub("", text.strip())).strip(_ROUND_THE_NAME)
    surname, *rest = re.split(r"[,;\n]", text)
    words = _words(surname)
    given = _words(rest[0]) if rest else []
    if words and given and is_company(words) != is_company(given):
        person, company = (given, words) if is_company(words) else (words, given)
        return replace(_name_of(person), on_behalf_of=spell(company))
    name = _given_first(words, given) if words else []
    return _name_of(_surname_last(name)) if 0 < len(name) <= _MAX_WORDS else None


def _given_first(words: list[str], given: list[str]) -> list[str]:
    if not given or not (_is_surname(words) or all(map(is_initials, given))):
        return words
    return given if given[-len(words) :] == words else given + words


def _words(part: str) -> list[str]:
    part = re.sub(r"\(.*?\)", " ", part).strip(_ROUND_THE_NAME)
    start = _TITLE.match(part) or _FAMILY.match(part)
    words = split_words(part[start.end() :] if start else part)
    if len(words) > _MAX_WORDS or not all(map(_WORD.fullmatch, words)) or _tells_a_story(words):
        return []
    if not _bare(words):
        return []
    return ["familie", *words] if start and start.re is _FAMILY else words


def _tells_a_story(words: list[str]) -> bool:
    return any(
        word.lower() in STORY_WORDS and not _is_also_surname(words, place) for place, word in enumerate(words)
    )


def _is_also_surname(words: list[str], place: int) -> bool:
    """Say whether an ordinary word is a surname here: "de Heer", "P. Zondag"."""
    word, first = words[place].lower(), words[0]
    if word in _DAYS_AND_SURNAMES:
        return place > 0 and (is_initials(first) or first.lower() in GIVEN_NAMES)
    return word in _ALSO_SURNAMES and place > 0 and words[place - 1].lower() in PARTICLES


def _bare(words: list[str]) -> list[str]:
    """Return the words that are names by themselves; "ben" in front is a given name."""
    return [
        word
        for place, word in enumerate(words)
        if word.lower().rsplit("-", 1)[-1] not in PARTICLES | {"en", "&"}
        or (place == 0 and word.lower() == "ben")
    ]


def _is_surname(words: list[str]) -> bool:
    bare = _bare(words)
    return len(bare) == 1 or words[0] != bare[0]


def _surname_last(words: list[str]) -> list[str]:
    *surname, last = words
    swapped = is_initials(last) and surname and not is_company(words)
    if swapped and (len(last.strip(".")) > 1 or words[0] != _bare(words)[0]):
        words = [last, *surname]
    return split_words(" ".join(words))


def _name_of(words: list[str]) -> Name:
    surname_only = words[0] == "familie" or _is_surname(words) or is_initials(words[-1])
    return Name(name=spell(words), complete=is_company(words) or not surname_only)
