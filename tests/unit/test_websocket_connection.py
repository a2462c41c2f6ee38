"""Our WebSocket in a real server, over plain TCP and over TLS."""

import datetime
import time
from collections.abc import Iterator
from pathlib import Path

import geventwebsocket.handler
import geventwebsocket.websocket
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from controller_app.core.protocol import MESSAGE_BYTES
from controller_app.wire.websocket import connection as websocket
from controller_app.wire.websocket.connection import EngineWebSocket, WatchedWebSocket
from controller_app.wire.websocket.frames import BINARY, CLOSE, CONTINUATION, PING, PONG, TEXT, frame
from controller_app.wire.websocket.receiver import CONTROLS_BURST, MAX_INBOX_MESSAGES
from tests.support.wire_client import PATIENCE, EchoServer, Wire, masked

LIMIT = 2048
MANY = 200


@pytest.fixture(scope="module", params=["plain", "tls"])
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[EchoServer]:
    secured = request.param == "tls"
    echo = EchoServer(
        "--send-seconds", "2", certificate=throw_away_certificate(tmp_path_factory.mktemp("tls")) if secured else None
    )
    yield echo
    said = echo.stop()
    said = "\n".join(line for line in said.splitlines() if "KeyError" not in line)  # /fault's one calm line
    assert said == ""


# Messages


def test_texts_and_bytes_come_back(server: EchoServer) -> None:
    wire = server.connect()
    wire.say("hello")
    assert wire.heard() == "hello"
    wire.send(masked(BINARY, b"\x00\xff"))
    assert wire.read() == (BINARY, b"\x00\xff")
    wire.close()


@pytest.mark.parametrize("size", [0, 125, 126, LIMIT])
def test_messages_of_any_length_up_to_the_limit_come_back(server: EchoServer, size: int) -> None:
    wire = server.connect()
    wire.say("x" * size)
    assert wire.heard() == "x" * size
    wire.close()


def test_a_frame_may_arrive_byte_by_byte(server: EchoServer) -> None:
    wire = server.connect()
    for byte in masked(TEXT, "täppchen".encode()):
        wire.send(bytes((byte,)))
    assert wire.heard() == "täppchen"
    wire.close()


def test_many_frames_may_arrive_in_one_segment(server: EchoServer) -> None:
    wire = server.connect()
    wire.send(b"".join(masked(TEXT, str(number).encode()) for number in range(MANY)))
    assert [wire.heard() for _ in range(MANY)] == [str(number) for number in range(MANY)]
    wire.close()


def test_a_message_sent_along_with_the_handshake_is_not_lost(server: EchoServer) -> None:
    wire = server.connect(early=masked(TEXT, b"early") + masked(TEXT, b"bird"))
    assert [wire.heard(), wire.heard()] == ["early", "bird"]
    wire.close()


def test_a_large_part_of_a_message_sent_along_with_the_handshake_is_not_lost(server: EchoServer) -> None:
    texts = [f"{number:04}" * 400 for number in range(20)]  # more than the handler's buffer
    wire = server.connect(early=b"".join(masked(TEXT, text.encode()) for text in texts))
    assert [wire.heard() for _ in texts] == texts
    wire.close()


def test_pings_are_answered_in_order(server: EchoServer) -> None:
    wire = server.connect()
    wire.send(masked(PING, b"one") + masked(PING, b"two"))
    assert [wire.read(), wire.read()] == [(PONG, b"one"), (PONG, b"two")]
    wire.close()


# The sink


def test_what_the_sink_takes_wakes_no_greenlet(server: EchoServer) -> None:
    wire = server.connect("/sink")
    wire.say("hello")
    wire.heard()
    before = server.stats()
    wire.send(masked(TEXT, b"sample 1") * 50)
    wire.say("something else")
    assert wire.heard() == "something else"
    after = server.stats()
    assert after["taken"] - before["taken"] == 50
    assert after["taken_in_hub"] - before["taken_in_hub"] == 50
    assert after["received"] - before["received"] == 1
    wire.close()


def test_a_sink_that_raises_closes_its_connection_and_no_other(server: EchoServer) -> None:
    other = server.connect()
    wire = server.connect("/fault")
    wire.say("boom")
    assert wire.close_code() == 1011
    other.say("still here")
    assert other.heard() == "still here"
    other.close()
    wire.close()


