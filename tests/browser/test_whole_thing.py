"""The main job: from the QR on a screenshot to a phone that moves pixels of the display."""

from collections.abc import Callable
from typing import Any

import numpy as np
from PIL import Image

from tests.browser.turning import degrees_between, held, matrix
from tests.support.pages import FULL_HD, NO_WEBSOCKET, BigScreen, Handset
from tests.support.running import RunningServer

OpenDisplay = Callable[..., BigScreen]
TakePhone = Callable[..., Handset]

AT_REST = (0.0, 40.0, 0.0)
ORANGE = (0xFF, 0xA6, 0x2B)


def until_still(screen: BigScreen, number: int, wanted: np.ndarray[Any, Any]) -> dict[str, Any]:
    """Return the display's state of a phone once it shows the wanted attitude, within half a degree."""
    for _ in range(100):
        phone = next(phone for phone in screen.phones() if phone["number"] == number)
        if degrees_between(matrix(phone["attitude"]), wanted) < 0.5:
            return phone
        screen.page.wait_for_timeout(50)
    raise AssertionError(f"The display shows {phone['attitude']}.")


def share_of(colour: tuple[int, int, int], picture: Image.Image, x: float, y: float, radius: int = 120) -> float:
    """Return which share of the pixels round a place, given in fractions, has about this hue."""
    across, down = int(x * picture.width), int(y * picture.height)
    box = (max(0, across - radius), max(0, down - radius), across + radius, down + radius)
    pixels = np.asarray(picture.crop(box), dtype=np.float64).reshape(-1, 3)
    strength = pixels.max(axis=1)
    bright = pixels[strength > 60] / strength[strength > 60, None]
    target = np.array(colour) / max(colour)
    return float((np.abs(bright - target).max(axis=1) < 0.25).sum() / len(pixels))


def until_painted(screen: BigScreen, colour: tuple[int, int, int], at: dict[str, float]) -> None:
    """Wait until the picture shows a colour there, and not opposite; without a graphics chip frames take their time."""
    for _ in range(50):
        picture = screen.picture()
        here = share_of(colour, picture, at["x"], at["y"])
        there = share_of(colour, picture, 1 - at["x"], at["y"])  # the seats, at the top, have the colour, too
        if here > 0.01 and here > 3 * there:
            return
    raise AssertionError(f"{here:.2%} of the colour round {at}, {there:.2%} on the other side.")


def test_a_scanned_phone_moves_the_picture(display: OpenDisplay, phone: TakePhone) -> None:
    screen = display(size=FULL_HD)
    address = screen.scan()
    assert address.endswith(f"/{screen.code}")
    assert address == "http://" + address.removeprefix("http://").upper()

    hand = phone(address)
    hand.turn(*AT_REST)
    hand.join()
    hand.wait_for_steering("motion")
    screen.wait_for_phones(1)

    for angles in [(10.0, 45.0, 5.0), (350.0, 30.0, -12.0)]:
        hand.turn(*angles)
        state = until_still(screen, 1, held(*AT_REST).T @ held(*angles))
        until_painted(screen, ORANGE, state["aim"])


def test_turning_left_points_left_and_lifting_points_up(display: OpenDisplay, phone: TakePhone) -> None:
    screen = display()
    hand = phone(screen.scan())
    hand.turn(*AT_REST)
    hand.join()
    hand.wait_for_steering("motion")

    hand.turn(10, 40, 0)
    left = until_still(screen, 1, held(*AT_REST).T @ held(10, 40, 0))
    hand.turn(0, 48, 0)
    up = until_still(screen, 1, held(*AT_REST).T @ held(0, 48, 0))

    assert left["aim"]["x"] < 0.35
    assert abs(left["aim"]["y"] - 0.5) < 0.06
    assert up["aim"]["y"] < 0.35
    assert abs(up["aim"]["x"] - 0.5) < 0.06


