"""Servers and connections of one test, ended after it however it went."""

import signal
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol, TypeVar

import pytest

from tests.faults.peers import WatchedServer
from tests.support.running import RunningServer


class Closes(Protocol):
    """A connection of any kind."""

    def close(self) -> None: ...


AnyConnection = TypeVar("AnyConnection", bound=Closes)


class Hold(Protocol):
    """Takes a connection that has to be hung up after the test, and returns it."""

    def __call__(self, connection: AnyConnection) -> AnyConnection: ...


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RunningServer]:
    """A server of this test alone."""
    running = RunningServer(tmp_path / "instance").start()
    yield running
    running.stop(signal.SIGKILL)

    assert "Traceback" not in running.output, running.output


@pytest.fixture
def options() -> list[str]:
    """What ``watched`` is started with; a file may have its own."""
    return []


@pytest.fixture
def watched(tmp_path: Path, options: list[str]) -> Iterator[WatchedServer]:
    """A server of this test alone that tells what it holds, and stops well in the end."""
    running = WatchedServer(tmp_path / "instance", *options, https=False)
    running.start()
    yield running

    assert running.stop() == 0
    assert "Traceback" not in running.output, running.output


@pytest.fixture
def hold() -> Iterator[Hold]:
    """Hang up at the end what the test holds."""
    with ExitStack() as held:

        def hold(connection: AnyConnection) -> AnyConnection:
            held.callback(connection.close)
            return connection

        yield hold
