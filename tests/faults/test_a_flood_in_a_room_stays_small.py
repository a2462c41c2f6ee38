"""100 phones flood a room with taps: the display gets its budget and every honest tap."""

import threading
import time

import pytest

from controller_app.core.event_budget import ROOM_BURST, ROOM_RATE, SHARE_BURST, SHARE_RATE, WORDS_BURST, WORDS_RATE
from tests.faults.conftest import Hold
from tests.faults.peers import PeerDisplay, PeerPhone, WatchedServer, at_once
from tests.support.clients import until

CROOKS = 100
SECONDS = 6.0
EACH_PER_SECOND = 40  # twice what a phone may send
HONEST_EVERY = 0.5  # seconds


@pytest.fixture
def options() -> list[str]:
    return ["--set", 'visual="wall"']


@pytest.fixture
def screen(watched: WatchedServer, hold: Hold) -> PeerDisplay:
    return hold(PeerDisplay(watched.port))


def flood(phones: list[PeerPhone], text: str, done: threading.Event) -> None:
    number = 0
    while not done.wait(1 / EACH_PER_SECOND):
        number += 1
        for phone in phones:
            phone.send(text.format(space=phone.namespace, number=number))


def test_honest_taps_arrive_while_others_flood_the_room(
    watched: WatchedServer, hold: Hold, screen: PeerDisplay, capsys: pytest.CaptureFixture[str]
) -> None:
    honest = hold(PeerPhone(watched.port, screen.room)).sit()
    crooks = at_once([lambda: hold(PeerPhone(watched.port, screen.room))] * CROOKS)
    done = threading.Event()
    flooding = threading.Thread(target=flood, args=(crooks, '42{space},["tap",[{number},0,0,0]]', done))
    flooding.start()
    began, sent = time.monotonic(), []
    while time.monotonic() - began < SECONDS:
        sent.append(time.monotonic())
        honest.tap(1000 + len(sent))
        time.sleep(HONEST_EVERY)
    done.set()
    flooding.join()
    took = time.monotonic() - began

    until(lambda: taps_of(screen, honest.number) == len(sent), lambda: "every honest tap", 5.0)
    arrived = [at for (name, data), at in zip(screen.heard, screen.moments, strict=False) if is_tap(name, data, honest)]
    delays = sorted(1000 * (at - left) for at, left in zip(arrived, sent, strict=True))
    most = ROOM_BURST + ROOM_RATE * took + CROOKS * (SHARE_BURST + SHARE_RATE * took)
    flooded = len(screen.all("tapped")) - len(sent)
    with capsys.disabled():
        print(f"\nhonest taps: median {delays[len(delays) // 2]:.0f} ms, worst {delays[-1]:.0f} ms; {flooded} others")
    assert ROOM_BURST <= flooded <= most
    assert not screen.gone


def test_words_come_no_faster_than_people_read(watched: WatchedServer, hold: Hold, screen: PeerDisplay) -> None:
    phone = hold(PeerPhone(watched.port, screen.room)).sit()
    screen.emit("equip", {"controls": {"motion": "none", "text": 80}})
    phone.wait_for("equip")
    began = time.monotonic()
    for number in range(30):
        phone.emit("say", {"text": f"word {number}"})
        time.sleep(0.1)
    took = time.monotonic() - began
    time.sleep(0.5)

    assert WORDS_BURST <= len(screen.all("said")) <= WORDS_BURST + WORDS_RATE * took + 1
    assert not phone.gone, "an eager visitor is not cut off"


def is_tap(name: str, data: object, phone: PeerPhone) -> bool:
    return name == "tapped" and isinstance(data, list) and data[0] == phone.number


def taps_of(screen: PeerDisplay, number: int) -> int:
    return sum(tap[0] == number for tap in screen.all("tapped"))
