"""Reads where, or by which channel, the conduct took place."""

import re

from bot.dutch.phrases import without_reaction

_LEAD_IN = re.compile(
    r"^(?:(?:dat|dit|het) (?:was|is|gebeurde|speelde|ging|vond plaats)(?: gebeurd)?|"
    r"it was|it happened|that was)\b"
    r"(?: (?:gewoon|allemaal))?[ ,:]*",
    re.IGNORECASE,
)
_MAIL = re.compile(r"(?:per|via) (?:de |een )?(?:e-?)?mail", re.IGNORECASE)

_HALL = (
    r"(?:stadhuis|gemeentehuis|stadskantoor|gemeentekantoor|stadhuis ?promenade|wijkteam|"
    r"milieustraat|milieupark|recyclingperron|bibliotheek|wijkcentrum|buurthuis|sportpark|zwembad|"
    r"markt|city hall|town hall)"
)
_CAPITALISED = r"(?-i:[A-Z])[\w'’.-]*"
_TOWN = rf"(?: (?:in|van|te) {_CAPITALISED}(?: {_CAPITALISED}){{0,2}})?"
_IN_HALL = rf"(?: (?:in|op|van|bij|at) (?:het |de |the )?(?:{_HALL}|gemeente)\b{_TOWN})?"
_MEETING = re.compile(
    r"\b(?:"
    rf"(?:aan|bij|achter|voor|at) (?:de|het|een|the) (?:\w*balie|loket|receptie|desk|counter)\b{_IN_HALL}"
    r"|(?:aan|door|over|via) de telefoon|on the phone"
    r"|(?:tijdens|in|bij) (?:een|het|dit|dat) (?:telefoongesprek|belletje)"
    r"|(?:tijdens|bij|op) (?:een|het|dit|dat|mijn|ons) huisbezoek"
    r"|(?:bij )?(?:mij|ons) (?:thuis|aan de deur)"
    r")\b",
    re.IGNORECASE,
)
_CHANNEL = r"brief|post|e-?mail|app|chat|whatsapp|website|site|contactformulier|webformulier"
_STREET = (
    rf"(?:{_CAPITALISED}(?:straat|laan|weg|dreef|plein|promenade|gracht|kade|pad|singel|park|markt)"
    r"|Grote Markt)"
)
_PLACE = re.compile(
    r"\b(?:telefonisch|by phone|by e-?mail"
    rf"|(?:per|via) (?:de |een |het )?(?:{_CHANNEL})"
    rf"|(?:in|op|bij|voor|at) (?:het |de |the )?{_HALL}\b{_TOWN}"
    rf"|(?:in|op|aan) (?:de|het) {_STREET}\b{_TOWN})\b",
    re.IGNORECASE,
)
_SOMEONE = re.compile(
    r"\b(?:medewerk\w*|ambtenaar|ambtenaren|handhav\w*|boa'?s?|parkeerwachter\w*|parkeercontroleur\w*|consulent\w*|"
    r"baliemedewerk\w*|chauffeur\w*|vuilnisman\w*|inspecteur\w*|wethouder|burgemeester|mevrouw|meneer|man|vrouw|"
    r"hij|zij|ze|iemand|employee|officer|she|he|werd ik|ben ik|kreeg ik)\b",
    re.IGNORECASE,
)
_CONDUCT = re.compile(
    r"\b(?:onbeleefd|onbeschoft|bot|brutaal|grof|agressief|kortaf|onvriendelijk|\w*schold\w*|"
    r"\w*scholden|\w*schreeuw\w*|\w*gesnauwd|snauwde|gelachen|lachte\w*|\w*geweigerd|weigerde|\w*gestuurd|genegeerd|"
    r"negeerde|behandeld|bejegend|gediscrimineerd|beledigd|bedreigd|geduwd|duwde|beloofd|beloofde|toegezegd|gezegd|zei|"
    r"zeiden|hing op|opgehangen|liegen|loog|gelogen|rude|shouted|laughed|refused|insulted|said|told)\b",
    re.IGNORECASE,
)
# What the writer wants, must do or did not do tells nothing about where somebody misbehaved.
_ELSEWHERE = re.compile(
    r"\b(?:graag|wil|wilt|willen|wens|bereiken|bereikbaar|gemeld|melding|doorgegeven|aangevraagd|"
    r"afspraak maken|moet|moeten|niet|zou|zouden|kan ik|kunt u|contact opnemen|would like|"
    r"(?:vroeg|vraag|gevraagd|stuurde) ik)\b"
    r"[^.!?\n]{0,40}\Z",
    re.IGNORECASE,
)
_BARE_SPOT = (
    r"(?:bus|tram|trein|metro|taxi|straat|stoep|lift|hal|gang|wachtkamer|spreekkamer|winkel|school|buurt|parkeerplaats"
    r"|parkeerterrein|halte|bushalte|park|hoek)"
)
_AT_SPOT = re.compile(
    r"(?:op|in|aan|bij|voor|achter|naast|tegenover|onder) (?:(?:de|het|een|mijn|ons) )?"
    rf"(?:{_BARE_SPOT}|{_HALL}){_TOWN}",
    re.IGNORECASE,
)
_SPOT = re.compile(
    r"(?:(?:op|in|aan|bij|voor|achter|naast|tegenover|tijdens|rond|at) )?(?:(?:het|de|een|the|mijn|ons) )?"
    rf"(?:{_HALL}|(?:(?:bus|trein|metro)?station|winkelcentrum|parkeergarage|balie|loket|speeltuin|ziekenhuis"
    rf"|centrum)(?: {_CAPITALISED}| centrum| {_HALL})?|{_STREET}){_TOWN}"
    r"|(?:gewoon )?(?:bij (?:mij|ons|haar|hem|hen) )?thuis|(?:e-?)?mail|telefoon|brief|post|whatsapp",
    re.IGNORECASE,
)
_ROUND = re.compile(
    r"(?:op|in|aan|bij|via|per|voor|achter|naast|tegenover|tijdens|onder|langs) "
    r"(?:(?:de|het|een|mijn|ons|jullie) )?"
    r"(?!(?:mij|me|ons|u|jou|hem|haar|orde|zich|war|tijd|moment|hand|slag|principe|feite|plaats|geval)\b)"
    rf"[^\W\d_]+(?: (?:in|van|te|bij|op|naar) (?:(?:de|het) )?{_CAPITALISED})?",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"(?<=[.!?\n])\s+|\n")
