"""What survives a reload, and what the browser keeps: the token and nothing that was typed."""

import json

from playwright.sync_api import expect

from tests.browser.citizen import Citizen
from tests.browser.conftest import CHROMIUM, SCREEN
from tests.system.canaries import Canaries, find
from tests.system.people import ANNA

EVERYTHING_KEPT = """async () => ({
  localStorage: {...localStorage},
  sessionStorage: {...sessionStorage},
  cookies: document.cookie,
  databases: await indexedDB.databases(),
  caches: await caches.keys(),
})"""


def test_reload_brings_the_conversation_back(citizen):
    citizen.start()
    citizen.say(ANNA["what"])

    citizen.page.reload()

    expect(citizen.log).to_contain_text(ANNA["what"])
    expect(citizen.page.get_by_text("Vraag 2 van 8")).to_be_visible()
    expect(citizen.page.get_by_role("status").first).to_have_text("Uw gesprek staat er weer.")
    assert citizen.say(ANNA["when"]).asking == "where"


def test_browser_keeps_the_token_only(chromium, desk, tmp_path):
    """Searched in the page, and in the profile on disk while and after the browser ran."""
    canaries = Canaries()
    with chromium.launch_persistent_context(tmp_path, **CHROMIUM, **SCREEN) as context:
        citizen = Citizen(context.pages[0], desk.url)
        citizen.start()
        citizen.tell(canaries.answers)
        in_summary = citizen.page.evaluate(EVERYTHING_KEPT)
        on_disk = find(canaries.all, [tmp_path])
        citizen.press("Ja, dit klopt")
        citizen.field.fill(f"En mijn {canaries.story}?")
        token = citizen.token()
        kept = citizen.page.evaluate(EVERYTHING_KEPT)
        cookies = context.cookies()

    nothing = {"localStorage": {}, "cookies": "", "databases": [], "caches": []}
    assert kept == {**nothing, "sessionStorage": {"klachtbalie-token": token}}
    assert cookies == []
    assert not [canary for canary in canaries.all if canary in json.dumps([in_summary, kept])]
    assert on_disk | find(canaries.all, [tmp_path]) == set()


def test_search_would_find_what_a_page_keeps(chromium, desk, tmp_path):
    """The profile on disk is where the browser writes, and in a spelling that is found."""
    canary = Canaries().story
    with chromium.launch_persistent_context(tmp_path, **CHROMIUM, **SCREEN) as context:
        page = context.pages[0]
        page.goto(f"{desk.url}/demo")
        page.evaluate("canary => localStorage.setItem('kept', canary)", canary)

    assert find((canary,), [tmp_path])
