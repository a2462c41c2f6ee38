"""Sessions that have joined nothing: which one ends for a new one."""

from controller_app.wire.session_limit import SessionLimit


def test_the_oldest_of_an_address_ends_for_its_newest() -> None:
    limit = SessionLimit(max_per_address=2)

    assert [limit.add(name, "192.0.2.1") for name in ("a", "b", "c")] == [None, None, "a"]
    assert limit.add("d", "192.0.2.2") is None


def test_all_sessions_together_have_a_ceiling() -> None:
    limit = SessionLimit(max_per_address=100, max_sessions=3)

    assert [limit.add(f"session {n}", f"192.0.2.{n}") for n in range(4)] == [None, None, None, "session 0"]


def test_a_session_that_joins_or_ends_counts_no_more() -> None:
    limit = SessionLimit(max_per_address=1)
    limit.add("a", "192.0.2.1")
    limit.remove("a")
    limit.remove("a")

    assert limit.add("b", "192.0.2.1") is None
    limit.remove("b")
    assert len(limit) == 0
    assert not limit._sessions
