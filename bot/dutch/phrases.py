"""Recognise short messages that steer the conversation, whole messages only, in Dutch and simple English."""

import re

from bot.dutch.wording import made_of, plain, whole

_MAX_QUESTION_WORDS = 30
_AGREEING = (
    "dat dit het is zo hoor helemaal alles allemaal maar graag dank u je wel bedankt in weten mijn "
    "antwoord op doe nu mee ik ben daar lijkt me that this all it please thanks thank you dankjewel "
    "dankuwel the looks dan wil"
)
_ASKED = r"(?:telefoon|telefoonnummer|nummer|mobiel|e ?mail|mail|e ?mailadres|mailadres|e mail adres)"

_says_yes = made_of(
    "ja jaa jawel jazeker jep jup yep yes yeah klopt correct prima akkoord ok oke oké okay juist goed zeker "
    "perfect top orde good great verstuur versturen verzend verzenden stuur indienen eens right fine dien "
    "sure",
    _AGREEING + " hor precies",
)
_says_no = made_of(
    "nee neen no nope niet fout onjuist not verkeerd incorrect",
    _AGREEING + " klopt goed juist correct akkoord ok oke oké wacht even nog opsturen absoluut zeker "
    "eens right joh er iets",
)
_says_done = whole(
    r"(?:nee (?:hoor )?)?(?:dat|dit) (?:was|is) (?:het|alles)(?: wel)?",
    r"(?:nee )?meer heb ik niet(?: te zeggen)?",
    r"(?:nee )?(?:meer|verder) (?:niets|niks|niet)",
    r"(?:nee )?(?:niets|niks)(?: meer)?",
    r"(?:nee )?(?:ik (?:heb|had) )?(?:verder )?(?:niets|niks) toe te voegen",
    r"(?:ik ben )?klaar",
    r"(?:no )?thats (?:all|it)",
    r"(?:no )?that is (?:all|it)",
    r"nothing else",
)
_says_skip = whole(
    r"(?:\w+ ){0,4}sla (?:(?:deze|dit|die|hem|het|vraag) )*(?:maar )?over",
    r"(?:nee )?(?:doe maar |deze |dit |graag )?overslaan",
    r"(?:nee )?(?:dat |die |deze )?heb ik (?:helaas )?niet",
    r"(?:nee )?(?:liever|doe maar|nodig is|toch(?: maar)?) niet",
    r"(?:nee )?laat (?:het |dat |dit )?(?:maar )?zo(?:als het (?:is|was|stond))?",
    r"(?:dat is )?niet (?:nodig|van toepassing)",
    r"(?:nee )?(?:bel|mail|app|sms) (?:(?:maar|liever|mij|me) )*niet",
    r"(?:nee )?(?:(?:ik wil|liever|graag|doe maar|kan) )*(?:niet|geen) (?:gebeld worden|bellen|mailen|appen)",
    r"(?:nee )?(?:echt|dan|liever echt) niet|(?:nee )?dat wil ik niet",
    r"n ?v ?t",
    r"(?:nee )?(?:(?:(?:ik|we|wij) )?(?:heb|hebben) )?(?:helaas )?geen(?: (?:vaste|eigen|mobiele))?"
    rf"(?: (?:{_ASKED}|lijn|computer|internet))?",
    r"(?:nee )?(?:(?:liever|graag|doe maar|gewoon|alles) )+(?:(?:per|via|met) )?(?:de )?(?:post|brief)"
    r"(?: (?:graag|sturen|aub|alstublieft))*",
    r"volgende(?: vraag)?|ga (?:maar )?(?:door|verder)|(?:laat (?:dat |dit )?)?maar leeg|leeg laten",
    r"skip(?: it)?|none|i dont have (?:one|it|any)",
    r"(?:nee )?(?:dat )?wil ik (?:liever )?niet geven",
)
_says_refusal = whole(
    r"(?:nee )?(?:dat |die )?(?:zeg|geef|vertel|deel|noem) ik (?:u |je |jullie )?(?:liever )?niet",
    r"(?:nee )?(?:ik (?:zeg|geef|vertel|noem|deel) )(?:mijn|m?n|die|dat) ?(?:\w+ )?(?:liever )?niet",
    r"(?:nee )?mijn \w+ (?:geef|zeg|vertel|noem) ik (?:u |je |jullie )?(?:liever )?niet",
    r"(?:nee )?(?:dat )?(?:wil|ga) ik (?:u |je |jullie )?(?:liever )?niet "
    r"(?:zeggen|geven|vertellen|delen|kwijt)",
    r"(?:nee )?ik wil (?:dat|mijn \w+) (?:liever )?niet (?:zeggen|geven|vertellen|delen)",
    r"(?:nee )?liever niet",
    r"(?:dat )?gaat (?:u|je|jullie) (?:helemaal )?(?:niets|niks|niet|geen \w+) aan",
    r"(?:ik (?:wil|blijf) )?(?:graag |liever )?anoniem(?: blijven)?",
    r"(?:dat )?is (?:mijn )?privé|(?:dat )?weiger ik|ik weiger(?: dat)?",
    r"(?:id rather|i would rather|i prefer) not (?:to )?(?:say|tell|give it)",
    r"none of your business|i want to (?:stay|remain|be) anonymous|anonymous",
)
_says_unknown = whole(
    r"(?:nee )?(?:(?:dat|die|mijn \w+|de \w+|postcode) )?weet ?ik (?:(?:het|echt|zo|even) )*niet"
    r"(?: uit mijn hoofd)?(?: meer)?(?: (?:precies|zeker|zo|goed))*",
    r"ik (?:weet|zou) (?:het|dat) (?:echt )?niet(?: meer)?(?: (?:weten|precies|zeker))*",
    r"(?:ik heb )?(?:echt )?geen (?:flauw )?idee(?: meer)?|ik weet niet",
    r"kweenie|k?weet niet|weet ik veel|onbekend|niet bekend",
    r"(?:dat )?(?:zou|durf) ik (?:echt )?niet (?:te )?(?:weten|zeggen)",
    r"(?:dat )?(?:ben ik )?(?:helaas )?vergeten",
    r"(?:dat )?(?:kan|herinner) ik (?:me|mij) (?:dat )?niet(?: meer)?(?: herinneren)?",
    r"i dont (?:know|remember)|i do not know|no idea|not sure",
)
_says_homeless = whole(
    r"(?:(?:ik|wij) (?:heb|hebben) )?(?:(?:nu|momenteel|op dit moment|helaas) )*geen (?:(?:vast|eigen) )*"
    r"(?:woon|post)?(?:adres|huis|woning)(?: (?:nu|meer|momenteel))?",
    r"(?:ik ben )?(?:(?:nu|momenteel) )?(?:dak|thuis)loos",
    r"ik (?:slaap|woon|verblijf) (?:nu )?(?:op straat|in (?:de|een) (?:nacht)?opvang|in mijn auto)",
    r"zonder (?:vast )?adres|i am homeless|no fixed address",
)
_wants_change = whole(
    r"(?:nee )?(?:dat|dit|het|er|iets|hier|daar)? ?klopt (?:er )?(?:(?:iets|wat|toch|echt|nog) )*niet",
    r"(?:nee )?(?:dat|dit|het) is (?:(?:toch|echt|helemaal) )*(?:niet (?:goed|juist)|fout|verkeerd|onjuist)",
    (
        r"(?:ik )?(?:wil|moet|zou) (?:(?:graag|nog|even|toch) )*(?:iets|wat|een antwoord|mijn antwoord)"
        r" (?:(?:graag|willen|nog) )*(?:wijzigen|veranderen|aanpassen|verbeteren|corrigeren|anders)"
    ),
    r"er (?:staat|zit) (?:een |nog een )?(?:fout(?:je)?|iets (?:fout|verkeerd))(?: in)?",
    r"(?:ik )?(?:heb|maakte) (?:een )?(?:fout(?:je)?|typefout|tikfout)(?: gemaakt)?",
    r"there is a mistake|that(?: i)?s (?:wrong|not right|incorrect)",
)
_refers_back = whole(
    r"zie (?:hierboven|hier boven|boven|eerder|eerst|mijn (?:verhaal|bericht|eerste bericht))",
    r"zie (?:vorig|eerder|eerste|vorige) (?:bericht|antwoord)",
    r"(?:dat |dit )?heb ik (?:toch |je |u |jullie |hier ?boven )*(?:al|net|zojuist|eerder) (?:\w+ )?"
    r"(?:gezegd|geschreven|verteld|gegeven|gemeld|ingevuld|opgeschreven|genoemd|getypt)",
    r"(?:zoals|als) (?:(?:ik )?(?:al|net|eerder) )?(?:gezegd|gemeld|geschreven|verteld|zei)",
    r"zoals ik (?:al|net|eerder) (?:zei|schreef|vertelde)",
    r"(?:dat |dit )?staat (?:er |hier )?(?:toch )?(?:al|boven|hier ?boven|er)(?: hier ?boven| in)?",
    r"dat (?:weet|weten|heeft|hebben|hebt) (?:u|je|jullie) (?:toch )?al",
    r"idem|dat (?:zei|schreef|vertelde) ik (?:toch |je )*(?:al|net|toch)",
    r"lees mijn (?:eerste )?(?:bericht|verhaal)",
    r"(?:like |as )i (?:just )?(?:said|wrote|told you)(?: before| above)?|see above",
    r"i (?:already|just) (?:told|wrote|said|gave)(?: you)?(?: that| it)?",
)
_NOW = r"(?:(?:nou|nu|toch|eens|er|hier|daar|maar|even|gewoon|mee|dan|liever|weer|hierbij|bij deze) )*"
_ALL = r"(?:(?:al|die|deze|dit|dat|mijn|mn|alle|de|het) )*"
_TYPED = r"(?:gegevens|persoonsgegevens|antwoorden|data|gesprek|chat|berichten|verhaal)"
_says_stop = whole(
    r"(?:nee )?(?:ik (?:wil )?)?(?:graag )?(?:hier ?mee |er ?mee )?stop(?:pen)?"
    r"(?: dan)?(?: maar| ermee| hiermee)?",
    r"stop (?:met )?(?:het|dit) (?:gesprek|formulier)|stop de (?:klacht|chat)",
    r"(?:nee )?ik (?:stop|hou|houd|kap) (?:er ?mee|hier ?mee)(?: op)?",
    r"(?:nee )?laat (?:het )?maar(?: zitten| gaan)?",
    r"(?:nee )?ik wil (?:dit |het )?niet (?:meer|verder)(?: verder)?|hou maar op|ik zie er ?van af",
    r"ik wil mijn klacht intrekken",
    r"(?:graag )?annule(?:ren|er)(?: maar| alles| dit| mijn klacht)?|annuleer|annuleren",
    r"vergeet (?:het|t)(?: maar)?",
    r"(?:wis|verwijder|gooi) alles(?: weg| maar)?",
    rf"(?:nee )?houd? {_NOW}op(?: {_NOW}(?:met (?:{_ALL}\w+|vragen))?)?",
    rf"(?:(?:ik (?:wil|ga) ){_NOW}|kap )(?:er ?mee |hier ?mee )?(?:ophouden|kappen)|kap (?:er|hier) ?mee",
    rf"(?:nee )?ik (?:wil|dien|ga) {_NOW}geen klacht (?:meer )?(?:in|indienen|doen)",
    rf"ik trek (?:mijn|mn|de|deze) klacht {_NOW}(?:in|terug)",
    rf"ik wil (?:mijn|mn|de|deze) klacht {_NOW}(?:intrekken|terugtrekken|niet (?:meer )?indienen)",
    rf"(?:wis|verwijder|gooi|vernietig) {_NOW}(?:alles|{_ALL}{_TYPED})(?: weg| nu| maar| eruit)*",
    rf"(?:ik wil )?(?:alles|{_ALL}{_TYPED}) {_NOW}(?:wissen|verwijderen|weggooien)",
    r"cancel(?: it| this)?|never ?mind|quit|abort|i (?:want to|wanna) (?:stop|quit|cancel)",
)
_says_restart = whole(
    r"(?:nee )?(?:doe (?:het )?)?(?:maar )?(?:(?:begin|start|weer|nog een keer|helemaal|maar) )*"
    r"(?:opnieuw|overnieuw)(?: (?:beginnen|starten|maar|een klacht|klacht|graag|dan))*",
    r"(?:ik wil|kan ik|kunnen we|mag ik|laten we) (?:graag |weer |helemaal )*(?:opnieuw|overnieuw)"
    r"(?: (?:beginnen|starten))?",
    r"(?:ik wil )?(?:terug )?naar het begin|van (?:voren|voor) af aan(?: beginnen)?",
    r"restart|reset|start over|start again|begin again",
)
_BOTH = r"(?:alle ?(?:bei(?:de)?|twee)|beiden?|both)"
_means_both = whole(
    rf"(?:(?:ja|nee|eigenlijk|het|dat|ik|wil|bedoel|is|zijn|gaat|om|over|voor|van|gewoon|de|ze) )*{_BOTH}"
    r"(?: (?:eigenlijk|een beetje|tegelijk|dingen|dus|samen|past|of them))*",
)
_tries_again = whole(
    r"(?:stuur |verstuur )?(?:het |hem |dit )?(?:maar )?(?:opnieuw|overnieuw|nogmaals|nog (?:een keer|eens))"
    r"(?: (?:proberen|versturen|sturen|opsturen|graag|dan))*",
    r"(?:probeer|verstuur|stuur|verzend) (?:het|hem|dit)? ?(?:maar |dan )*"
    r"(?:nog (?:een keer|eens)|opnieuw|nogmaals|weer|op)",
    r"(?:op|ver)?sturen|verzenden|opsturen|try again|retry|again",
)
_SENT = (
    r"(?:verstuurd|verzonden|ingediend|binnen|binnengekomen|opgeslagen|ontvangen|aangekomen|gelukt|"
    r"doorgestuurd)"
)
_IT = r"(?:hij|ie|het|dit|die|dat|alles|(?:de|mijn|mn|deze) (?:klacht|bericht|verhaal|formulier))"
_asks_if_sent = whole(
    rf"(?:en )?is {_IT} (?:(?:er|nu|al|wel|dan|goed|echt) )*{_SENT}",
    rf"(?:en )?(?:heeft|hebt|hebben|heb) (?:u|je|jullie) (?:hem|m|{_IT}) (?:(?:nu|al|wel|goed) )*"
    r"(?:ontvangen|gekregen|binnen)",
    rf"staat {_IT} (?:(?:er|nu|al) )*in",
    r"(?:has|is|was) (?:it|this|my complaint) (?:now |already )?(?:been )?"
    r"(?:sent|submitted|received|saved|stored)",
)
_YOU = r"(?:u|je|jij|jullie|de gemeente)"
_asks_why = whole(
    r"(?:en |maar )?(?:waarom|hoezo|waarvoor|why)",
    rf"(?:en |maar )?(?:waarom|hoezo|waarvoor) (?:wil|wilt|willen|moet|moeten) {_YOU} (?:\w+ ){{0,3}}"
    r"(?:weten|hebben|vragen)",
    rf"(?:en |maar )?(?:waarom|hoezo|waarvoor) (?:vraag|vraagt|vragen) {_YOU} (?:\w+ ?){{1,3}}",
    rf"(?:en |maar )?(?:waarom|hoezo|waarvoor|waar) (?:heb|hebt|heeft|hebben) {_YOU} "
    r"(?:\w+ ){1,3}(?:voor )?nodig",
    r"(?:en |maar )?waarom moet (?:dat|dit|het)(?: (?:nou|nu|eigenlijk|per se|weer|dan))*",
    r"(?:en |maar )?waarom moet ik (?:\w+ ){1,3}(?:geven|zeggen|invullen|opgeven|vertellen|delen)",
    r"(?:en |maar )?(?:waarom|waarvoor|waar) is (?:dat|dit|mijn \w+) (?:voor )?(?:nodig|voor)(?: voor)?",
    rf"wat (?:moet|moeten|doet|doe|doen|gaat) {_YOU} "
    r"(?:daar ?mee|hier ?mee|ermee|met (?:dat|mijn \w+))(?: doen)?",
    r"is (?:dat|dit|het|(?:de|mijn|een) \w+) (?:echt |wel |zo )*(?:nodig|belangrijk|verplicht)",
    r"moet mijn \w+ er ?bij",
    r"moet (?:dat|dit)(?: echt| per se)?",
    r"why do you (?:need|want|ask)(?: to know)?(?: \w+){0,3}|why is (?:that|this) (?:needed|necessary)",
    rf"(?:en |maar )?waarom mijn \w+|waar gebruikt {_YOU} (?:dat|dit) voor",
)
_announces_complaint = made_of(
    "klacht klachten klagt klagen klaag beklag complaint complain",
    "ik wij we wil willen zou graag een mijn mn de het over van bij tegen in dienen indienen doen maken "
    "melden uiten te hebben heb moet kan mag hier hierbij kwijt formele officiële officiele nieuwe aan "
    "gemeente ambtenaar ambtenaren ambtenares medewerker medewerkster medewerkers baliemedewerker "
    "baliemedewerkster werknemer iemand wethouder burgemeester boa boas handhaver handhavers handhaving "
    "balie loket stadhuis afdeling burgerzaken consulent klantmanager casemanager parkeercontroleur uw "
    "jullie hallo hoi hi goedemorgen goedemiddag goedenavond goedendag dag beste geachte dame heer "
    "mevrouw meneer hello i want would like to make file submit a an about the employee of "
    "have my wat gedrag behandeling municipality nog andere ander tweede volgende extra "
    "civil servant please alstublieft aub dus nu dan maar opnieuw",
)
_says_nothing = whole(
    r"(?:nee )?(?:niks|niets|niemand|nergens|geen)(?: (?:specifieks?|bijzonders?|in het bijzonder))?"
)
_REACTION = re.compile(
    r"^(?:(?:nou|ja|jawel|jazeker|nee|eh+m?|uh+m?|ok[eé]?|oh)\b[ ,.!]+)+(?=\w)", re.IGNORECASE
)
_ADDITION = re.compile(
    r"(?:en |nee,? )?(?:(?:oh? )?(?:en )?nog (?:iets|wat|een ding)\b|"
    r"o+h? ?ja\b|verder wil ik nog\b|ook nog\b|en ook\b|daarnaast\b|"
    r"wat ik nog\b|ik vergat\b|ik was (?:nog )?vergeten\b|"
    r"ik wil (?:hier |er )?(?:nog )?(?:iets |graag )?(?:aan )?toevoegen\b|aanvulling\b|"
    r"(?:kunt u |wilt u )?voeg(?:en)? (?:hier |er |nog |ook |graag )*(?:aan )?toe\b|"
    r"(?:zet|schrijf|noteer) (?:er )?(?:ook |nog )*(?:bij|dat)\b|"
    r"(?:ik )?(?:ben |was )?(?:nog )?vergeten te (?:zeggen|melden|vertellen|schrijven)\b|"
    r"(?:\S+ ){1,3}trouwens\b|"
    r"p\.?s\b|one more thing\b|trouwens\b)\W*\w+.*",
    re.DOTALL,
)
_ASKING_WORD = re.compile(
    r"(?:(?:en|maar|oh|sorry|eh|dus|hoi|hallo) )*(?:"
    r"(?:hoe|hoelang|hoeveel|hoezo|wat|waarom|waarvoor|waar|wie|wanneer|welke?)"
    r"(?! (?:ik|mij|me|een|wij|we|hij|zij|ze|u|de|het|mijn|die|deze|er|mensen|betreft)\b)|"
    r"(?:how|what|why|who|when|where|which)(?! (?:i|he|she|they|we|a|the|happened)\b)|"
    r"(?:mag|kan|moet|krijg|hoor|zal) ik|ben (?:je|jij|u)|worden (?:mijn|de|die)|"
    r"(?:kan|kunt|mag|moet|krijgt|heeft|hebt|wilt|bent|gaat|doet|kunnen|hebben|zijn) "
    r"(?:u|je|jij|jullie|hij|zij|ze|het|dit|dat|er|we|wij|iemand|mijn|de)|"
    r"(?:is|duurt|kost|komt|wordt|werkt|klopt|staat) (?:u|hij|ze|het|dit|dat|er|mijn|de|die|deze|daar)|"
    r"ik vraag (?:me|mij) af|ik (?:wil|zou) graag (?:\w+ )?weten|"
    r"(?:weet|weten) (?:u|je|jullie) (?:of|hoe|wat|wanneer|waar)|"
    r"(?:can|may|must|do|should|will|could) (?:i|you|he|she|it|they)|(?:is|does) (?:it|this|that|he|she|my)"
    r")\b"
)
_WISH = re.compile(
    r"(?:(?:en|maar|nee|ja|dan|nou|dus|oke|hallo|hoi|goedemiddag|goedemorgen|goedendag|sorry) )*"
    r"(?:(?:ik|wij|we) (?:wil|wilde|willen|zou|zouden|vraag me|vroeg me|ben benieuwd|moet)|graag|"
    r"(?:geef|verbind|bel|laat|zeg|vertel) (?:me|mij|maar)|(?:kunt|kan|wilt) (?:u|je|iemand)|"
    r"i (?:want|would like|need|wonder))\b"
)
_TELLS = re.compile(
    r"\b(?:maar(?! (?:even|eens|liever|graag)\b)|niemand|nooit|steeds|"
    r"alweer|want|omdat|terwijl|toen|nadat|sinds|zei|zeiden|heeft|hebben|had|hadden|werd|werden|was|waren|kreeg|"
    r"kregen|because|when he|when she|said|was|were|has|had|"
    r"(?:al|nu) (?:\w+ )?(?:dagen|weken|maanden|jaren|jaar|week|maand|uur))\b"
)
_PEOPLE = re.compile(
    r"\b(?:ik|mij|me|wij|we|ons|hij|hem|zij|ze|hun|hen|jullie|men|niemand|iemand|i|me|he|him|she|they|them|"
    r"nobody|we|us)\b"
)
_REPORTED = re.compile(
    r"\b(?:zei|zegt|vroeg|riep|snauwde|schreeuwde|antwoordde|vertelde|said|asked|shouted)\b.*\?", re.DOTALL
)


