"""The words around a date in an answer ("ik denk dat het ... was"), and ways to say "weet ik niet meer"."""

import re

from bot.dutch.calendar_words import MONTHS, WEEKDAYS
from bot.dutch.periods import SEASONS

_SURE = r"(?:precies|zeker|exact|goed|helemaal)"
_DOUBTS = [
    (rf"(?:maar )?(?:ik )?(?:weet|kan|durf)(?: \w+){{0,4}} niet(?: \w+){{0,3}}? {_SURE}(?: meer)?"
    rf"(?: te zeggen| welke dag| wanneer| welke datum)?(?: maar| hoor)?"),
    rf"(?:dat |het )?weet (?:ik|k)(?: het| dat)? niet (?:(?:meer|zo|heel) )*{_SURE}(?: meer)?",
    r"(?:precies|exacte datum|datum|exact) weet ik niet(?: meer)?",
    r"niet (?:helemaal )?(?:zeker|precies|exact)", r"als ik (?:me|mij) niet vergis",
    r"als ik (?:me )?goed (?:heb|herinner)", r"uit mijn hoofd", r"naar ik meen", r"ik denk(?: dat)?",
    r"denk ik", r"ik dacht(?: dat)?", r"dacht ik", r"geloof ik", r"ik geloof(?: dat)?",
    r"volgens (?:mij|m n|mn)", r"vlgs mij", r"meen ik", r"ik meen", r"(?:ik )?gok(?: ik)?", r"schat ik",
    r"ik schat", r"misschien", r"mogelijk", r"waarschijnlijk", r"vermoedelijk", r"wellicht",
    r"iets in die richting", r"of iets(?: dergelijks)?", r"zo ?iets", r"iets van", r"of zo", r"ofzo",
    r"of daaromtrent", r"of daar in buurt", r"of daaromheen", r"grofweg",
    r"(?:moet|zal)(?=.* (?:zijn geweest|geweest zijn)\b)", r"zijn geweest", r"geweest zijn",
    r"ergens", r"\w*ten naaste bij",
]  # fmt: skip
_FILLERS = [
    r"(?:(?:dat|dit|het|die) )?(?:was|is|gebeurde|gebeurd|speelde|geweest|vond|zijn|gaat om|ging om)",
    r"(?:is )?gebeurd", r"plaats(?:gevonden)?", r"vond plaats", r"toen", r"hoor", r"ja", r"nou", r"eh+m?",
    r"uh+m?", r"dus", r"namelijk", r"gewoon", r"precies", r"exact", r"op datum", r"datum", r"ook", r"pas",
    r"wel", r"zeker weten", r"dank(?: u| je)?(?: wel)?", r"alstublieft", r"aub", r"a u b", r"bedankt",
    r"hallo", r"goedemiddag", r"goedendag", r"dit(?! (?:jaar|weekend|lente))", r"dat", r"die",
    r"zo(?! n\b)", r"even denken", r"even kijken", r"laat me denken", r"om precies zijn",
    r"om precies te zijn", r"duurt", r"speelt", r"loopt", r"bezig", r"gaande", r"nog maar", r"maar", r"er",
    r"ik bedoel(?:de)?", r"bedoel(?:de)? ik",
    r"eens", r"op een dag", r"ergens op", r"(?:en )?(?:het )?gaat(?= nog steeds)",
    r"gaat(?: door)?", r"(?<=nog steeds )door", r"begonnen", r"nog$", r"pf+", r"oh",
    r"rond die tijd", r"ik", r"mij", r"geweest",
]  # fmt: skip
_DOUBT = re.compile(rf"\b(?:{'|'.join(_DOUBTS)})\b")
_FILLER = re.compile(rf"\b(?:{'|'.join(_FILLERS)})\b")
_UNKNOWN = re.compile(
    r"geen (?:flauw )?(?:idee|benul)|\bweet (?:ik|k|het|dat|niet)\b.*\bniet|\bweet niet|"
    r"niet (?:meer )?weten|"
    r"vergeten|\bherinner|niet meer bekend|onbekend|"
    r"\bniet te zeggen|\bgeen datum|\bweet .*niet meer|weetnie|joost mag"
)
_AHEAD = re.compile(
    r"\b(?:volgende|komende|eerstvolgende|overmorgen|morgen) ?(?:week|maand|jaar|weekend|\w+dag)?\b"
)
_DATEABLE = re.compile(
    r"\d|geleden|terug|vorige|afgelopen|laatst|onlangs|recent|sinds|week|weken|weekend|maand|jaar|dagen|vakantie|"
    r"gisteren|vandaag|begin|\beind|\bhalf|tijdje|poos|vroeger|pasen|kerst|pinksteren|"
    + "|".join([*SEASONS, *MONTHS, *WEEKDAYS])
)


def without_fillers(phrase: str) -> tuple[str, bool]:
    """Return the phrase without the words around the date, and whether they voiced doubt."""
    rest, doubts = _DOUBT.subn(" ", phrase)
    rest = re.sub(r"\s+", " ", _FILLER.sub(" ", rest)).strip(" ,")
    return re.sub(r" ,(?: ,)+ ", " , ", rest), doubts > 0


def is_unknown(phrase: str) -> bool:
    """Tell whether the citizen says not to know the date."""
    return bool(_UNKNOWN.search(phrase))


def is_ahead(phrase: str) -> bool:
    """Tell whether a phrase that could not be read speaks of days to come."""
    return bool(_AHEAD.search(phrase))


def is_dateable(phrase: str) -> bool:
    """Tell whether a phrase that could not be read does speak of a day or period."""
    return bool(_DATEABLE.search(phrase))
