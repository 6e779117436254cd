"""Who complains in the system tests, and what they answer to each question."""

ANNA = {
    "what": "Ik werd afgesnauwd en uitgelachen en kreeg geen antwoord op mijn vragen.",
    "when": "12 november 2026 om half 3",
    "where": "aan de balie in het stadhuis",
    "about": "Burgerzaken",
    "name": "Anna de Vries",
    "address": "Stationsstraat 12, 1315 KR Almere",
    "phone": "06 12 34 56 78",
    "email": "anna@example.org",
}


def answers(**changes: str) -> dict[str, str]:
    """Return Anna's answers with *changes*."""
    return {**ANNA, **changes}
