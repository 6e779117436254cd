"""Recognise that a text tells what somebody did, however short: "ze zei ook dat ik dom was"."""

import re

_WHO = (
    r"(?:ik|hij|zij|ze|we|wij|men|niemand|iemand|he|she|they|"
    r"(?:de|die|deze|een) (?:\w+ )?(?:mevrouw|meneer|man|vrouw|dame|heer|medewerk(?:st)?er|ambtenaar|boa|"
    r"handhaver|chauffeur))"
)
_SPOKE_WITH = r"(?:heette|werkte|wilden?(?![^.!?]* niet)|kende|herkende|sprak|belde|dacht|wist)"
_DID = (
    rf"(?!{_SPOKE_WITH}\b)(?:kreeg|kregen|zei|zeiden|riep|riepen|vroeg|kwam|kwamen|ging|gingen|gaf|gaven|liet|lieten|"
    r"deed|deden|keek|keken|liep|liepen|hing|hingen|schold|scholden|verbood|sloeg|schopte|nam|moest|mocht|mochten|"
    r"bleef|bleven|zag|hoorde|vond|scheldt|weigert|negeert|dreigt|lacht|slaat|hielp|hielpen|"
    r"wilden?|said|told|refused|laughed|shouted|called|"
    r"\w{2,}(?:[^aeiou\W]|oi|ui|ei|aai)[dt]en?)"
)
_WAS_DONE = (
    r"(?:heb|heeft|hebben|had|hadden|ben|is|zijn|werd|werden|word|wordt|worden)\b[^.!?\n]{0,60}\b"
    r"(?!gesproken|gebeld|gehad|geweest|gebeurd|geholpen|gezien)(?:ge|be|ver|ont|uitge|afge|wegge|opge|aange|toege|nage)"
    r"\w{2,}(?:d|t|en)"
)
_HOW = (
    r"(?:was|waren|is|zijn|deed|deden) (?:(?:toen|ook|gewoon) )*"
    r"(?:heel|erg|zo|echt|zeer|nogal|ontzettend|super)"
)
_BETWEEN = r"(?:(?:toen|ook|nog|heel|zelfs|daarna|gewoon|alleen|me|mij) ){0,3}"
_TELLS = re.compile(
    rf"\b{_WHO} {_BETWEEN}(?:{_DID}|{_WAS_DONE}|{_HOW})\b"
    rf"|\b(?:{_DID}|werd|heeft|hebben|had) {_WHO}\b(?! (?:heet|heette)\b)",
    re.IGNORECASE,
)
_FEWEST_WORDS = 3


def tells(text: str) -> bool:
    """Tell whether a sentence says what somebody did or underwent, and not only who or where it was."""
    return len(text.split()) >= _FEWEST_WORDS and bool(_TELLS.search(text))
