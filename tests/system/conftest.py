"""The running product for the system tests: one for all, and special ones where a test needs it."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest

from tests.storage.conftest import postgresql  # noqa: F401 - a fixture
from tests.system.chat import Chat
from tests.system.desk import Desk

StartDesk = Callable[..., Desk]


@pytest.fixture(scope="session")
def start_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StartDesk]:
    """Start a Klachtbalie with settings of its own; it runs until the end."""
    started: list[Desk] = []

    def start(**settings: object) -> Desk:
        desk = Desk(tmp_path_factory.mktemp("desk"), **settings)
        started.append(desk)
        desk.start()
        return desk

    yield start
    with ThreadPoolExecutor(max(1, len(started))) as pool:
        list(pool.map(Desk.stop, started))


@pytest.fixture(scope="session")
def desk(start_desk: StartDesk) -> Desk:
    """The Klachtbalie that most tests share."""
    return start_desk()


@pytest.fixture(scope="session")
def postgresql_desk(start_desk: StartDesk, postgresql: str) -> Desk:  # noqa: F811 - the fixture
    """A Klachtbalie on PostgreSQL."""
    server = f"postgresql://postgres@/{{}}?host={postgresql}"
    with psycopg.connect(server.format("postgres"), autocommit=True) as connection:
        connection.execute("CREATE DATABASE klachtbalie")
    return start_desk(database_url=server.format("klachtbalie"))


@pytest.fixture
def chat(desk: Desk) -> Chat:
    """A new conversation."""
    return desk.chat()