# Limits


@pytest.mark.parametrize("size", [LIMIT + 1, 2**31, 2**63])
def test_a_header_that_announces_too_much_closes_with_1009(server: EchoServer, size: int) -> None:
    wire = server.connect()
    wire.send(b"\x81\xff" + size.to_bytes(8, "big"))
    assert wire.close_code() == 1009
    wire.close()


def test_thousands_of_fragments_close_the_connection_and_cost_no_memory(server: EchoServer) -> None:
    before = server.stats()["memory"]
    for _ in range(5):
        wire = server.connect()
        try:
            wire.send(masked(TEXT, b"x", final=False) + masked(CONTINUATION, b"x" * 100, final=False) * 5000)
        except OSError:
            pass  # the server has hung up by now
        else:
            assert wire.read() in [(CLOSE, b"\x03\xf1" + f"a message may have {LIMIT} bytes".encode()), (-1, b"")]
        wire.close()
    assert server.stats()["memory"] - before < 2_000_000


def test_what_came_before_a_violation_is_still_answered(server: EchoServer) -> None:
    wire = server.connect()
    wire.send(masked(TEXT, b"good") + frame(TEXT, b"no mask") + masked(TEXT, b"never seen"))
    assert wire.heard() == "good"
    assert wire.close_code() == 1002
    assert wire.read() == (-1, b"")
    wire.close()


def test_a_flood_of_pings_or_pongs_closes_with_1008(server: EchoServer) -> None:
    for opcode in (PING, PONG):
        wire = server.connect()
        wire.send(masked(opcode, b"") * int(CONTROLS_BURST * 2))
        assert wire.close_code() == 1008
        wire.close()


def test_a_full_inbox_makes_the_client_wait_and_loses_nothing(server: EchoServer) -> None:
    wire = server.connect("/late")
    memory = server.stats()["memory"]
    wire.say("begin")
    texts = [f"{number:05}" + "x" * 1500 for number in range(20 * MAX_INBOX_MESSAGES)]
    wire.send(b"".join(masked(TEXT, text.encode()) for text in texts))
    assert [wire.heard() for _ in texts] == texts
    assert server.stats()["memory"] - memory < 2_000_000
    wire.close()


def test_what_a_socket_does_not_take_at_once_follows_and_nothing_gets_between(server: EchoServer) -> None:
    rests = server.stats()["rests"]
    wire = server.connect("/prompt", buffer=16_384)
    wire.say("go")
    while server.stats()["rests"] == rests:  # until it has taken no more, so that there is a rest to follow
        time.sleep(0.01)

    heard = [wire.heard() for _ in range(6)]

    assert heard == [text for letter in "abc" for text in (letter * 400_000, letter)]
    wire.close()


def test_a_client_that_does_not_read_holds_up_nobody(server: EchoServer) -> None:
    stuck = server.connect("/flood", buffer=4096)
    stuck.say("go")
    other = server.connect()
    for number in range(20):
        other.say(str(number))
        assert other.heard() == str(number)
    other.close()
    stuck.close()


def test_frames_from_two_greenlets_do_not_mix(server: EchoServer) -> None:
    wire = server.connect("/chorus", buffer=4096)
    wire.say("sing")
    texts = [wire.heard() for _ in range(40)]
    assert {text[:1] for text in texts} == {"a", "b"}
    assert all(text == text[0] * 200_000 for text in texts)
    wire.close()


# Ends


@pytest.mark.parametrize("code", [1000, 1001, 3000, 4999])
def test_a_close_is_answered_with_its_code(server: EchoServer, code: int) -> None:
    wire = server.connect()
    wire.send(masked(CLOSE, code.to_bytes(2, "big") + b"bye"))
    assert wire.close_code() == code
    assert wire.read() == (-1, b"")
    wire.close()


def test_a_connection_ends_soon_after_our_close_although_the_client_stays(server: EchoServer) -> None:
    wire = server.connect()
    started = time.monotonic()
    wire.send(frame(TEXT, b"no mask"))
    assert wire.close_code() == 1002
    assert server.until(open=0)["open"] == 0
    assert time.monotonic() - started < PATIENCE / 2
    wire.close()


