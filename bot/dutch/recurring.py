"""What happens again and again ("elke week, laatst op dinsdag"): the last time is the day that counts."""

import re
from typing import NamedTuple

from bot.dutch.calendar_words import MONTHS, WEEKDAYS

_TIMES = r"(?:keer|keren|maal|malen|x)"
_UNIT = r"(?:dag|dagen|week|weken|maand|maanden|jaar|jaren)"
_PER = rf"(?:per|in) (?:\d+ )?{_UNIT}"
_IN_A_ROW = r"(?:achter elkaar|op rij|achtereen)"
_NOT_AGO = r"(?! (?:geleden|terug))"
_WEEKDAY = "|".join(WEEKDAYS)
_MONTH = "|".join(MONTHS)
_NOT_OF_THIS_CHAT = r"(?!.*\b(?:gezegd|verteld|geschreven|genoemd)\b)"
_EVERY = r"(?:(?:bijna|vrijwel|haast) )?(?:elke?|iedere?)(?! geval\b| moment\b)(?: (?:\d+e?|laatste|andere))?"
_AND_THEN = rf"(?: (?:, |en |of )+(?:{_WEEKDAY}))*"
_SEVERAL = r"(?:een )?(?:meerdere|verschillende|diverse|vele|veel|heel wat|aantal|paar|zoveel|tientallen|tig)"
# What can only be told of something that comes back.
_CLEARLY = [
    rf"{_EVERY}(?: \w+(?: van (?:maand|{_MONTH}))?{_AND_THEN})?",
    rf"alle (?:dagen|weken|maanden|keren|ochtenden|avonden|nachten|weekenden|(?:{_WEEKDAY})en)",
    rf"(?:\d+ (?:a|tot|of) )?(?:(?:een )?paar|\d+|eens?|meerdere|verschillende)(?: ?{_TIMES})? {_PER}",
    rf"(?:voor )?(?:[2-9]|1\d+|zoveelst)e keer{_NOT_OF_THIS_CHAT}",
    rf"(?:al )?(?!1\b)\d+ ?{_TIMES}{_NOT_AGO}{_NOT_OF_THIS_CHAT}(?: {_IN_A_ROW})?",
    rf"(?:al )?\d+ {_UNIT} {_IN_A_ROW}",
    rf"{_SEVERAL} (?:{_TIMES}|momenten|data){_NOT_AGO}{_NOT_OF_THIS_CHAT}",
    rf"(?:meerdere|verschillende|diverse|vele) {_UNIT}{_NOT_AGO}",
    r"dagelijks|wekelijks|maandelijks|jaarlijks|keer op keer|dag in dag uit|dag en nacht",
    r"week in week uit|week na week|jaar in jaar uit|jaar na jaar",
    r"niet (?:op )?(?:een|1) (?:(?:bepaalde?|vaste?) )?(?:moment|dag|keer|datum)",
    r"geen (?:vaste?|specifieke?|bepaalde?) (?:momenten|moment|dagen|dag|datum|data|tijdstip|tijd)",
]
# What may as well be told in passing: "ik wacht al weken".
_PERHAPS = [
    r"(?<!nog )(?:altijd|steeds)|telkens|regelmatig|geregeld|met (?:enige )?regelmaat|meestal|dikwijls",
    r"(?:(?:heel|zo|te|best) )?(?:vaak|vaker)|soms|af en toe|zo nu en dan",
    r"constant|continu|voortdurend|doorlopend|structureel|aldoor|herhaaldelijk|meermaals|meermalen",
    rf"(?:al )?(?<!\d )(?<!paar )(?:jaren|maanden|weken|tijden)(?: ?lang)?{_NOT_AGO}|al jaar",
    r"al (?:(?:heel|zo) )?lang|al (?:een )?(?:lange|langere|geruime|hele) tijd",
    r"(?:heel|hele) (?:tijd|jaar(?! \d))",
    r"(?:afgelopen|laatste) (?:dagen|weken|maanden|jaren|tijd)(?! van\b)",
]
_OFTEN = re.compile(rf"\b(?:{'|'.join([*_CLEARLY, *_PERHAPS])})(?!\w)")
_SAYS_IT = re.compile(rf"\b(?:{'|'.join(_CLEARLY)})(?!\w)")
_LAST_TIME = re.compile(
    r"\b(?:(?:voor )?(?:aller)?laatste (?:keer|maal)|(?:voor )?laatst|laatste(?= (?:was|is|op|in)\b)|"
    r"meest recente?(?: (?:keer|maal))?)(?!\w)"
)
_JOINING = (
    r"(?:vooral|ook|nog|weer|opnieuw|alweer|zoals|waaronder|zeker|zelfs|en|maar|dus|wel|eigenlijk|"
    r"gebeur(?:t|d|de|den)|komt voor|kwam voor|voor)"
)
_AT_THE_EDGE = re.compile(rf"^(?:{_JOINING} )+|(?: {_JOINING})+$|^{_JOINING}$")
_POINTS_AT_ONE = re.compile(r"\b(?:ook|weer|alweer|opnieuw|nog)\b")
# A day that names no date of its own says when it always happens: "elke week op maandag".
_A_HABIT = re.compile(
    rf"(?:(?:op|in|rond|van|tot|en|of|begin|half|eind|,|{_WEEKDAY}|weekend|maand|dag|\d{{1,2}}e)(?: |$))+"
)
_INTERVAL = re.compile(rf"\bom (?:paar |andere |\d+ )?{_UNIT}\b")
_MOST_WORDS_IN_PASSING = 2


class Recurring(NamedTuple):
    """What is said of something that happens more than once.

    *last* is what is left once it is said how often, empty when nothing is. *often* is whether it is said at
    all, or only that there was a last time.
    """

    last: str
    often: bool


def read_recurring(phrase: str) -> Recurring | None:
    """Take apart a canonical phrase without its time and interval; None when nothing in it comes back."""
    rest, often = _OFTEN.subn(" , ", phrase)
    rest, named = _LAST_TIME.subn(" , ", rest)
    if not often and not named:
        return None
    pieces = [_AT_THE_EDGE.sub("", piece.strip()).strip() for piece in rest.split(",")]
    last = " , ".join(piece for piece in pieces if piece)
    if often and not named and not _POINTS_AT_ONE.search(rest) and _A_HABIT.fullmatch(last):
        return Recurring("", often=True)
    in_passing = not _SAYS_IT.search(phrase) and len(last.split()) > _MOST_WORDS_IN_PASSING
    return Recurring(last, often=bool(often) and not in_passing)


def without_interval(phrase: str) -> str:
    """Write "om 2 weken" as "steeds", which no clock is read in."""
    return _INTERVAL.sub("steeds", phrase)