def test_a_tap_arrives_after_the_tilt_before_it(display: OpenDisplay, phone: TakePhone) -> None:
    screen = display()
    hand = phone(screen.scan())
    hand.turn(*AT_REST)
    hand.join()
    hand.wait_for_steering("motion")
    screen.page.evaluate(
        "main().then(({connection, phones}) => {"
        "window.attitudes = []; connection.on('tapped', ([number]) => attitudes.push(phones.at(number).attitude)); })"
    )

    alphas = (5.0, 12.0, 20.0)
    for alpha in alphas:
        hand.turn_until_felt(alpha, 40, 0)
        hand.tap_pad()
        hand.page.wait_for_timeout(400)  # slower than a double tap, which recentres
    for alpha, attitude in zip(alphas, screen.wait_until("attitudes.length === 3 && attitudes"), strict=True):
        assert degrees_between(matrix(attitude), held(*AT_REST).T @ held(alpha, 40, 0)) < 0.5


def test_recentre_makes_here_the_middle(display: OpenDisplay, phone: TakePhone) -> None:
    screen = display()
    hand = phone(screen.scan())
    hand.turn(*AT_REST)
    hand.join()
    hand.wait_for_steering("motion")
    hand.turn(30, 60, 0)
    until_still(screen, 1, held(*AT_REST).T @ held(30, 60, 0))

    hand.tap("Recentre")

    until_still(screen, 1, np.eye(3))
    hand.turn(30, 80, 0)
    until_still(screen, 1, held(30, 60, 0).T @ held(30, 80, 0))


def test_a_phone_on_its_side_steers_the_same_way(display: OpenDisplay, phone: TakePhone) -> None:
    screen = display()
    hand = phone(screen.scan(), size={"width": 844, "height": 390})
    hand.page.context.new_cdp_session(hand.page).send(
        "Emulation.setDeviceMetricsOverride",
        {
            "width": 844,
            "height": 390,
            "deviceScaleFactor": 2,
            "mobile": True,
            "screenOrientation": {"type": "landscapePrimary", "angle": 90},
        },
    )
    hand.turn(0, 0, -40)  # on its left side, glass towards the person
    hand.join()
    hand.wait_for_steering("motion")

    hand.turn(0, 0, -50)
    screen.wait_until("main().then(({phones}) => phones.list[0] && phones.list[0].aim.y < 0.4)")

    aim = screen.phones()[0]["aim"]
    assert abs(aim["x"] - 0.5) < 0.05


def test_motion_works_on_https_with_our_own_certificate(
    display: OpenDisplay, phone: TakePhone, server: RunningServer
) -> None:
    screen = display()
    hand = phone(f"{server.https}/{screen.code.lower()}")
    hand.turn(*AT_REST)
    hand.join()
    hand.wait_for_steering("motion")

    hand.turn(15, 50, 10)

    until_still(screen, 1, held(*AT_REST).T @ held(15, 50, 10))


def test_long_polling_carries_on_where_websockets_are_refused(display: OpenDisplay, phone: TakePhone) -> None:
    screen = display()
    hand = phone(screen.scan(), scripts=[NO_WEBSOCKET])
    hand.turn(*AT_REST)
    hand.join()
    hand.wait_for_steering("motion")
    screen.page.evaluate(
        "main().then(({connection}) => {"
        "window.samples = 0; connection.on('frame', ([tilts]) => samples += tilts.length); })"
    )
    step = 0
    while screen.page.evaluate("samples") < 60:
        step += 1
        hand.turn(step % 40, 40, 0)
    hand.turn(20, 40, 0)

    until_still(screen, 1, held(*AT_REST).T @ held(20, 40, 0))


def test_three_phones_are_told_apart(display: OpenDisplay, phone: TakePhone) -> None:
    screen = display()
    hands = [phone(f"{screen.scan().rpartition('/')[0]}/{screen.code}") for _ in range(3)]
    for hand in hands:
        hand.turn(*AT_REST)
        hand.join()
        hand.wait_for_steering("motion")
    screen.wait_for_phones(3)

    for number, hand in enumerate(hands, start=1):
        hand.turn(number * 5.0, 40, 0)
    for number in (1, 2, 3):
        until_still(screen, number, held(*AT_REST).T @ held(number * 5.0, 40, 0))

    phones = screen.phones()
    assert len({phone["colour"] for phone in phones}) == 3
    assert len({phone["shape"] for phone in phones}) == 3
    row = screen.page.locator("#seats li").all_inner_texts()
    for phone_, text in zip(phones, row, strict=True):
        assert str(phone_["number"]) in text
        assert phone_["name"] in text
