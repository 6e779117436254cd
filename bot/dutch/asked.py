"""Recognise questions people ask while they complain, whatever the model makes of them."""

import re

from bot.dutch.phrases import is_question
from bot.dutch.wording import plain

MAX_WORDS = 14
MOST_WORDS_BEFORE = 5  # "ik moet zo weg, kan ik dit later afmaken?"
_BEGINS = re.compile(r"\b(?:kan|mag|hoe|wat|wie|is|krijg|bewaart)\b")
_THIS = (
    r"(?:dit|dat|het|ie|hij|alles|mijn (?:klacht|verhaal|gegevens|naam|adres)|mn (?:klacht|verhaal|gegevens))"
)
_YOU = r"(?:u|je|jij|jullie|de gemeente)"
_EVIDENCE = (
    r"(?:bewijs\w*|fotos?|foto ?s|filmpjes?|videos?|documenten|bijlagen?|bestand(?:en)?|screenshots?|"
    r"schermafdruk\w*|kopieen|mails|brieven|papieren)"
)
_SEND = (
    r"(?:\w*sturen|stuur|\w*voegen|voeg|upload\w*|aanlever\w*|inlever\w*|laten zien|kwijt|laat ik|bijdoen|"
    r"meegeven|bij doen)"
)
_MAY_I = (
    r"\b(?:(?:kan|mag|wil|moet|stuur|laat|voeg) (?:ik|we)|(?:kan|mag) (?:dat|dit|het)|ik (?:wil|zou|kan)\b)"
)
_RELATIVE = r"(?:mijn|mn|onze|ons|een|de|het|iemand)(?: \w+){1,2}|(?:een )?ander|iemand"
_ON_BEHALF = rf"(?:ook |dit |dat |het |klagen |een |klacht |indienen |doen )*(?:namens|voor) (?:{_RELATIVE})"

