"""Display role: opens a room, shows visuals, tells phones."""

from controller_app.core.play import PRIVATE_PREFIX, VisualState
from controller_app.core.protocol import (
    DISPLAY,
    Complain,
    DisplayHere,
    Equip,
    Offer,
    Offered,
    Open,
    Opened,
    Remember,
    Show,
    Shown,
    Tell,
)
from controller_app.core.room import Room
from controller_app.errors import BadMessage, ControllerError
from controller_app.web.context import ServerContext
from controller_app.web.roles.base import RoleNamespace, answered, connection_id
from controller_app.wire.sender import Sender


class DisplayNamespace(RoleNamespace):
    """Displays open rooms and show what phones do."""

    role = DISPLAY

    def __init__(self, context: ServerContext) -> None:
        super().__init__(context)
        self._rooms: dict[str, Room] = {}

    def on_connect(self, auth: object = None) -> None:
        """Open a room, or the room of the display's host pass."""
        try:
            wish = Open.parse(auth or {})
            now, network = self.context.clock(), self.network()
            self.context.host_token.admit(wish, network, now)
            opened = self.context.rooms.open(wish.host, connection_id(), now, network)
        except ControllerError as error:
            self.refuse(error)
        room = self._rooms[connection_id()] = opened.room
        if opened.replaced:
            self._rooms.pop(opened.replaced, None)  # it may be heard for a moment yet, and has no say any more
            self.context.notifier.end(self.role, opened.replaced, "replaced")
        self.tell(self._all_there_is(room))
        self.tell(self.context.recorders.state(room))
        self.context.pumps.start(room, Sender(self.server, self.namespace, connection_id()))
        self.context.notifier.to_phones(room, DisplayHere(True))

    def on_disconnect(self, _reason: str = "") -> None:
        """Keep the room for the display to come back to."""
        room = self._rooms.pop(connection_id(), None)
        if room and room.display_gone(connection_id(), self.context.clock()):
            self.context.pumps.stop(room)
            self.context.notifier.to_phones(room, DisplayHere(False))

    @answered
    def on_show(self, raw: object = None) -> None:
        """Change the visual for everyone in the room."""
        wish = Show.parse(raw)
        card = self.context.visuals.get(wish.visual)
        if card is None:
            raise BadMessage(f"There is no visual '{wish.visual}'. There are: {', '.join(self.context.visuals)}.")
        room = self._room()
        room.play = VisualState(card.name)
        self.context.notifier.to_watchers(room, Shown(card))
        self.context.notifier.to_phones(room, Shown(card.for_phones()))

    @answered
    def on_offer(self, raw: object = None) -> None:
        """Let another phone take the seat of one that is away."""
        wish = Offer.parse(raw)
        room = self._room()
        path = f"{room.code}/{self.context.rooms.offer(room, wish.number)}"
        self.tell(Offered(wish.number, f"{self.context.links.typed}/{path}", f"/qr/{path}.svg"))

    @answered
    def on_equip(self, raw: object = None) -> None:
        """Change what phones offer the hand."""
        wish = Equip.parse(raw)
        room = self._room()
        room.play.changed = wish.controls
        self.context.notifier.to_phones(room, wish)

    @answered
    def on_remember(self, raw: object = None) -> None:
        """Keep something for the visual, and let its phones know unless it is the display's own."""
        wish = Remember.parse(raw)
        room = self._room()
        room.play.remember(wish.name, wish.value)
        if not wish.name.startswith(PRIVATE_PREFIX):
            self.context.notifier.to_phones(room, wish)

    @answered
    def on_tell(self, raw: object = None) -> None:
        """Pass on what a visual has to say to one phone."""
        wish = Tell.parse(raw)
        seat = self._room().seats.get(wish.phone)
        if seat:
            self.context.notifier.to_phone(seat, wish)

    @answered
    def on_complain(self, raw: object = None) -> None:
        """Pass an error of a visual on to the author who is at work, if there is one."""
        wish = Complain.parse(raw)
        self.context.complaints.of_display(self._room(), wish)

    def _room(self) -> Room:
        room = self._rooms.get(connection_id())
        if room is None:
            raise BadMessage("This display has no room. Reload its page.")
        return room

    def _all_there_is(self, room: Room) -> Opened:
        return Opened(
            room=room.code,
            host_pass=self.context.rooms.host_pass(room),
            open_pass=self.context.host_token.open_pass(),
            address=self.context.links.typed,
            link=self.context.links.phone(room.code),
            seats=room.cards(),
            visual=self.context.visuals[room.play.visual],
            visuals=list(self.context.visuals.values()),
            state=room.play.state,
            dev=self.context.settings.dev,
        )