_LONGEST_ANSWER = 500
_REACH = 80


def read_place(text: str) -> str:
    """Tidy the answer to where or by which channel; the words stay the citizen's own."""
    words = without_reaction(" ".join(text[:_LONGEST_ANSWER].split()))
    words = _LEAD_IN.sub("", words).strip(" .,;:!?")
    return "per e-mail" if _MAIL.fullmatch(words) else words


def is_place(text: str) -> bool:
    """Tell whether a text is a place or a channel and nothing else: "op de Grote Markt", "telefonisch"."""
    words = read_place(text)
    return is_spot(words) or any(pattern.fullmatch(words) for pattern in (_MEETING, _PLACE, _SPOT))


def is_spot(text: str) -> bool:
    """Tell whether a text is a place that has no address: "in de bus", "op straat"."""
    return bool(_AT_SPOT.fullmatch(read_place(text)))


def opens_like_place(text: str) -> bool:
    """Tell whether a text is a preposition and what stands there: "in de trein"; any place may."""
    return bool(_ROUND.fullmatch(read_place(text)))


def find_place(text: str) -> str | None:
    """Find the one place or channel of the conduct in a story, or None when it is not said beyond doubt."""
    found = [place for sentence in _SENTENCES.split(text) for place in _places(sentence)]
    mentioned = {place.lower() for place in found} | {
        match.group().lower() for match in _MEETING.finditer(text)
    }
    return found[0] if found and len(mentioned) == 1 else None


def _places(sentence: str) -> list[str]:
    """List the phrases of *sentence* that tell where somebody behaved as they did."""
    someone, conduct = _SOMEONE.search(sentence), _CONDUCT.search(sentence)
    places = list(_MEETING.finditer(sentence)) if someone or conduct else []
    if someone and conduct:
        meetings = [match.span() for match in places]
        places += [match for match in _PLACE.finditer(sentence) if not _inside(match.start(), meetings)]
    return [
        match.group()
        for match in places
        if not _ELSEWHERE.search(sentence[max(0, match.start() - _REACH) : match.start()])
    ]


def _inside(position: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in spans)