_TOPICS = {
    "evidence": (
        (
            rf"(?!.*\b(?:waarom|steeds|altijd|alweer|gevraagd)\b)(?=.*\b{_EVIDENCE}\b)(?=.*\b{_SEND}\b)"
            rf"(?=.*{_MAY_I}).*"
        ),
        rf"(?:ik heb |we hebben )?(?:ook |nog )*{_EVIDENCE} (?:ook )?(?:mee ?sturen|toevoegen|bijvoegen)",
        r"(?:hoe|waar) (?:kan|moet) ik (?:iets|wat) (?:uploaden|bijvoegen|meesturen)",
    ),
    "emergency": (
        r"112(?: (?:bellen|of zo|ofzo|dan|maar|beter))+(?= \?)",
        (
            r"(?:moet|kan|mag|zal|had) (?:ik|je|men) (?:(?:dan|nu|hier ?voor|beter|niet|toch|de) )*"
            r"(?:112|politie)(?: (?:moeten|dan))* bellen"
        ),
        r"(?:is|was) (?:dit|dat|het) (?:(?:iets|niets|een zaak|meer iets|niet) )*voor (?:112|de politie)",
        r"bel ik (?:(?:dan|nu|hier ?voor|beter) )*112",
    ),
    "proof": (
        (
            rf"(?:moet|moeten|heb|hebben|heeft|is|zijn|wil|willen) (?:(?:ik|we|{_YOU}|er|daar|hier|dan) )*"
            rf"(?:\w+ )?{_EVIDENCE}(?: (?:voor|van|bij|ervoor|hebben|ervan|nodig|verplicht|dat))*(?=$| \?)"
        ),
        rf"(?:en )?(?:zonder|wat als ik geen|als ik geen) {_EVIDENCE}(?: \w+){{0,3}}",
    ),
    "privacy": (
        (
            r"(?:en )?(?:hoe|klopt|mag|is|kan|past|voldoet) (?:\w+ ){0,6}"
            r"(?:privacy\w*|avg|veilig|vertrouwelijk|geheim)(?: \w+){0,3}(?=$| \?)"
        ),
        r"(?:en )?(?:mijn|de|onze) privacy(?: dan)?",
    ),
    "retention": (
        rf"(?:en )?hoe ?lang (?:blijf\w*|word\w*|bewaar\w*) (?:{_YOU} )?(?:{_THIS}|mijn \w+)?(?: bewaard)?",
        rf"(?:en )?hoe ?lang (?:blijf\w*|word\w*) {_THIS} bewaard",
        r"(?:wat is de )?bewaartermijn",
        rf"(?:en )?wanneer (?:wordt|worden|is) {_THIS} (?:weer )?(?:gewist|verwijderd|vernietigd)",
        rf"(?:bewaart|bewaar|bewaren) {_YOU} {_THIS}(?: lang| ook)?",
    ),
    "behalf": (
        rf"(?:mag|kan) (?:ik|dat|dit|het|je) {_ON_BEHALF}(?: \w+){{0,3}}",
        r"(?:wat|welke|wiens) (?:\w+ ){0,4}naam,? .*\b(?:of|van)\b.*",
        rf"(?:en |ook )*(?:namens|voor) (?:{_RELATIVE})(?: dan| ook| kan dat| mag dat)?(?= \?|\?)",
    ),
    "whose_address": (
        r"(?:en |of )?(?:mijn|haar|zijn|hun) adres of (?:het |dat )?(?:mijn|haar|zijn|hun|van)\b.*",
        r"(?:en )?(?:welk|wiens) adres(?: bedoelt u| moet ik (?:geven|invullen)| wilt u| is nodig)?",
    ),
    "progress": (
        r"(?:en )?(?:nog )?hoe ?veel vragen(?: \w+){0,5}",
        r"(?:en )?hoe ?lang (?:duurt|gaat) (?:dit|deze)(?: nog| gesprek| formulier| chat)*(?: duren)?",
        r"(?:zijn we|ben ik|is het) (?:er |al |bijna |nu )*(?:klaar|er|bijna|afgelopen)",
        r"komen er nog (?:meer |veel )?vragen",
    ),
    "cost": (
        rf"(?:en )?(?:kost|kosten) (?:{_THIS}|klagen|een klacht)(?: \w+){{0,2}}",
        rf"(?:en )?wat (?:kost|gaat) (?:{_THIS}|klagen|een klacht)(?: indienen| kosten| me kosten)?",
        rf"is (?:{_THIS}|klagen|een klacht indienen) (?:wel )?gratis",
        r"moet ik (?:hier ?voor |daar ?voor )?(?:iets |geld )?betalen",
    ),
    "reader": (
        (
            rf"(?:en )?wie (?:leest|ziet|behandelt|krijgt|bekijkt|beoordeelt) (?:{_THIS}|deze chat)"
            r"(?: \w+){0,3}"
        ),
    ),
    "copy": (
        (
            r"(?:kan|krijg|mag|kunnen) (?:ik|we) (?:hier ?van |ook |er |straks |nog )*(?:een )?"
            r"(?:kopie|afschrift|bewijs|bevestiging|ontvangstbevestiging|mail)(?: \w+){0,4}"
        ),
        r"kan ik (?:dit|het) (?:printen|downloaden|bewaren)",
    ),
    "helper": (
        (
            r"(?:mag|kan) ik (?:ook |dan |straks )*(?:een |mijn |iemand |hulp)\w*(?: \w+){0,3} "
            r"(?:meenemen|mee ?nemen|inschakelen|laten helpen|meebrengen)"
        ),
        r"(?:mag|kan) (?:iemand|mijn \w+|een ander) (?:mij |me )?(?:hierbij |ook )?helpen",
    ),
    "late": (
        r"(?:mag|kan|kon) (?:dat|dit|het|ik) (?:dan |nu |wel |ook )*nog(?: wel)?(?: klagen| indienen)?",
        r"(?:ben ik|is (?:het|dat|dit)) (?:nu |al |dan |niet )*(?:te laat|verjaard)",
        r"hoe ?lang (?:mag|kan) ik (?:nog |ermee |wachten )*(?:wachten|klagen)(?: met klagen)?",
    ),
    "later": (
        (
            r"(?:kan|mag) ik (?:dit |hier ?mee |ermee |straks |morgen |later )+(?:weer )?"
            r"(?:verder ?(?:gaan)?|afmaken|doorgaan|verder invullen)"
        ),
        r"(?:kan|mag) ik (?:even )?(?:pauzeren|pauze nemen|tussentijds opslaan)",
        r"kan ik (?:dit |het )?(?:tussendoor |tussentijds )?opslaan",
    ),
    "change": (
        (
            r"(?:kan|mag) ik (?:dit |dat |het |mijn klacht |straks |nog |later |iets |wat |er |ook |alles )+"
            r"(?:wijzigen|aanpassen|veranderen|verbeteren|toevoegen|aanvullen|bijzetten)"
        ),
        r"(?:kan|mag) ik (?:nog )?terug(?: naar \w+ \w+)?",
    ),
    "next": (
        r"(?:en )?wat gebeurt er (?:nu|hierna|daarna|straks|verder|dan)(?: met mijn klacht)?",
        r"(?:en )?hoe (?:gaat (?:het|dit) (?:nu |dan )?verder|nu verder)",
        r"(?:en |wat )(?:nu|dan)",
    ),
    "others": (
        (
            r"(?:laat|toon|geef|mag|kan) (?:mij |me |ik |ook |de )*klachten van (?:anderen?|een ander)"
            r"(?: \w+){0,6}"
        ),
    ),
    "overview": (
        r"(?:en )?wat (?:heb ik|weet u|heeft u|staat er) (?:\w+ ){0,3}(?:ingevuld|genoteerd|verteld)",
        r"(?:laat|toon|geef) (?:mij |me )?(?:de |mijn |een )?(?:samenvatting|antwoorden)(?: \w+){0,3}",
        r"(?:mag|kan) ik (?:de |mijn )?(?:samenvatting|antwoorden) (?:nog \w+ )?zien",
    ),
    "robot": (
        (
            r"(?:praat|spreek|chat|typ) ik (?:nou |nu |hier |wel |eigenlijk )*met een (?:echt\w* )?"
            r"(?:mens|persoon|robot|computer|bot)(?: of \w+(?: \w+){0,3})?"
        ),
        (
            r"(?:ben|bent|is) (?:je|jij|u|dit|dat) (?:nou |nu |wel |eigenlijk )*een (?:echt\w* )?"
            r"(?:mens|persoon|robot|computer|bot|chatbot)(?: of \w+(?: \w+){0,3})?"
        ),
    ),
}
_POLITE = r"(?:(?:en|maar|oh|o|hallo|sorry|ok|oke|eh|nog een vraag|vraagje|ja|trouwens|ik vraag me af) )*"
_PATTERNS = {
    topic: re.compile(rf"{_POLITE}(?:{'|'.join(phrases)})(?: (?:eigenlijk|alstublieft|aub|dan|nog|hoor))*")
    for topic, phrases in _TOPICS.items()
}
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def asked_about(text: str) -> str | None:
    """Return what a short question is about, such as "evidence" or "retention"; None for all else."""
    words = plain(text)
    if not words or len(words.split()) > MAX_WORDS:
        return None
    mark = " ?" if text.rstrip().endswith("?") else ""
    starts = [0, *(match.start() for match in _BEGINS.finditer(words))] if mark else [0]
    tails = [words[start:] for start in starts if len(words[:start].split()) <= MOST_WORDS_BEFORE]
    return next(
        (topic for tail in tails for topic, asks in _PATTERNS.items() if _asks(asks, tail, mark)), None
    )


def _asks(pattern: re.Pattern[str], words: str, mark: str) -> bool:
    found = pattern.match(words + mark)
    return found is not None and found.end() >= len(words)


def split_question(text: str) -> tuple[str, str]:
    """Return what stands before a question at the end, and the question: "Per mail. Kan dat?"."""
    *told, last = _SENTENCE.split(text.strip())
    if not told or not is_question(last) or any(is_question(sentence) for sentence in told):
        return "", text
    return " ".join(told), last
