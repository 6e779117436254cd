"""What citizens say in the benchmark: whole conversations as they happen at the desk."""

STEP_BY_STEP = (
    "Ik werd aan de balie afgesnauwd en kreeg geen antwoord op mijn vragen.",
    "12 november 2026 om half 3",
    "aan de balie in het stadhuis",
    "hoe lang duurt het voordat ik iets hoor?",
    "Burgerzaken",
    "Anna de Vries",
    "Stationsstraat 12, 1315 KR Almere",
    "06 12 34 56 78",
    "anna@example.org",
    "nee, het huisnummer is 14",
    "ja",
)
ALL_AT_ONCE = (
    (
        "Ik ben Bram van der Berg, Kerkweg 7a, 1354 AB Almere, 06 87 65 43 21, mail bram@example.org. "
        "Op 3 november 2026 beloofde een medewerker van Vergunningen mij telefonisch een brief, "
        "maar ik heb nooit meer iets gehoord."
    ),
    "telefonisch",
    "ja",
    "dank u wel",
)
REPORT_AND_QUESTIONS = (
    "goedemiddag",
    "de lantaarnpaal in mijn straat doet het al een week niet",
    "mijn grijze container is niet geleegd",
    "wat doet de ombudsman?",
    "bedankt",
)
GIVES_UP = (
    "ik heb een klacht",
    "Ik word al weken niet teruggebeld door de Wmo over mijn huishoudelijke hulp.",
    "al twee maanden",
    "laat maar, stop",
)
SCRIPTS = (STEP_BY_STEP, ALL_AT_ONCE, REPORT_AND_QUESTIONS, GIVES_UP)
