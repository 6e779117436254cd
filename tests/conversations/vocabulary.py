"""The Dutch words of the tables, and what they are called in the chat API."""

FIELDS = {
    "wat": "what",
    "van": "when_from",
    "tot": "when_to",
    "tijd": "when_time",
    "wanneer": "when_text",
    "waar": "where",
    "over": "about",
    "naam": "name",
    "namens": "on_behalf_of",
    "straat": "street",
    "huisnummer": "house_number",
    "toevoeging": "addition",
    "postcode": "postcode",
    "woonplaats": "city",
    "telefoon": "phone",
    "mail": "email",
}
QUESTIONS = {
    "wat": "what",
    "wanneer": "when",
    "waar": "where",
    "over": "about",
    "naam": "name",
    "adres": "address",
    "telefoon": "phone",
    "mail": "email",
    "akkoord": "confirmation",
    "keuze": "clarification",
    "niets": None,
}
STATUSES = {"open": "open", "ingediend": "submitted", "gestopt": "stopped", "verlopen": "expired"}
ORDINARY_ANSWERS = {
    "wat": "De medewerker snauwde mij af.",
    "wanneer": "vorige week dinsdag",
    "waar": "aan de balie in het stadhuis",
    "over": "Burgerzaken",
    "naam": "Anneke Jansen",
    "adres": "Spoordreef 101, 1315 KR Almere",
    "telefoon": "06-12345678",
    "mail": "anneke@example.nl",
}


def question_in_dutch(asking: str | None) -> str:
    """Return the Dutch word for what is asked."""
    return next(dutch for dutch, english in QUESTIONS.items() if english == asking)
