"""The whole way at 400 % zoom: a screen of 1280 by 1024 has 320 by 256 CSS pixels left."""

import shutil

from playwright.sync_api import expect

from tests.browser.citizen import FILMSTRIP
from tests.system.people import answers

FILM = "zoom-400"

# Whatever sticks out at the sides; in such a narrow window nobody scrolls in two directions.
TOO_WIDE = """() => [...document.querySelector('klachtbalie-chat').shadowRoot.querySelectorAll('*')]
  .filter(element => element.checkVisibility() && !element.closest('.visually-hidden'))
  .filter(element => element.getBoundingClientRect().right > innerWidth + 1)
  .map(element => `${element.tagName} ${element.className}`)"""


def test_complaint_is_submitted_at_400_percent_zoom(open_citizen, desk):
    told = answers(what="Ik werd vier keer zo groot afgesnauwd en uitgelachen aan de balie.")
    shutil.rmtree(FILMSTRIP / FILM, ignore_errors=True)
    citizen = open_citizen(viewport={"width": 320, "height": 256}, device_scale_factor=4)

    citizen.start()
    _look(citizen, "begin")
    citizen.press("Ik heb een klacht")
    citizen.tell(told, say=lambda text: _say_and_look(citizen, text))
    done = citizen.press("Ja, dit klopt")
    expect(citizen.heading("Uw klacht is ontvangen")).to_be_visible()
    _look(citizen, "ingediend")

    [row] = desk.complaints_with("vier keer zo groot")
    assert row["reference"] == done.reference


def _say_and_look(citizen, text):
    reply = citizen.say(text)
    _look(citizen, reply.asking)
    return reply


def _look(citizen, scene):
    citizen.shoot(FILM, scene)
    assert citizen.page.evaluate(TOO_WIDE) == []
