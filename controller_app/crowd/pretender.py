"""A pretend phone: takes a seat, does what its hand does, goes away now and then and comes back to its seat."""

import json
import random
import time
from collections.abc import Callable

import gevent
import msgspec

from controller_app.core.protocol import PHONE_NAMESPACE, Controls, Equip, Motion
from controller_app.crowd.hand import Hand
from controller_app.crowd.line import Line

HERTZ = 60
STAYS = (20.0, 60.0)
"""Seconds that a phone stays before its pocket, a lock or a tunnel takes it away."""

AWAY = (1.0, 5.0)
"""Seconds until it is back."""

NO_CONTROLS = Controls("tilt")
STILL: tuple[Motion, ...] = ("none",)


class Pretender:
    """One phone, for as long as ``run`` lasts."""

    def __init__(self, address: str, room: str, seed: int, restless: bool, say: Callable[[str], None]) -> None:
        """Prepare.

        Args:
            address: of the server.
            room: its code.
            seed: what it does follows from it.
            restless: whether it goes away now and then.
            say: told in a sentence why the server refused, if it did.
        """
        self._address = address
        self._room = room
        self._dice = random.Random(seed)
        self._hand = Hand(seed)
        self._restless = restless
        self._say = say
        self._seat_pass: str | None = None
        self._controls = NO_CONTROLS
        self._hertz = HERTZ
        self._offset: float | None = None
        self.seated = False
        """Whether it has its seat at the moment."""
        self._began = time.monotonic()

    def run(self) -> None:
        """Play until the room ends or refuses."""
        while True:
            try:
                if not self._visit():
                    return
            except OSError as error:
                self._say(f"{self._address} can't be reached ({error}). Trying again.")
            self.seated = False
            gevent.sleep(self._dice.uniform(*AWAY))

    def _visit(self) -> bool:
        """Stay for a while; return whether to come back."""
        line = Line(self._address)
        player = gevent.spawn(self._play, line)
        try:
            return self._listen(line)
        finally:
            player.kill()
            line.close()

    def _listen(self, line: Line) -> bool:
        join = {"room": self._room, "seat": self._seat_pass}
        for packet in line.packets():
            kind, _, rest = packet.partition(f"{PHONE_NAMESPACE},")
            if packet.startswith("0"):
                line.send(f"40{PHONE_NAMESPACE},{json.dumps(join)}")
            elif kind == "44":
                ended = json.loads(rest)["data"]
                self._say(ended["message"])
                return bool(ended.get("after"))
            elif kind == "43":
                self._offset = json.loads(rest[rest.index("[") :])[0] - time.monotonic() * 1000
            elif kind == "42" and not self._hear(line, *json.loads(rest)):
                return False
        return True

    def _hear(self, line: Line, event: str, data: dict[str, object]) -> bool:
        """Take note of what the server says; return whether that isn't the end."""
        if event == "seated":
            self._seat_pass = str(data["seat_pass"])
            self._controls = msgspec.convert(data["controls"], Controls)
            self._hertz = msgspec.convert(data["hertz"], int)
            self.seated = True
            line.emit("clock", {}, ack="1")
        elif event == "equip":
            self._controls = msgspec.convert(data, Equip).controls
        elif event == "shown":
            self._controls = msgspec.convert(data["visual"], VisualControls).controls
        elif event == "pace":
            self._hertz = msgspec.convert(data["hertz"], int)
        elif event == "ended":
            return data["reason"] == "server_restarting"
        return True

    def _play(self, line: Line) -> None:
        leaves = time.monotonic() + (self._dice.uniform(*STAYS) if self._restless else float("inf"))
        gevent.sleep(self._dice.random() / HERTZ)
        while time.monotonic() < leaves:
            if self.seated:
                now = time.monotonic()
                at = round(now * 1000 + self._offset) if self._offset is not None else 0
                wishes = self._hand.whims(now - self._began, at, self._controls)
                if self._controls.motion not in STILL:
                    wishes.insert(0, self._hand.tilt(now - self._began, at))
                for event, data in wishes:
                    line.emit(event, data)
            gevent.sleep(1 / self._hertz)
        line.hang_up()


class VisualControls(msgspec.Struct):
    """What a pretend phone wants to know of a visual."""

    controls: Controls
