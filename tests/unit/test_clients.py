"""What pretend hands do, without a server."""

from math import asin, atan2, pi
from random import Random

import gevent
import pytest

from controller_app.clients import poses
from controller_app.clients.hand import Act, Choosing, Going, Hand, Pressing, Tapping
from controller_app.clients.poses import Quaternion
from controller_app.clients.room_address import RoomAddress
from controller_app.clients.turn_order import TurnOrder
from controller_app.core import protocol
from controller_app.core.protocol import Button, Controls
from controller_app.errors import BadSetting

BUTTONS = [Button("boost", "Boost"), Button("brake", "Brake")]
CHOICES = [Button("a", "The first"), Button("b", "The second")]
EVERYTHING = Controls("aim", buttons=BUTTONS, choices=CHOICES)


def minutes_of(hand: Hand, controls: Controls) -> list[tuple[Quaternion, list[Act]]]:
    moments = (step / 60 for step in range(3 * 60 * 60))
    return [(hand.held(now, controls), hand.acts(now, controls)) for now in moments]


def test_the_same_seed_gives_the_same_hand() -> None:
    first, again = (minutes_of(Hand(Random("7 0")), EVERYTHING) for _ in range(2))

    assert first == again
    assert first != minutes_of(Hand(Random("8 0")), EVERYTHING)


def test_how_often_somebody_looks_does_not_change_where_a_hand_goes() -> None:
    quick, slow = Hand(Random(7), stays=True), Hand(Random(7), stays=True)
    for step in range(600):
        quick.held(step / 60, EVERYTHING)

    assert quick.held(10.0, EVERYTHING) == slow.held(10.0, EVERYTHING)


def test_a_hand_does_only_what_is_offered() -> None:
    acts = [act for _, acts in minutes_of(Hand(Random(7)), EVERYTHING) for act in acts]

    assert {act.name for act in acts if isinstance(act, Pressing)} == {"boost", "brake"}
    assert {act.name for act in acts if isinstance(act, Choosing)} == {"a", "b"}
    assert any(isinstance(act, Tapping) for act in acts)
    assert any(isinstance(act, Going) for act in acts)
    assert not any(acts for _, acts in minutes_of(Hand(Random(7), stays=True), Controls("none", pad=False)))


def test_a_button_that_went_down_goes_up_before_another_does() -> None:
    down = False
    for _, acts in minutes_of(Hand(Random(7), stays=True), EVERYTHING):
        for act in acts:
            if isinstance(act, Pressing):
                assert act.down is not down
                down = act.down


@pytest.mark.parametrize(("x", "y"), [(0.5, 0.5), (0.1, 0.9), (0.9, 0.2)])
def test_a_phone_that_points_somewhere_is_read_as_pointing_there(x: float, y: float) -> None:
    across, ahead, up = rotated(in_room(poses.pointing(x, y)), (0, 1, 0))

    assert 0.5 + atan2(across, ahead) * 180 / pi / protocol.AIM_WIDTH_DEGREES == pytest.approx(x)
    assert 0.5 - asin(up) * 180 / pi / protocol.AIM_HEIGHT_DEGREES == pytest.approx(y)


def test_an_address_is_taken_apart_as_people_copy_it() -> None:
    assert RoomAddress.read("localhost:8080/krtp") == RoomAddress("http://localhost:8080", "KRTP")
    assert RoomAddress.read("HTTPS://192.168.1.20:8443/KRTP") == RoomAddress("https://192.168.1.20:8443", "KRTP")
    for wrong in ("localhost:8080", "localhost:8080/join", "ftp://x/KRTP"):
        with pytest.raises(BadSetting, match="room's address"):
            RoomAddress.read(wrong)


def in_room(held: Quaternion) -> Quaternion:
    return poses.multiply(poses.multiply(poses.about(0, poses.REST_DEGREES), held), poses.about(0, -poses.REST_DEGREES))


def rotated(q: Quaternion, vector: tuple[float, float, float]) -> tuple[float, float, float]:
    back = (-q[0], -q[1], -q[2], q[3])
    x, y, z, _ = poses.multiply(poses.multiply(q, (*vector, 0.0)), back)
    return x, y, z


def test_phones_pass_the_turnstile_in_its_order_whoever_is_there_first() -> None:
    turn_order, passed = TurnOrder([1, 2, 1, 3]), list[int]()

    def come(phone: int, times: int) -> None:
        for _ in range(times):
            with turn_order.turn(phone):
                passed.append(phone)
                gevent.sleep(0)
                assert passed[-1] == phone

    gevent.joinall([gevent.spawn(come, phone, times) for phone, times in [(3, 2), (2, 2), (1, 4)]], 5, raise_error=True)

    assert passed == [1, 2, 1, 3] * 2


def test_a_phone_that_could_not_come_in_holds_nobody_up() -> None:
    turn_order = TurnOrder([1, 2])
    with pytest.raises(BadSetting), turn_order.turn(1):
        raise BadSetting("--to", "gone")

    with gevent.Timeout(5), turn_order.turn(2):
        pass
