"""A whole complaint on the screens people have, step by step in pictures, up to the copy they keep."""

import shutil

import pytest
from playwright.sync_api import expect

from tests.browser.citizen import FILMSTRIP
from tests.system.people import answers

SCREENS = {
    "telefoon": {"viewport": {"width": 390, "height": 844}, "has_touch": True},
    "bureau": {"viewport": {"width": 1280, "height": 800}},
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", SCREENS)
def test_complaint_is_stored_and_its_copy_can_be_kept(open_citizen, desk, screen, scheme):
    film = f"{screen}-{scheme}"
    told = answers(what=f"Ik werd afgesnauwd en uitgelachen op mijn {film} en kreeg geen antwoord.")
    shutil.rmtree(FILMSTRIP / film, ignore_errors=True)
    citizen = open_citizen(**SCREENS[screen], color_scheme=scheme)

    citizen.visit()
    citizen.shoot(film, "pagina")
    citizen.start()
    citizen.shoot(film, "begin")
    citizen.press("Ik heb een klacht")
    citizen.tell(told, say=lambda text: _say_and_shoot(citizen, film, text))
    expect(citizen.heading("Controleer uw klacht")).to_be_visible()
    expect(citizen.page.locator("details").get_by_text(told["what"])).to_be_hidden()
    done = citizen.press("Ja, dit klopt")
    expect(citizen.heading("Uw klacht is ontvangen")).to_be_visible()
    citizen.shoot(film, "ingediend")

    [row] = desk.complaints_with(told["what"])
    assert (row["reference"], row["name"], row["house_number"]) == (done.reference, "Anna de Vries", "12")
    _check_copy(citizen, done.reference)
    _check_print_view(citizen, film, told["what"])


def _say_and_shoot(citizen, film, text):
    reply = citizen.say(text)
    citizen.shoot(film, reply.asking or "antwoord")
    return reply


def _check_copy(citizen, reference):
    with citizen.page.expect_download() as download:
        citizen.button("Kopie opslaan").click()
    assert download.value.suggested_filename == f"klacht-{reference}.pdf"
    assert download.value.path().read_bytes().startswith(b"%PDF-")
    expect(citizen.page.get_by_text("De kopie is opgeslagen bij uw downloads.").last).to_be_visible()


def _check_print_view(citizen, film, story):
    """The page opens in a tab of its own, with its style in spite of the strict policy it inherits."""
    with citizen.page.expect_popup() as popup:
        citizen.page.get_by_role("button", name="Afdrukversie openen").click()
    copy = popup.value
    expect(copy.get_by_text(story)).to_be_visible()
    term = copy.get_by_role("term").first
    assert term.evaluate("term => getComputedStyle(term).fontWeight") == "700"
    copy.emulate_media(media="print")
    citizen.pictures += 1
    copy.screenshot(path=FILMSTRIP / film / f"{citizen.pictures:02}-afdruk.png", full_page=True)
    copy.close()
