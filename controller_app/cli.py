"""Command line: options in, a running server and a banner out."""

import logging
import os
import signal
import sys
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from io import StringIO
from pathlib import Path
from typing import Any, TypeVar

import click
import gevent
from gevent import monkey
from gevent.event import Event

from controller_app import __version__, banner, folders
from controller_app.app import Controller, create_app
from controller_app.clients import crowd
from controller_app.clients.recorder import Recorder
from controller_app.clients.replayed_phone import repeaters
from controller_app.clients.room_address import RoomAddress
from controller_app.clients.websocket_client import Gone
from controller_app.core import recording
from controller_app.core.passes import Passes, RecordPass
from controller_app.core.protocol import Listen
from controller_app.errors import BadRecording, BadSetting
from controller_app.machine import qr, secret, text_file
from controller_app.machine.network import ports
from controller_app.machine.process import file_limit as open_files
from controller_app.machine.process import log_handler, timers
from controller_app.machine.process import log_writer as lines
from controller_app.machine.process import restart as again
from controller_app.machine.process.log_format import one_line
from controller_app.machine.text_file import WrongEncoding
from controller_app.settings import Settings
from controller_app.web.context import ServerContext
from controller_app.web.server import Server
from controller_app.web.tasks import loop_errors
from controller_app.web.tasks.watchdog import Watchdog

STUCK_EXIT_CODE = 70
"""The exit code of a server that was stuck (EX_SOFTWARE in sysexits.h)."""

log = logging.getLogger("controller_app.cli")

Command = TypeVar("Command", bound=Callable[..., Any])


class CannotStart(click.ClickException):
    """An option that can't work: one sentence, exit code 2."""

    exit_code = 2

    def __init__(self, sentence: str) -> None:
        super().__init__(one_line(sentence))  # it may come from a server or out of a file


def option(name: str, **more: Any) -> Callable[[Command], Command]:
    """Make a click option of a setting: its default and its sentence are written once, in settings.py."""
    field = Settings.__dataclass_fields__[name]
    flag = f"--{name.replace('_', '-')}"
    sentence = field.metadata["sentence"]
    default = field.default if field.default != "" else None
    return click.option(flag, name, default=default, help=sentence, show_default=default is not None, **more)


@click.group(
    invoke_without_command=True, context_settings={"auto_envvar_prefix": "CONTROLLER", "max_content_width": 110}
)
@option("host")
@option("port", type=click.IntRange(1, 65_535))
@option("https_port", type=click.IntRange(0, 65_535))
@click.option("--no-https", is_flag=True, help="no HTTPS: phones steer by touch only")
@option("address")
@option("phone_port", type=click.IntRange(0, 65_535))
@option("phone_https_port", type=click.IntRange(0, 65_535))
@option("name", multiple=True)
@option("public_url")
@option("trusted_proxy", multiple=True)
@option("address_limits", type=click.Choice(["generous", "strict", "off"]))
@option("host_token")
@option("cert")
@option("key")
@option("qr", type=click.Choice(["http", "https"]))
@option("visual")
@option("visuals", multiple=True, type=click.Path(path_type=Path))
@option("language")
@option("theme", type=click.Choice(["dark", "bright"]))
@option("margin", type=click.FloatRange(0, 10))
@option("dev", is_flag=True)
@option("open", is_flag=True)
@option("stuck_seconds", type=click.FloatRange(0))
@option("supervised", is_flag=True)
@option("instance", type=click.Path(file_okay=False, path_type=Path))
@click.version_option(__version__, message="%(version)s")
@click.pass_context
def main(context: click.Context, /, no_https: bool, **options: Any) -> None:
    """Turn every phone in the room into a controller for the big screen.

    Each option has a twin in the environment: CONTROLLER_PORT=9000 is --port 9000.
    """
    if no_https:
        options["https_port"] = 0
    options["visuals"] = (*options["visuals"], *folders.own_visuals())
    settings = Settings(**{name: value for name, value in options.items() if value is not None})
    try:
        ports.check(settings)
    except BadSetting as error:
        raise CannotStart(str(error)) from None
    lines.take_over(monkey.get_original("_thread", "start_new_thread"))
    log_handler.start()
    loop_errors.install()
    if context.invoked_subcommand:
        return
    open_files.raise_limit()
    timers.sharpen()
    try:
        controller = create_app(settings)
        server = Server(controller.flask, controller.context, controller.sio)
    except BadSetting as error:
        raise CannotStart(str(error)) from None
    for number in (signal.SIGTERM, signal.SIGINT):
        gevent.signal_handler(number, server.stop)
    click.echo(_banner(controller))
    for warning in banner.warnings(controller.context.links, settings.host_token is not None, settings.knows_proxy):
        log.warning(warning)
    if settings.open:
        gevent.spawn(webbrowser.open, controller.context.links.display)
    if settings.stuck_seconds:
        Watchdog(settings.stuck_seconds, partial(_start_again, controller.context)).start()
    server.serve()


