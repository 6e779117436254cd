"""Which department or employee a text is about."""

import re

# Everybody who works for a municipality is a medewerker or ambtenaar: that alone tells nothing.
_ANYBODY = r"mede?werk(?:st)?ers?|ambtenar?en|ambtenaar"
_ROLES = (
    r"(?:balie|parkeer|telefoon|buiten|gemeente)mede?werk(?:st)?er(?:s)?|leerplichtambtenaar|wethouder|burgemeester"
    r"|raadslid|raadsleden|consulente?|klantmanager|casemanager|wijkregisseur|wijkmanager"
    r"|parkeer(?:wachter|controleur|handhaver)s?|handhavers?|boa'?s?|toezichthouders?|vuilnisman(?:nen)?|inspecteur"
    r"|jeugdconsulente?|schuldhulpverlener|buschauffeur|chauffeur|receptioniste?|secretaresse|teamleider"
)
_PLACES = (
    r"(?:burgerzaken|belastingdesk|belastingen|wmo(?:-loket|-team)?|jeugdzorg|schuldhulp(?:verlening)?|bijstand"
    r"|sociale (?:zaken|dienst)|werk en inkomen|vergunningen|handhaving|groenvoorziening|openbare ruimte"
    r"|klant ?contact ?centrum|klantenservice|kcc|leerlingenvervoer|parkeerbeheer|stadsreiniging|stadsbeheer)"
)
_UNNAMED = (
    r"die|dat|en|of|is|was|heeft|had|mij|me|niet|waar|om|over|van|in|op|met|bij|hier|daar|werd|zegt|zei|doet|kan|wil"
    r"|toen|terwijl|\w+de|\w+te"
)
_DEPARTMENT = rf"(?:afdeling|team|loket)\s+{_PLACES}|afdeling\s+(?!(?:{_UNNAMED})\b)[a-zé-]+"
_ABOUT = re.compile(
    rf"\b(?P<role>{_DEPARTMENT}|(?:{_PLACES}[- ])?(?:{_ROLES})|{_PLACES}|(?P<anybody>{_ANYBODY}))"
    rf"(?:\s+(?:van|bij)\s+(?:de\s+|het\s+)?(?P<department>{_PLACES}|{_DEPARTMENT}))?\b",
    re.IGNORECASE,
)


def find_about(text: str) -> str | None:
    """Return the words that name a department or the role of an employee, or None."""
    for found in _ABOUT.finditer(text):
        role, department = found["role"], found["department"]
        if department:
            return f"{role} van {department}"
        if not found["anybody"]:
            return role
    return None
