"""Masking, judged by the tables and by made-up numbers with a right check digit."""

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from stdnum import iban, luhn
from stdnum.nl import bsn

from bot.dutch.masking import Masked, mask, mask_personal
from tests.dutch import masking_cases as cases

BSNS = st.integers(10_000_000, 99_999_999).map(str).map(lambda digits: digits + bsn_check_digit(digits))
CARDS = st.sampled_from(["411111", "520082", "222300", "601100", "356600"]).flatmap(
    lambda prefix: st.integers(0, 10**9 - 1).map(
        lambda rest: f"{prefix}{rest:09}{luhn.calc_check_digit(f'{prefix}{rest:09}')}"
    )
)
BANKS = st.sampled_from(["ABNA", "INGB", "RABO", "TRIO"])
IBANS = st.builds(lambda bank, account: f"{bank}{account:010}", BANKS, st.integers(0, 10**10 - 1)).map(
    lambda tail: f"NL{iban.calc_check_digits('NL00' + tail)}{tail}"
)
GAPS = st.sampled_from(["", " ", ".", "-"])
WORDS = st.lists(
    st.sampled_from(["hallo", "ik", "ben", "boos,", "want", "hij", "bleef", "weg.", "mijn"]), max_size=4
)


def bsn_check_digit(digits):
    total = sum(int(digit) * weight for digit, weight in zip(digits, range(9, 1, -1), strict=True))
    return str(total % 11) if total % 11 < 10 else "x"


def spaced(number, sizes, gap):
    parts, position = [], 0
    for size in sizes:
        parts.append(number[position : position + size])
        position += size
    return gap.join(parts)


def in_words(before, number, after):
    return " ".join([*before, number, *after])


@pytest.mark.parametrize(("text", "expected", "kinds"), cases.MASKED)
def test_mask_takes_secrets_out(text, expected, kinds):
    assert mask(text) == Masked(expected, kinds)


@pytest.mark.parametrize("text", cases.KEPT)
def test_mask_leaves_look_alikes(text):
    assert mask(text) == Masked(text, ())


@pytest.mark.parametrize(("text", "expected"), cases.PERSONAL)
def test_mask_personal_takes_out_who_it_is(text, expected):
    assert mask_personal(text) == expected


@given(WORDS, BSNS, st.sampled_from([(9,), (3, 3, 3), (4, 2, 3), (2, 2, 2, 3), (1,) * 9]), GAPS, WORDS)
def test_mask_lets_no_bsn_through(before, number, sizes, gap, after):
    assume(bsn.is_valid(number))
    text = in_words(before, spaced(number, sizes, gap), after)

    assert mask(text) == Masked(in_words(before, "[bsn verwijderd]", after), ("bsn",))


@given(WORDS, IBANS, st.sampled_from([(18,), (4, 4, 4, 4, 2), (2, 2, 4, 10)]), GAPS, WORDS)
def test_mask_lets_no_account_through(before, number, sizes, gap, after):
    text = in_words(before, spaced(number, sizes, gap), after)

    assert mask(text) == Masked(in_words(before, "[iban verwijderd]", after), ("iban",))


@given(WORDS, CARDS, st.sampled_from([(16,), (4, 4, 4, 4)]), GAPS, WORDS)
def test_mask_lets_no_card_through(before, number, sizes, gap, after):
    text = in_words(before, spaced(number, sizes, gap), after)

    assert mask(text) == Masked(in_words(before, "[kaartnummer verwijderd]", after), ("card",))


@given(st.text() | st.text(alphabet="0123456789 .-NLABww:=pinbs[]"))
@example("ww: 123456782")
def test_mask_twice_is_mask_once(text):
    once = mask(text).text

    assert mask(once) == Masked(once, ())


@given(st.text())
def test_mask_personal_twice_is_once(text):
    once = mask_personal(text)

    assert mask_personal(once) == once


@pytest.mark.parametrize("unit", ["1", "12 ", "1.", "NL91ABNA", "ww: ", "06-", "a@", "A-", "1334 "])
def test_mask_reads_ten_thousand_characters(unit):
    text = (unit * 10_000)[:10_000] + " bsn 123456782"

    assert mask(text).text.endswith(" bsn [bsn verwijderd]")
    assert mask_personal(text).endswith(" bsn [bsn verwijderd]")


@pytest.mark.parametrize(
    "blank",
    [*"\u00a0\u2009\u200b\u202f\u2060\ufeff", *"\u2010\u2011\u2013\u2212"],
    ids=lambda character: f"U+{ord(character):04X}",
)
@pytest.mark.parametrize(
    ("groups", "kind"),
    [
        (("111", "222", "333"), "bsn"),
        (("NL91", "ABNA", "0417", "1643", "00"), "iban"),
        (("4111", "1111", "1111", "1111"), "card"),
    ],
    ids=["bsn", "iban", "card"],
)
def test_mask_sees_through_the_blanks_of_word_processors(
    blank: str, groups: tuple[str, ...], kind: str
) -> None:
    number = blank.join(groups)

    masked = mask(f"Mijn nummer: {number}. Groet\u00a0Anna")

    assert masked.kinds == (kind,)
    assert masked.text.endswith("verwijderd]. Groet\u00a0Anna")


@pytest.mark.parametrize(
    "number",
    [
        "\uff11\uff11\uff11\uff12\uff12\uff12\uff13\uff13\uff13",
        "\u0661\u0661\u0661\u0662\u0662\u0662\u0663\u0663\u0663",
    ],
)
def test_mask_reads_the_digits_of_other_keyboards(number: str) -> None:
    assert mask(f"Mijn bsn is {number}.").text == "Mijn bsn is [bsn verwijderd]."