@main.command()
@click.option("--to", required=True, help="the address under the room's QR, such as http://192.168.1.20:8080/KRTP")
@click.option("--count", type=click.IntRange(1, 300), default=12, show_default=True, help="how many phones")
@click.option("--seed", type=click.IntRange(0), default=1, show_default=True, help="what they do follows from it")
@click.option("--restless/--steady", default=True, show_default=True, help="whether some go away and come back")
def phones(to: str, count: int, seed: int, restless: bool) -> None:
    """Fill a room with pretend phones that point, tap, press, choose, go away and come back."""
    try:
        guests = crowd.simulated_phones(RoomAddress.read(to), count, seed, restless, _once())
    except BadSetting as error:
        raise CannotStart(str(error)) from None
    click.echo(f"{count} phones play in {to}. Ctrl-C lets them leave.")
    crowd.play(guests, _end())


@main.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--to", required=True, help="the address under the room's QR, such as http://192.168.1.20:8080/KRTP")
@click.option("--motion", is_flag=True, help="how phones are held and where thumbs are, too; not only what they do")
@option("instance", type=click.Path(file_okay=False, path_type=Path))
def record(file: Path, to: str, motion: bool, instance: Path) -> None:
    """Write what phones do in a room to FILE, until Ctrl-C; the display says so meanwhile.

    Only whoever runs the server can: its secret key, in --instance, signs the right to. Names and words are never
    written, and motion only if it is asked for.
    """
    try:
        target = RoomAddress.read(to)
        key = secret.read(instance)
    except BadSetting as error:
        raise CannotStart(str(error)) from None
    wish = Listen(Passes(key).sign(RecordPass(target.code)), motion)
    click.echo(f"{to} is being recorded, {'with' if motion else 'without'} motion. Ctrl-C ends it.")
    try:
        with file.open("x", encoding="utf-8") as out:
            recorder = Recorder(target, wish, out)
            recorder.play(_end())
    except FileExistsError:
        raise CannotStart(f"{file} is there already. Choose another name, or move it away.") from None
    except OSError as error:
        raise CannotStart(f"{file} can't be written: {error.strerror}.") from None
    except Gone as gone:  # at the very start, so that nothing is in the file
        file.unlink()
        raise CannotStart(f"{target.server} can't be reached ({gone}).") from None
    if recorder.ended and not recorder.notes:
        file.unlink()
        raise CannotStart(recorder.ended.message)
    if recorder.ended:
        log.warning("%s", recorder.ended.message)
    click.echo(f"{recorder.notes} lines are in {file}.")


@main.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--to", required=True, help="the address under the room's QR, such as http://192.168.1.20:8080/KRTP")
@click.option("--loop", is_flag=True, help="begin once more when it is over")
def replay(file: Path, to: str, loop: bool) -> None:
    """Let phones do once more what the recording in FILE says they did."""
    try:
        target = RoomAddress.read(to)
        notes = recording.read(StringIO(text_file.read_text(file, "replace"), None), log.warning)
    except (BadSetting, BadRecording) as error:
        raise CannotStart(str(error)) from None
    except OSError as error:
        raise CannotStart(f"{file} can't be read: {error.strerror}.") from None
    except WrongEncoding as error:
        raise CannotStart(f"{file} can't be read: {error}.") from None
    guests = repeaters(target, notes, loop, _once())
    click.echo(f"{len(guests)} phones repeat {file} in {to}. Ctrl-C lets them leave.")
    crowd.play(guests, _end(), gap=0.0)


def _end() -> Event:
    """Return what is set once somebody wants this program to end."""
    ends = Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        gevent.signal_handler(number, ends.set)
    return ends


def _once() -> Callable[[str], None]:
    """Return what logs each sentence, which may come from a server, the first time that it is said."""
    said: set[str] = set()

    def say(sentence: str) -> None:
        if sentence not in said:
            said.add(sentence)
            log.warning("%s", sentence)

    return say


def _start_again(context: ServerContext, where: str) -> None:
    """Called in a thread once the loop is stuck: say where, and start again, or leave that to a supervisor.

    Nothing here logs: the loop may hold the log's lock.
    """
    settings = context.settings
    ends = settings.supervised or context.readiness.stopping
    then = "It ends." if ends else "It starts again, and everyone comes back."
    print(f"The server is stuck, for {settings.stuck_seconds:g} s now. {then} It was in: {where}", file=sys.stderr)
    lines.settle()
    if not ends:
        with suppress(OSError):
            again.start()
    os._exit(STUCK_EXIT_CODE)


def _banner(controller: Controller) -> str:
    location = controller.context.location
    links = location.links
    return banner.banner(
        display=links.display,
        phone=links.base,
        chosen=location.chosen,
        others=[
            one for one in location.interfaces if one != location.chosen and one.is_ipv6 <= location.chosen.is_ipv6
        ],
        secure=links.trust if location.certificate and location.certificate.authority else None,
        terminal_qr=qr.terminal(links.phone("join")),
        behind=links.plain if links.public else "",
    )
