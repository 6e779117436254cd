"""The running product in a real browser: two Klachtbalies, one of them with a short clock, and Chromium."""

import os
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from playwright.sync_api import Browser, BrowserType, Playwright, sync_playwright

from tests.browser.citizen import Citizen
from tests.system.conftest import StartDesk, start_desk  # noqa: F401 - a fixture
from tests.system.desk import Desk

CHROMIUM = {
    "executable_path": os.environ.get("CHROMIUM", "/usr/bin/chromium"),
    "args": [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ],
}
SCREEN = {"locale": "nl-NL", "timezone_id": "Europe/Amsterdam"}
DESKTOP = {"width": 1280, "height": 800}

# Long enough to answer in, also on a busy machine; short enough to wait for.
BRIEF_CLOCK = {"inactivity_seconds": 40, "warning_seconds": 20}

OpenCitizen = Callable[..., Citizen]


@pytest.fixture(scope="session")
def desks(start_desk: StartDesk) -> list[Desk]:  # noqa: F811 - the fixture
    """Both Klachtbalies, started side by side because loading the model takes long."""
    with ThreadPoolExecutor() as pool:
        return list(pool.map(lambda settings: start_desk(**settings), ({}, BRIEF_CLOCK)))


@pytest.fixture
def desk(desks: list[Desk]) -> Desk:
    """The Klachtbalie that most tests share."""
    return desks[0]


@pytest.fixture
def brief_desk(desks: list[Desk]) -> Desk:
    """A Klachtbalie that forgets soon."""
    return desks[1]


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """The driver of the browser."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> BrowserType:
    """The kind of browser, for tests that start one of their own."""
    return playwright.chromium


@pytest.fixture(scope="session")
def browser(chromium: BrowserType) -> Iterator[Browser]:
    """The browser that most tests share."""
    browser = chromium.launch(**CHROMIUM)
    yield browser
    browser.close()


@pytest.fixture
def open_citizen(browser: Browser, desk: Desk) -> Iterator[OpenCitizen]:
    """Sit a citizen down at a fresh browser; the page must not have broken its own rules afterwards."""
    citizens: list[Citizen] = []

    def open_page(at: Desk = desk, **screen: object) -> Citizen:
        context = browser.new_context(**{**SCREEN, "viewport": DESKTOP, **screen})
        citizens.append(Citizen(context.new_page(), at.url))
        return citizens[-1]

    yield open_page
    for citizen in citizens:
        citizen.page.context.close()
    assert [fault for citizen in citizens for fault in citizen.faults] == []


@pytest.fixture
def citizen(open_citizen: OpenCitizen) -> Citizen:
    """A citizen at a desktop."""
    return open_citizen()
