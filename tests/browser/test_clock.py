"""Silence: the warning, one key that extends, the end, and who comes too late."""

import time

from playwright.sync_api import expect

from tests.system.people import ANNA

LATE = "Hallo, bent u er nog? Ik was mijn tas aan het zoeken."


def test_one_key_extends_and_silence_wipes_the_screen(open_citizen, brief_desk):
    citizen = open_citizen(at=brief_desk)
    citizen.start()
    expect(citizen.log).to_contain_text("Doet u 40 seconden niets, dan wordt alles gewist.")
    citizen.say(ANNA["what"])
    warning = citizen.page.get_by_role("alertdialog", name="Bent u er nog?")

    expect(warning).to_be_visible()
    expect(citizen.button("Ik ben er nog")).to_be_focused()
    citizen.shoot("klok", "waarschuwing")
    with citizen.page.expect_response("**/keep-alive") as extended:
        citizen.page.keyboard.press("Enter")
    expect(warning).to_be_hidden()
    expect(citizen.log).to_contain_text(ANNA["what"])

    expect(citizen.page.get_by_text("De chat is gesloten.").first).to_be_visible(timeout=120_000)
    citizen.shoot("klok", "gesloten")
    assert extended.value.status == 200
    assert ANNA["what"] not in citizen.page.content()
    assert citizen.token() is None
    expect(citizen.button("Opnieuw beginnen")).to_be_focused()
    citizen.page.keyboard.press("Enter")
    expect(citizen.button("Ik heb een klacht")).to_be_visible()


def test_late_message_is_told_that_nothing_was_kept(open_citizen, brief_desk):
    """The computer slept: its own clock did not run, and the citizen just goes on typing."""
    citizen = open_citizen(at=brief_desk)
    citizen.page.clock.install()
    citizen.start()
    citizen.say(ANNA["what"])
    citizen.field.fill(LATE)
    citizen.page.clock.pause_at(citizen.page.evaluate("Date.now() + 1000"))
    _wait_until_closed(brief_desk.chat(citizen.token()))

    late = citizen.answered(citizen.button("Versturen").click)

    assert (late.status, late.body["code"]) == (410, "expired")
    expect(citizen.page.get_by_text(late.body["detail"]).first).to_be_visible()
    citizen.shoot("klok", "te-laat")
    assert LATE not in citizen.page.content()


def _wait_until_closed(chat):
    deadline = time.monotonic() + 180
    while chat.replay().status != 410:
        assert time.monotonic() < deadline, "the conversation stays open"
        time.sleep(0.5)
