"""Which department or employee a text is about."""

import re

_ROLES = (
    r"(?:balie|parkeer|telefoon|buiten|gemeente)?mede?werk(?:st)?er(?:s)?|ambtenaar|ambtenaren|wethouder|burgemeester"
    r"|raadslid|raadsleden|consulente?|klantmanager|casemanager|wijkregisseur|leerplichtambtenaar"
    r"|parkeer(?:wachter|controleur|handhaver)s?|handhavers?|boa'?s?|toezichthouders?|vuilnisman(?:nen)?|inspecteur"
    r"|jeugdconsulente?|schuldhulpverlener|buschauffeur|chauffeur|receptioniste?|secretaresse|teamleider"
)
_PLACES = (
    r"burgerzaken|belastingdesk|belastingen|wmo(?:-loket|-team)?|jeugdzorg|schuldhulp(?:verlening)?|bijstand"
    r"|sociale (?:zaken|dienst)|werk en inkomen|vergunningen|handhaving|groenvoorziening|openbare ruimte"
    r"|klant ?contact ?centrum|klantenservice|kcc|leerlingenvervoer|parkeerbeheer|stadsreiniging|stadsbeheer"
)
_ABOUT = re.compile(
    rf"\b(?:(?:de|die|een|uw|jullie|twee|drie)\s+)?((?:(?:afdeling|team|loket)\s+(?:{_PLACES}|[a-zé-]+))|{_ROLES}|{_PLACES})"
    rf"(?:\s+van\s+(?:de\s+|het\s+)?({_PLACES}|afdeling\s+[a-zé-]+))?\b",
    re.IGNORECASE,
)


def find_about(text: str) -> str | None:
    """Return the words that name a department or the role of an employee, or None."""
    found = _ABOUT.search(text)
    if not found:
        return None
    role, department = found.group(1), found.group(2)
    return f"{role} van {department}" if department else role
