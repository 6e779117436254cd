"""Reading phone numbers from answers and stories."""

import phonenumbers
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dutch.phones import Phone, find_phone, read_phone, write_phone


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("06 87 65 43 21", "+31687654321", id="mobile-in-pairs"),
        pytest.param("06.87.65.43.21", "+31687654321", id="dots"),
        pytest.param("06 - 8765 4321", "+31687654321", id="spaced-dash"),
        pytest.param("+31 (0)6 87654321", "+31687654321", id="zero-in-brackets"),
        pytest.param("0031 6 87654321", "+31687654321", id="double-zero"),
        pytest.param("687654321", "+31687654321", id="without-the-zero"),
        pytest.param("o6-87654321", "+31687654321", id="letter-o"),
        pytest.param("(036) 539 99 11", "+31365399911", id="brackets"),
        pytest.param("036 539 99 11 of 06 87654321", "+31365399911", id="first-of-two"),
        pytest.param("mijn nummer: 0687654321.", "+31687654321", id="in-a-sentence"),
        pytest.param("0049 171 1234567", "+491711234567", id="german"),
    ],
)
def test_read_phone_reads_numbers(text, expected):
    assert Phone(expected) == read_phone(text)


@pytest.mark.parametrize(
    "text", ["06 8765432", "1234", "14 036", "geen", "", "112", "06-876543210987", "bel maar niet"]
)
def test_read_phone_calls_the_rest_invalid(text):
    assert Phone(problem="invalid") == read_phone(text)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        pytest.param("036-5399911 na zes uur bereikbaar", "na zes uur bereikbaar", id="after"),
        pytest.param(
            "u kunt mij bellen op 0687654321, liefst overdag", "liefst overdag", id="before-and-after"
        ),
        pytest.param("bel me op 0687654321 maar niet op maandag", "niet op maandag", id="not-on-monday"),
        pytest.param("0687654321 (van mijn zoon)", "van mijn zoon", id="whose"),
        pytest.param("mijn telefoonnummer is 0687654321", None, id="nothing-to-note"),
    ],
)
def test_read_phone_keeps_what_was_said_about_calling(text, note):
    assert note == read_phone(text).note


@pytest.mark.parametrize(
    "text",
    [
        "U kunt mij bereiken op 06-87654321.",
        "Groet, Anna Bos, 06 87654321",
        "Groeten\nAnna\n06-87654321",
        "tel: 0687654321",
        "Jan de Vries, Dorpsstraat 1, 1334AB Almere tel 0687654321",
        "Jan de Vries Dorpsstraat 1 1334 AB Almere 0687654321 jan@example.nl",
        "jan@example.nl 0687654321",
        "en mob 06-87654321",
        "telnr 0687654321",
        "Mijn telefoonnummer is +31 6 87654321 en mijn naam is Bos",
    ],
)
def test_find_phone_finds_the_writers_own(text):
    assert Phone("+31687654321") == find_phone(text)


@pytest.mark.parametrize(
    "text",
    [
        "Ik heb 036 539 99 11 gebeld en niemand nam op.",
        "Ik belde 14 036 en werd niet geholpen.",
        "Mijn zaaknummer is 0687654321.",
        "kenmerk 0201234567",
        "Mijn BSN is 0123456782",
        "NL91ABNA0417164300",
        "Ik woon op 1315KR 12",
        "zijn nummer is 0687654321",
        "zijn tel 0687654321 staat in de brief",
        "ik belde tel 0687654321",
        "gebeld door de boa, tel 0687654321",
        "Ik belde in 2026 om 0687654321",
        "Ik belde de ombudsman op 020 625 9999",
    ],
)
def test_find_phone_leaves_other_numbers_alone(text):
    assert find_phone(text) is None


@settings(deadline=None)
@given(
    st.from_regex(r"6[1-58][0-9]{7}", fullmatch=True),
    st.sampled_from(["0{}", "+31{}", "0031 {}", "+31 (0){}"]),
)
def test_read_phone_reads_every_mobile_however_it_begins(digits, form):
    assert f"+31{digits}" == read_phone(form.format(digits)).e164


@pytest.mark.parametrize(
    ("e164", "expected"),
    [
        pytest.param("+31612345678", "06 12345678", id="mobile"),
        pytest.param("+31365312345", "036 531 2345", id="fixed"),
        pytest.param("+32470123456", "+32 470 12 34 56", id="abroad"),
    ],
)
def test_write_phone_writes_a_number_that_reads_the_same(e164, expected):
    assert expected == write_phone(e164)
    assert e164 == read_phone(expected).e164


@settings(deadline=None)
@given(st.text(max_size=10_000) | st.text(alphabet="0612345678 -+().", max_size=10_000))
def test_phones_survive_any_text(text):
    """A number that comes out is a number that can be called."""
    for phone in (read_phone(text), find_phone(text)):
        if phone and phone.e164:
            assert phonenumbers.is_valid_number(phonenumbers.parse(phone.e164))


@pytest.mark.parametrize("unit", ["06 ", "1-", "+1(", "0", "belde 06-12345678 ", "mijn nummer is "])
def test_find_phone_comes_back_from_repetitive_text(unit):
    """A pattern that backtracks without end would hang here."""
    assert find_phone((unit * 10_000)[:10_000]) is None
