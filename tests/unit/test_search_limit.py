"""Search limit: wrong codes and tokens, by address and in all."""

from controller_app.core.search_limit import RESERVE_BURST, RESERVE_PER_SECOND, SearchLimit

HERE, THERE = "192.0.2.1", "198.51.100.1"


def limit(own: int = 5, common: int = 20) -> SearchLimit:
    return SearchLimit((0.5, own), (0.1, common), now=0)


def spend(search: SearchLimit, tries: int) -> None:
    """Try from as many addresses as it takes."""
    for number in range(tries):
        search.note_wrong(f"203.0.113.{number}", 0)


def test_an_address_waits_for_its_own_wrong_tries_alone() -> None:
    search = limit()
    for _ in range(5):
        assert search.wait(HERE, 0) == 0.0
        search.note_wrong(HERE, 0)

    assert search.wait(HERE, 0) == 2.0
    assert search.wait(THERE, 0) == 0.0
    assert not search.is_spent(0)


def test_a_search_from_everywhere_stops_and_locks_nobody_out_who_tried_nothing() -> None:
    search = limit()
    spend(search, 20)
    assert search.is_spent(0)

    for _ in range(RESERVE_BURST):
        assert search.wait(HERE, 0) == 0.0
        search.note_wrong(HERE, 0)
    assert search.wait(HERE, 0) > 0
    assert search.own_wait(HERE, 0) == 0.0
    assert search.wait(THERE, 0) == 0.0


def test_addresses_are_forgotten_once_they_are_limited_in_nothing() -> None:
    search = limit()
    search.note_wrong(HERE, 0)
    search.forget(2)
    assert len(search) == 1, "its reserve is not full yet"

    search.forget(1 / RESERVE_PER_SECOND)
    assert len(search) == 0
