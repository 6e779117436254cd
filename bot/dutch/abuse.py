"""Recognise a message that is abuse and nothing else: it answers no question."""

from bot.dutch.wording import MAX_WORDS, plain, word_set

_ABUSE = word_set(
    "klootzak klootzakken eikel eikels hufter hufters lul lullen sukkel sukkels trut trutten kutwijf kut "
    "kutten hoer hoeren idioot idioten debiel debielen mongool mongolen achterlijk achterlijke "
    "achterlijken tering tyfus kanker kankerlijer kankerlijers teringlijer teringlijers flikker flikkers "
    "mafkees mafkezen oplichters tuig schorem rotzak rotzakken smeerlap smeerlappen vuile gvd godverdomme "
    "bek rot asshole assholes idiot idiots"
)
_BESIDE = word_set(
    "een jullie je jij u zijn bent stel stelletje bende stomme domme rare wat die dat de het allemaal "
    "gewoon toch echt maar ook hou houd houden op val dood krijg hond honden varken varkens zak zakken "
    "gemeente ambtenaren you are stupid fucking"
)


def is_abuse(text: str) -> bool:
    """Recognise abuse alone; letter by letter, as many a surname is one slip away from it."""
    words = set(plain(text).split())
    return len(words) <= MAX_WORDS and words <= _ABUSE | _BESIDE and bool(words & _ABUSE)
