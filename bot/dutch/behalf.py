"""Find on whose behalf somebody complains; what others do on behalf of the municipality does not count."""

import re
from typing import NamedTuple

from bot.dutch.name_spelling import PARTICLES
from bot.dutch.wording import word_set

_MAX_WORDS = 9
_RELATION = (
    r"(?:schoon|stief|pleeg|groot|over)?(?:moeder|vader|ouders?|zoon|zoontje|dochter|dochtertje|zus|zusje|broer|broertje|"
    r"kind|kinderen)|oma|opa|tante|oom|neef|nicht|man|vrouw|partner|vriend|vriendin|echtgenoot|echtgenote|"
    r"(?:boven|onder|over)?bu(?:urvrouw|urman|urtjes|ren)|cliënt|cliënte|client|bewoners|leden|mother|father|parents|son|"
    r"daughter|wife|husband|neighbou?rs?|grandmother|grandfather|brother|sister|friend"
)
_WRITE = (
    r"(?:schrijf|schrijven|klaag|klagen|dien|dienen|indienen|meld|stuur|spreek|klacht|doe dit|vul dit|kom)"
)
_ROLE = (
    r"(?:vice-)?(?:voorzitter|secretaris|penningmeester|bestuurslid|bestuurder|mentor|bewindvoerder|curator|voogd|"
    r"gemachtigde|advocaat|vertegenwoordiger|belangenbehartiger|mantelzorger|begeleider|woordvoerder|eigenaar|directeur)"
)
_OWN = rf"(?=(?:mijn|m'n|mn|onze|ons|een) (?:\w+ )?(?:{_RELATION})\b)"
_THEM = r"(?=(?:haar|hem|hen|hun)\b)"
_SELF = r"\b(?:ik|wij|we)\b[^.!?\n]{0,60}?\b"
_SELF_SOON = r"(?=(?:[^.!?\n]|\b[A-Z]\.){0,80}\b(?:ik|wij|we|klacht)\b)"
_STORY_TRIGGERS = (
    rf"{_SELF}{_WRITE}\b[^.!?\n]{{0,40}}?\b(?:namens|uit naam van)\s+",
    r"\bklacht\b[^.!?\n]{0,30}?\bnamens\s+",
    rf"(?:^|[.!?\n][^\S\n]*)(?:namens|uit naam van)\s+{_SELF_SOON}",
    r"^\s*(?:namens|uit naam van)\s+(?=[^.!?\n:]{2,60}:)",
    r"\bnamens\s+(?=(?:mijn|onze) cli[eë]nte?\b)",
    rf"{_SELF}(?:{_WRITE}|doe (?:dit|het))\b(?:(?!\bover\b)[^.!?\n]){{0,30}}?\bvoor\s+{_OWN}",
    rf"{_SELF}(?:{_WRITE}|doe (?:dit|het))\b(?:(?!\bover\b)[^.!?\n]){{0,30}}?\bvoor\s+{_THEM}",
    (
        rf"\b(?:{_WRITE}|doe) (?:ik|wij|we)\b(?:(?!\bover\b)[^.!?\n]){{0,30}}?"
        rf"\b(?:voor|namens)\s+(?:{_THEM}|{_OWN})"
    ),
    rf"^(?:(?:het|dit) is )?voor\s+{_OWN}(?=\S+ (?:\w+ )?(?:{_RELATION})(?:\W*$| van \d|[,.]| omdat| die))",
    rf"\b(?:als|ik ben|ik ben de|ik ben een|wij zijn)\s+{_ROLE}\s+van\s+",
    r"(?:\b(?:i|we)\b[^.!?\n]{0,60}?|^)\bon behalf of\s+",
)
_ANSWER_TRIGGERS = (
    r"\b(?:namens|uit naam van|on behalf of)\s+",
    rf"\bvoor\s+{_OWN}",
    rf"\b(?:als |de |ik ben )*{_ROLE}\s+van\s+",
    r"\bvan\s+(?=(?:de |het )?(?:stichting|vereniging|vve|bakkerij|garage|restaurant)\b|[^,.]*\b[bn]\.?v\b)",
)
_STORY = re.compile("|".join(_STORY_TRIGGERS), re.IGNORECASE)
_ANSWER = re.compile("|".join(_ANSWER_TRIGGERS), re.IGNORECASE)
_NOT_SOMEONE = re.compile(
    r"(?:(?:de|het|the|een) )?"
    r"(?:gemeente|college|wethouder|burgemeester|afdeling|handhaving|politie|municipality|city)\b|"
    r"(?:mezelf|mijzelf|mij|me|ons|onszelf|myself)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"(?:haar|hem|hen|hun|her|him|them)\W*", re.IGNORECASE)
_SOMEONE_OWN = re.compile(rf"\b(?:mijn|m'n|mn|onze|ons|my|our) (?:\w+ )?(?:{_RELATION})\b", re.IGNORECASE)
_END = word_set(
    "wil wilde wij we ik u zou heb heeft hebben had dien schrijf klaag meld doe een omdat want die "
    "dat over om is was werd kan kreeg kon hierbij graag met bij al aan kwam i and because who"
)
_TITLES = word_set("mw. mevr. dhr. mr. dr. drs. ir. fam.")


class Represented(NamedTuple):
    """The person or organisation represented, and where that is said."""

    who: str
    start: int
    end: int


def find_on_behalf(text: str) -> str | None:
    """Return whom a story is told for: "mijn moeder", "Vereniging De Kemphaan"."""
    found = _find(_STORY, text)
    return found.who if found else None


def represented_in_answer(text: str) -> Represented | None:
    """Find whom the answer to "what is your name" names beside the complainant."""
    return _find(_ANSWER, text)


def _find(trigger: re.Pattern[str], text: str) -> Represented | None:
    for match in trigger.finditer(text):
        said = _who(text[match.end() : match.end() + 200])
        who = _whom(said, text) if said and not _NOT_SOMEONE.match(said) else None
        if who:
            return Represented(
                who.rstrip(" .,;:!?)").removesuffix(" en"), match.start(), match.end() + len(said)
            )
    return None


def _whom(said: str, text: str) -> str | None:
    """Return who is meant: for "haar" the one relation the text names, or nobody."""
    if not _PRONOUN.fullmatch(said.split()[0]):
        return said
    relations = {match.group().lower() for match in _SOMEONE_OWN.finditer(text)}
    return relations.pop() if len(relations) == 1 else None


def _who(rest: str) -> str:
    words = list(re.finditer(r"\S+", rest))
    lower = [word.group().lower() for word in words] + ["", ""]
    end = 0
    for place, word in enumerate(words[:_MAX_WORDS]):
        if place and _ends_before(lower, place, words):
            break
        end = word.end()
        if word.group()[-1] in ",;:!?)" or (word.group()[-1] == "." and not _is_abbreviated(word.group())):
            break
    return rest[:end]


def _ends_before(lower: list[str], place: int, words: list[re.Match[str]]) -> bool:
    word, following = lower[place].strip(".,;:!?"), lower[place + 1].strip(".,;:!?")
    closes = words[place].group()[-1] == ","
    if word in _END or (following in {"ik", "wij", "we"} and not closes) or following[:1].isdigit():
        return True
    if word in {"en", "in", "op"}:
        return following in _END or not following or word == "op" or (word == "in" and following != "'t")
    return _is_after_relation(lower, place) and not _continues_name(
        words[place].group(), following, words, place
    )


def _is_after_relation(lower: list[str], place: int) -> bool:
    return any(re.fullmatch(_RELATION, word) for word in lower[:place]) and lower[0] in {
        "mijn",
        "onze",
        "m'n",
        "my",
    }


def _continues_name(word: str, following: str, words: list[re.Match[str]], place: int) -> bool:
    if word[0].isupper() or word in {"en", "mevrouw", "meneer"}:
        return True
    next_words = [match.group() for match in words[place + 1 : place + 3]]
    return word.lower() in PARTICLES and any(candidate[0].isupper() for candidate in next_words)


def _is_abbreviated(word: str) -> bool:
    return word.lower() in _TITLES or bool(re.fullmatch(r"(?:[^\W\d_]\.)+", word))
