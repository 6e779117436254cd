"""Reading names, judged by the tables."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.dutch.names import Name, completed_name, find_name, find_on_behalf, read_name
from bot.dutch.wording import word_set
from tests.dutch import name_cases as cases

WORDS = sorted(word_set("ik ben heet mijn naam is van de 't J. Visser, en namens moeder & O'C . 😊"))


def by_text(rows):
    return [pytest.param(*row, id=row[0][:50]) for row in rows]


@pytest.mark.parametrize(("text", "expected"), by_text(cases.COMPLETE))
def test_read_name_complete(text, expected):
    assert read_name(text) == Name(expected, complete=True)


@pytest.mark.parametrize(("text", "expected"), by_text(cases.INCOMPLETE))
def test_read_name_incomplete(text, expected):
    assert read_name(text) == Name(expected, complete=False)


@pytest.mark.parametrize("text", cases.REFUSED)
def test_read_name_refused(text):
    assert read_name(text) == Name(refused=True)


@pytest.mark.parametrize("text", cases.UNCLEAR)
def test_read_name_unclear(text):
    assert read_name(text) == Name(problem="unclear")


@pytest.mark.parametrize(("text", "name", "on_behalf_of"), by_text(cases.ANSWERS_ON_BEHALF))
def test_read_name_on_behalf(text, name, on_behalf_of):
    assert read_name(text) == Name(name, complete=True, on_behalf_of=on_behalf_of)


@pytest.mark.parametrize(("text", "expected"), by_text(cases.STORIES_WITH_NAME))
def test_find_name_takes_the_writers_own(text, expected):
    found = find_name(text)

    assert found is not None
    assert found.name == expected


@pytest.mark.parametrize("text", cases.STORIES_WITHOUT_NAME)
def test_find_name_takes_nobody_elses(text):
    assert find_name(text) is None


@pytest.mark.parametrize(("text", "expected"), by_text(cases.ON_BEHALF))
def test_find_on_behalf_names_the_represented(text, expected):
    assert find_on_behalf(text) == expected


@pytest.mark.parametrize("text", cases.NOT_ON_BEHALF)
def test_find_on_behalf_leaves_others_alone(text):
    assert find_on_behalf(text) is None


@pytest.mark.parametrize(
    ("known", "new", "expected"),
    [
        ("Sjaak", "De Vries", "Sjaak de Vries"),
        ("Van den Berg", "Kees", "Kees van den Berg"),
        ("Marie van den Berg", "Jansen-de Wit", "Marie Jansen-de Wit"),
        ("Anneke Jansen", "Jansen-de Wit", "Anneke Jansen-de Wit"),
        ("J.P. de Vries", "Bos", "J.P. Bos"),
        ("Jan de Vries", "Piet", "Piet de Vries"),
        ("Zoe de Vries", "Zoë", "Zoë de Vries"),
        ("Jansen", "Jansen-de Wit", "Jansen-de Wit"),
    ],
)
def test_completed_name_holds_one_given_name_and_one_surname(known, new, expected):
    assert completed_name(known, new) == expected


@given(text=st.text(max_size=300))
def test_names_survive_any_text(text):
    name = read_name(text)

    assert [name.name is not None, name.refused, name.problem is not None].count(True) == 1
    assert find_name(text) is None or find_name(text).name
    assert find_on_behalf(text) is None or find_on_behalf(text)


@given(words=st.lists(st.sampled_from(WORDS)))
@example(words=[*8 * ["&"], "Visser", ",", "J."])
def test_names_survive_any_mix_of_their_own_words(words):
    text = " ".join(words)
    name = read_name(text)

    assert (name.name is None) or read_name(name.name).name == name.name
    assert find_name(text) is None or find_name(text).name


@pytest.mark.parametrize(
    "unit", ["ik heet ", "namens ", "J.", "van ", "mijn naam is Jan, ", "- ", "ik schrijf ", "klacht "]
)
def test_names_read_ten_thousand_characters(unit):
    text = (unit * 10_000)[:10_000]

    assert read_name(text) == Name(problem="unclear")
    assert find_on_behalf(text) is None
    assert find_name(text + ". Ik heet Karin Visser.") is not None


@pytest.mark.parametrize("text", ["P. Zondag", "Kees van Maandag", "Anna Vrijdag"])
def test_day_is_a_surname_behind_a_name(text: str) -> None:
    """Some families are called after a day of the week."""
    assert read_name(text).name == text


@pytest.mark.parametrize(
    "text", ["zondag", "half oktober", "eind november", "op maandag", "vrijdag was het", "maandag of dinsdag"]
)
def test_day_alone_is_no_name(text: str) -> None:
    """An answer to another question."""
    assert read_name(text).name is None
