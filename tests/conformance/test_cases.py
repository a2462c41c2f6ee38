"""Every case of the protocols' suites; docs/reliability.md lists what differs."""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.conformance.cases import CASES, Case, whoever_joins_nothing_is_closed
from tests.conformance.sessions import PING, Socket
from tests.faults.peers import WatchedServer

ROOT = Path(__file__).parent.parent.parent
EXPECTED = [*(f"E{number}" for number in range(1, 26)), *(f"S{number}" for number in range(1, 33))]
AT_ONCE = 12

Outcomes = dict[str, Future[None]]


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outcomes]:
    """Try them all at once, since some have to wait for pings; the one that moves the clock comes last."""
    server = WatchedServer(tmp_path_factory.mktemp("instance"), "--ping", str(PING), https=False)
    server.start()
    last = whoever_joins_nothing_is_closed
    with ThreadPoolExecutor(AT_ONCE) as hands:
        tried = {case.asks: hands.submit(case.show, server.http) for case in CASES if case.show is not last}
    with ThreadPoolExecutor(1) as hand:
        tried |= {case.asks: hand.submit(case.show, server.http) for case in CASES if case.show is last}
    yield tried

    for session in Socket.all:
        session.close()
    assert server.stop() == 0
    assert "Traceback" not in server.output, server.output


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{'+'.join(case.ids)} {case.asks}")
def test_case(outcomes: Outcomes, case: Case) -> None:
    outcomes[case.asks].result()


def test_no_case_is_missing() -> None:
    assert sorted(name for case in CASES for name in case.ids) == sorted(EXPECTED)
    assert len({case.asks for case in CASES}) == len(CASES)


def test_the_document_lists_what_differs_and_nothing_else() -> None:
    document = (ROOT / "docs" / "reliability.md").read_text(encoding="utf-8")
    rows = {f"| {', '.join(case.ids)} | {case.asks} | {case.differs} |" for case in CASES if case.differs}

    assert {line for line in document.splitlines() if line.startswith(("| E", "| S"))} == rows