def test_a_client_that_keeps_sending_after_our_close_is_cut_off(server: EchoServer) -> None:
    wire = server.connect()
    wire.send(frame(TEXT, b"no mask"))
    with pytest.raises(OSError):  # noqa: PT011 - a reset, a broken pipe, or TLS's way of saying so
        send_without_end(wire)
    wire.close()


def test_a_close_does_not_wait_for_a_client_that_does_not_read(server: EchoServer) -> None:
    wire = server.connect("/kick", buffer=4096)
    wire.say("go")
    time.sleep(0.5)
    stats = server.until(open=0, watchers=0)
    assert stats["kick_milliseconds"] < 100
    assert (stats["open"], stats["watchers"]) == (0, 0)
    wire.close()


def test_a_client_that_never_reads_is_cut_off_in_the_end(server: EchoServer) -> None:
    wire = server.connect("/flood", buffer=4096)
    wire.say("go")
    time.sleep(0.5)
    assert server.until(open=0)["open"] == 0
    wire.close()


def test_two_hundred_connections_leave_nothing_behind(server: EchoServer) -> None:
    server.connect().close()
    before = server.until(open=0, watchers=0)
    for number in range(MANY):
        wire = server.connect("/sink" if number % 2 else "/echo")
        wire.say("hello")
        wire.heard()
        if number % 4 == 0:
            wire.reset()
        elif number % 4 == 1:
            wire.send(masked(CLOSE, b"\x03\xe8"))
            wire.close()
        elif number % 4 == 2:
            wire.send(masked(TEXT, b"x" * 100)[:50])
            wire.close()
        else:
            wire.send(frame(TEXT, b"no mask"))
            wire.close()
    after = server.until(open=0, watchers=0, files=before["files"])
    assert (after["open"], after["watchers"]) == (0, 0)
    assert after["files"] <= before["files"]
    assert after["memory"] - before["memory"] < 5_000_000


# The seam


def test_our_class_takes_the_place_of_the_librarys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(geventwebsocket.handler, "WebSocket", geventwebsocket.websocket.WebSocket)
    monkeypatch.setattr(EngineWebSocket, "max_message", 0)
    websocket.install(max_message=512)
    assert geventwebsocket.handler.WebSocket is EngineWebSocket
    assert EngineWebSocket.max_message == 512
    assert WatchedWebSocket.max_message == MESSAGE_BYTES


def test_the_librarys_handler_still_makes_its_websocket_by_that_name() -> None:
    upgrade = geventwebsocket.handler.WebSocketHandler.upgrade_connection
    assert {"WebSocket", "Stream"} <= set(upgrade.__code__.co_names)
    assert upgrade.__globals__ is vars(geventwebsocket.handler)


def test_a_library_that_makes_them_otherwise_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(geventwebsocket.handler, "WebSocket", None)
    with pytest.raises(RuntimeError, match="seam"):
        websocket.install()


@pytest.mark.parametrize("text", ["1", "3", "40/phone,", '42/phone,["tap"]', "459-", "46"])
def test_what_engineio_expects_is_admitted(text: str) -> None:
    assert unconnected().admits(text)


@pytest.mark.parametrize(
    "text", ["", "0", "2", "2probe", "3probe", "5", "6", "4", "47", "4[", '4{"a":1}', "4²", "b64", "x", "11", "33"]
)
def test_what_engineio_does_not_expect_is_not_admitted(text: str) -> None:
    assert not unconnected().admits(text)


def test_the_answers_to_pings_are_counted() -> None:
    connection = unconnected()
    answers = [connection.admits("3") for _ in range(int(CONTROLS_BURST) + 1)]
    assert answers == [True] * int(CONTROLS_BURST) + [False]


def send_without_end(wire: Wire) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        wire.send(bytes(65_536))


def unconnected() -> EngineWebSocket:
    """A connection that is never used."""

    class Handler:
        socket = None

    class Stream:
        read = write = None

    connection = EngineWebSocket({}, Stream(), Handler())
    connection.closed = True
    return connection


def throw_away_certificate(folder: Path) -> Path:
    """Write a certificate for 127.0.0.1 and its key into one file, valid for an hour."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(hours=1))
        .not_valid_after(now + datetime.timedelta(hours=1))
        .sign(key, hashes.SHA256())
    )
    file = folder / "throw-away.pem"
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file.write_bytes(certificate.public_bytes(serialization.Encoding.PEM) + secret)
    return file
