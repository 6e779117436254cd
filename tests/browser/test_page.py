"""The demo page itself: its strict policy, its accessibility in every stage, and when it can be used."""

import sys

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.system.people import ANNA

ADD_INLINE_STYLE = """() => {
  const style = document.createElement('style');
  style.textContent = 'p { color: red }';
  document.head.append(style);
}"""
READY = """async () => {
  await customElements.whenDefined('klachtbalie-chat');
  const [visit] = performance.getEntriesByType('navigation');
  return Math.round(visit.domContentLoadedEventEnd);
}"""


def _asks(citizen):
    citizen.start()
    citizen.say(ANNA["what"])


def _checks(citizen):
    citizen.start()
    citizen.tell(ANNA)
    expect(citizen.heading("Controleer uw klacht")).to_be_visible()


def _submitted(citizen):
    _checks(citizen)
    citizen.press("Ja, dit klopt")
    expect(citizen.heading("Uw klacht is ontvangen")).to_be_visible()


STAGES = {
    "dicht": lambda citizen: citizen.visit(),
    "vraag": _asks,
    "overzicht": _checks,
    "ontvangst": _submitted,
}


@pytest.mark.parametrize("stage", STAGES)
def test_page_has_no_accessibility_violations(citizen, stage):
    STAGES[stage](citizen)

    assert violations(citizen.page) == []


def test_page_allows_nothing_inline_or_foreign(citizen):
    """The breach shows that one would be noticed; all other tests fail on any."""
    policy = citizen.visit().headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert not [word for word in ("unsafe", "http:", "https:", "data:", "*") if word in policy]
    assert citizen.faults == []

    citizen.page.evaluate(ADD_INLINE_STYLE)

    [breach] = citizen.faults
    assert "style" in breach
    citizen.faults.clear()


def test_page_can_be_used_once_it_is_loaded(citizen, capsys):
    """How long that took is told and not judged: it says as much about the machine."""
    citizen.visit()
    expect(citizen.button("Klacht? Chat met ons")).to_be_visible()
    ready = citizen.page.evaluate(READY)

    with capsys.disabled():
        sys.stdout.write(f" [demo page ready after {ready} ms] ")
    assert ready > 0
