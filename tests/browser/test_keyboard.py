"""The whole way without a mouse."""

from playwright.sync_api import expect

from tests.system.people import answers

MOST_STOPS = 40


def test_complaint_is_submitted_and_kept_with_the_keyboard_alone(citizen, desk):
    told = answers(what="Ik werd zonder muis afgesnauwd en uitgelachen aan de balie.")
    keyboard = citizen.page.keyboard

    citizen.visit()
    _press(citizen, "Klacht? Chat met ons")
    expect(citizen.heading("Klachtbalie")).to_be_focused()
    expect(citizen.button("Ik heb een klacht")).to_be_visible()
    citizen.answered(lambda: _press(citizen, "Ik heb een klacht"))
    citizen.tell(told, say=lambda text: _type(citizen, text))
    changing = citizen.answered(lambda: _press(citizen, "Wijzig naam"))
    _type(citizen, "Anna Jansen-de Wit")
    done = citizen.answered(lambda: _press(citizen, "Ja, dit klopt"))
    with citizen.page.expect_download():
        _press(citizen, "Kopie opslaan")
    keyboard.press("Escape")

    assert changing.asking == "name"
    expect(citizen.button("Verder met uw gesprek")).to_be_focused()
    [row] = desk.complaints_with("zonder muis")
    assert (row["reference"], row["name"]) == (done.reference, "Anna Jansen-de Wit")


def _press(citizen, name):
    """Tab to the button and press it."""
    button = citizen.button(name)
    for _ in range(MOST_STOPS):
        if button.evaluate("button => button.matches(':focus')"):
            return citizen.page.keyboard.press("Enter")
        citizen.page.keyboard.press("Tab")
    raise AssertionError(f"not reached with Tab: {name}")


def _type(citizen, text):
    """Type where the focus is: after each answer that has to be the text field."""
    expect(citizen.field).to_be_focused()
    citizen.page.keyboard.type(text)
    return citizen.answered(lambda: citizen.page.keyboard.press("Enter"))
