"""Two tabs of one browser: two conversations that know nothing of each other."""

from playwright.sync_api import expect

from tests.browser.citizen import Citizen
from tests.system.people import answers

FIRST = answers(what="Ik werd op de eerste bladzijde afgesnauwd.", name="Anna de Vries")
SECOND = answers(what="Ik werd op de tweede bladzijde uitgelachen.", name="Bram Bakker")


def test_two_tabs_hold_two_conversations(citizen, desk):
    other = Citizen(citizen.page.context.new_page(), desk.url)
    for tab in (citizen, other):
        tab.start()
    assert citizen.token() != other.token()

    for tab, told in ((citizen, FIRST), (other, SECOND)):
        tab.page.bring_to_front()  # the other one keeps still, as a tab in the background does
        tab.tell(told)
    references = [tab.press("Ja, dit klopt").reference for tab in (other, citizen)]

    expect(citizen.log).not_to_contain_text(SECOND["what"])
    expect(other.log).not_to_contain_text(FIRST["what"])
    rows = [*desk.complaints_with("tweede bladzijde"), *desk.complaints_with("eerste bladzijde")]
    assert [row["reference"] for row in rows] == references
    assert [row["name"] for row in rows] == ["Bram Bakker", "Anna de Vries"]
    assert other.faults == []