def is_yes(text: str) -> bool:
    """Recognise agreement and nothing but agreement."""
    return "?" not in text and _says_yes(text)


def is_no(text: str) -> bool:
    """Recognise disagreement and nothing but disagreement; "nee, dat is alles" is being done."""
    return "?" not in text and _says_no(text) and not is_done(text)


def is_skip(text: str) -> bool:
    """Recognise that the question is to be left unanswered."""
    return text.strip() in {"-", "--", "/", "x"} or _says_skip(text)


def is_refusal(text: str) -> bool:
    """Recognise that the citizen will not tell."""
    return _says_refusal(text)


def wants_anonymity(text: str) -> bool:
    """Recognise the wish to give no name at all."""
    return _says_refusal(text) and re.search("anon[iy]", text.lower()) is not None


def is_unknown(text: str) -> bool:
    """Recognise that the citizen does not know or remember."""
    return _says_unknown(text)


def is_homeless(text: str) -> bool:
    """Recognise that the citizen has no address to give."""
    return _says_homeless(text)


def wants_change(text: str) -> bool:
    """Recognise that something that was noted is wrong, without a word about what."""
    return _wants_change(text)


def says_nothing(text: str) -> bool:
    """Recognise "niemand", "niks bijzonders" as an answer that leaves the question empty."""
    return _says_nothing(text)


