"""Reading e-mail addresses, judged by the tables."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dutch.mailboxes import Mailbox, find_mailbox, read_mailbox
from tests.dutch import mailbox_cases as cases


@pytest.mark.parametrize(("text", "expected"), cases.VALID)
def test_read_mailbox_normalises(text, expected):
    assert read_mailbox(text) == Mailbox(expected)


@pytest.mark.parametrize("text", cases.INVALID)
def test_read_mailbox_rejects(text):
    assert read_mailbox(text) == Mailbox(problem="invalid")


@pytest.mark.parametrize(("text", "expected"), cases.STORIES_WITH_MAILBOX)
def test_find_mailbox_takes_the_writers_own(text, expected):
    assert find_mailbox(text) == Mailbox(expected)


@pytest.mark.parametrize("text", cases.STORIES_WITHOUT_MAILBOX)
def test_find_mailbox_takes_nobody_elses(text):
    assert find_mailbox(text) is None


@given(text=st.text(max_size=300))
def test_mailboxes_survive_any_text(text):
    assert (read_mailbox(text).address is None) == (read_mailbox(text).problem == "invalid")
    assert find_mailbox(text) is None or find_mailbox(text).address


@given(address=st.emails(domains=st.sampled_from(["example.nl", "Example.COM", "sub.example.co.uk"])))
def test_read_mailbox_keeps_the_local_part(address):
    local, domain = address.rsplit("@", 1)
    found = read_mailbox(f"mijn mail is {address}").address

    assert found is None or found.endswith("@" + domain.lower())
    if local.replace(".", "").isalnum():
        assert found == f"{local}@{domain.lower()}"


@pytest.mark.parametrize("unit", ["a", "@", "a@", "a.", "punt ", "at ", " ", "mail ", "x@example.nl "])
def test_mailboxes_read_ten_thousand_characters(unit):
    text = (unit * 10_000)[:10_000]

    assert (read_mailbox(text).address is None) == ("example" not in unit)
    assert find_mailbox(text) is None
