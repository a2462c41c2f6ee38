"""One real server for all tests of a file, and clients that hang up at the end of each."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.clients import Client, Display, Phone
from tests.support.running import MANY_PEOPLE, RunningServer


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    running = RunningServer(Path(tmp_path_factory.mktemp("instance")), *MANY_PEOPLE).start()
    yield running
    code = running.stop()

    assert code == 0
    assert "Traceback" not in running.output, running.output


@pytest.fixture
def clients() -> Iterator[list[Client]]:
    opened: list[Client] = []
    yield opened
    for client in opened:
        client.close()


@pytest.fixture
def display(server: RunningServer, clients: list[Client]) -> Callable[..., Display]:
    def open_display(**more: Any) -> Display:
        clients.append(made := Display(server.http, **more))
        return made

    return open_display


@pytest.fixture
def phone(server: RunningServer, clients: list[Client]) -> Callable[..., Phone]:
    def join(room: str, **more: Any) -> Phone:
        clients.append(made := Phone(server.http, room, **more))
        return made

    return join