def without_reaction(text: str) -> str:
    """Drop the "ja," or "nee," with which an answer begins."""
    return _REACTION.sub("", text)


def refers_back(text: str) -> bool:
    """Recognise a reference to what was said before."""
    return _refers_back(text)


def is_stop(text: str) -> bool:
    """Recognise the wish to end the conversation."""
    return "?" not in text and _says_stop(text)


def is_restart(text: str) -> bool:
    """Recognise the wish to begin again."""
    return _says_restart(text)


def means_both(text: str) -> bool:
    """Recognise that of two choices neither is to be left out."""
    return "?" not in text and _means_both(text)


def tries_again(text: str) -> bool:
    """Recognise the wish to send once more what could not be sent."""
    return "?" not in text and _tries_again(text)


def is_done(text: str) -> bool:
    """Recognise that there is nothing to add."""
    return _says_done(text)


def asks_if_sent(text: str) -> bool:
    """Recognise the question whether the complaint has arrived."""
    return _asks_if_sent(text)


def asks_why(text: str) -> bool:
    """Recognise the question why something is asked."""
    return _asks_why(text)


def is_question(text: str) -> bool:
    """Recognise the shape of a question; a story that ends in one, or quotes one, is no question."""
    words = plain(text)
    if len(words.split()) > _MAX_QUESTION_WORDS or _REPORTED.search(text) or is_unknown(text):
        return False
    return bool(words) and (text.rstrip(" \"'”’").endswith("?") or bool(_ASKING_WORD.match(words)))


def is_marked_question(text: str) -> bool:
    """Recognise a question that ends in its mark, not one that is only worded as one."""
    return text.rstrip().endswith("?") and is_question(text)


def is_request(text: str) -> bool:
    """Recognise a question, or a wish in so many words that tells nothing of what happened."""
    words = plain(text)
    return is_question(text) or bool(_WISH.match(words) and not _TELLS.search(words))


def names_people(text: str) -> bool:
    """Recognise that somebody does or undergoes something: a pronoun such as "ze", "mij" or "niemand"."""
    return bool(_PEOPLE.search(plain(text)))


def is_bare_complaint(text: str) -> bool:
    """Recognise the announcement of a complaint that does not yet tell what happened."""
    text = re.sub(r"(?i)\b((?:de|van) gemeente) \w+\W*$", r"\1", text)
    return _announces_complaint(re.sub(r"(?i)\b\w+(ambtenaar|medewerker|medewerkster)\b", r"\1", text))


def is_addition(text: str) -> bool:
    """Recognise that something is added to what was told before."""
    return not text.rstrip().endswith("?") and bool(_ADDITION.fullmatch(text.strip().lower()))
