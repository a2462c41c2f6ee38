"""Pages: display, phone, join, trust, QR codes and health."""

import gzip
import hashlib

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from flask import Blueprint, Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from controller_app.core import codes
from controller_app.core.addresses import NETWORK_KEY
from controller_app.machine import qr
from controller_app.machine.process import log_handler
from controller_app.machine.process import log_writer as lines
from controller_app.machine.public_tree import VISUALS
from controller_app.machine.tls.authority import title_of
from controller_app.web.context import ServerContext
from controller_app.web.http.assets import Assets
from controller_app.web.http.content_policy import DISPLAY, HEADER
from controller_app.web.http.status_access import may_see_figures
from controller_app.web.http.translation import Translation
from controller_app.web.tls_contexts import LOCAL_ADDRESS_KEY

PHONES = ("Mobi", "iPhone", "Android")
"""Words by which a phone's browser gives itself away; tablets may well be the screen."""

MAX_SHOWN = 24
"""Characters of what was typed that a page says back."""

SCRIPTS = (".js", ".mjs")

LEVEL = 6
"""Of gzip: 8 kB become 3 within 0.2 ms, and a hall that scans at once shares one Wi-Fi."""


def pages(context: ServerContext, assets: Assets, translation: Translation) -> Blueprint:
    """Return the blueprint of all pages.

    Args:
        context: of the running server.
        assets: what lies under ``static/``.
        translation: what the pages say.
    """
    site = Blueprint("pages", __name__)

    @site.before_request
    def check_query() -> ResponseReturnValue | None:
        """Refuse bytes that an address has to percent-encode (RFC 3986, 2); Flask fails where it decodes them."""
        if request.query_string.isascii():
            return None
        return Response("This address has bytes that have to be percent-encoded.\n", 400, content_type="text/plain")

    @site.app_context_processor
    def given() -> dict[str, object]:
        """Give templates their sentences, and the addresses of static files of the edition that is there now."""
        assets.refresh()
        files = {"asset": assets.address, "modules": assets.modules, "sentences": translation.address}
        return {**files, "t": translation.text, "language": translation.language}

    @site.after_request
    def packed(response: Response) -> Response:
        """Compress what templates made: it holds no secret that somebody could learn from its length."""
        if response.mimetype == "text/html" and not response.content_encoding:
            response.vary.add("Accept-Encoding")
            if request.accept_encodings["gzip"] > 0:
                response.set_data(gzip.compress(response.get_data(), LEVEL))
                response.content_encoding = "gzip"
        return response

    @site.get("/")
    @site.get("/gallery")
    def display() -> ResponseReturnValue:
        """Open the big screen, at /gallery with all visuals to choose from; a phone is asked first."""
        if "screen" not in request.args and any(word in request.user_agent.string for word in PHONES):
            return render_template("choose.html", theme=context.settings.theme)
        page = render_template(
            "display.html",
            theme=context.settings.theme,
            margin=f"{context.settings.margin:g}",
            on_internet=context.links.is_on_internet,
        )
        return page, {HEADER: DISPLAY}

    @site.get("/join")
    def join() -> ResponseReturnValue:
        """Type a code; where only one room is open on a LAN, one tap is enough."""
        typed = request.args.get("code", "")
        code = codes.read(typed)
        if code:
            return redirect(url_for(".phone", typed=code))
        open_rooms = [room.code for room in context.rooms if room.display]
        only = open_rooms[0] if len(open_rooms) == 1 and not context.settings.public else ""
        return render_template("join.html", theme=context.settings.theme, typed=typed[:MAX_SHOWN], only=only)

    @site.get("/<typed>")
    @site.get("/<typed>/<offer>")
    def phone(typed: str, offer: str = "") -> ResponseReturnValue:
        """Show the phone's page for a room, or for a seat on offer there; what can't be a code is told so there."""
        if typed.lower() == "join":  # the terminal's QR says JOIN
            return redirect(url_for(".join"))
        code = codes.read(typed)
        if "." in typed and not code:
            return Response("There is no such file.\n", 404, content_type="text/plain")
        page = render_template(
            "phone.html",
            theme=context.settings.theme,
            code=code,
            offer=codes.read(offer),
            typed=typed[:MAX_SHOWN],
            https_port=context.links.motion_port,
            on_internet=context.links.is_on_internet,
        )
        return page, 200 if code else 404

    @site.get("/qr/<code>.svg")
    @site.get("/qr/<code>/<offer>.svg")
    def code_picture(code: str, offer: str | None = None) -> ResponseReturnValue:
        """Draw the QR of a room's address, or of a seat on offer there."""
        path = [codes.read(letters) for letters in (code, offer) if letters is not None]
        if not all(path):
            return Response("There is no such code.\n", 404, content_type="text/plain")
        return Response(qr.svg(context.links.phone("/".join(path))), content_type="image/svg+xml")

    @site.get("/trust")
    def trust() -> ResponseReturnValue:
        """Offer this computer's certificate authority for devices that the host manages."""
        certificate = _authority(context)
        if context.settings.public:
            return _nothing_here()
        if certificate is None:
            return redirect(url_for(".display"))
        print_ = hashlib.sha256(certificate.public_bytes(Encoding.DER)).hexdigest().upper()
        return render_template(
            "trust.html",
            theme=context.settings.theme,
            fingerprint=" ".join(print_[at : at + 4] for at in range(0, len(print_), 4)),
            authority_name=title_of(certificate),
        )

    @site.get("/trust/authority.crt")
    def authority_file() -> ResponseReturnValue:
        """Hand out the authority's certificate; phones offer to install it by its content type."""
        certificate = _authority(context)
        if context.settings.public:
            return _nothing_here()
        if certificate is None:
            return Response("This server uses a certificate that devices trust already.\n", 404)
        return Response(certificate.public_bytes(Encoding.DER), content_type="application/x-x509-ca-cert")

    def shows_figures() -> bool:
        """Whether who asks may know how the server is: on a LAN everybody, in public whoever runs it."""
        network: str = request.environ[NETWORK_KEY]
        return not context.settings.public or may_see_figures(
            request.environ, lambda token: context.host_token.lets_see(token, network, context.clock())
        )

    @site.get("/healthz")
    def health() -> ResponseReturnValue:
        """Say that the server lives, how much it holds, and what of its log was not or could not be written."""
        if not shows_figures():
            return {"ok": True}
        phones = sum(len(room.phones()) for room in context.rooms)
        said = {"lines_lost": lines.lost(), "lines_left_out": log_handler.left_out()}
        return {"rooms": len(context.rooms), "phones": phones, **said}

    @site.get("/readyz")
    def ready() -> ResponseReturnValue:
        """Say whether new visitors are taken: 200, or 503 and what stands in the way."""
        if not shows_figures():
            return _nothing_here()
        obstacle = context.readiness.obstacle
        return {"ready": not obstacle, "obstacle": obstacle}, 503 if obstacle else 200

    @site.get("/static/<path:name>", endpoint="static")
    def static(name: str) -> ResponseReturnValue:
        """Serve a file under ``static/``. A worker has the policy of its own file, so a visual's scripts get one."""
        answer = assets.answer(name, request)
        if f"/{VISUALS}/" in f"/{name}" and name.endswith(SCRIPTS):
            answer.headers[HEADER] = DISPLAY
        return answer

    @site.get("/locales/<version>/<page>.json")
    def sentences(version: str, page: str) -> ResponseReturnValue:
        """Serve what the modules of a page say."""
        return translation.answer(page, version, request)

    return site


def _nothing_here() -> Response:
    return Response("There is no such page.\n", 404, content_type="text/plain")


def _authority(context: ServerContext) -> x509.Certificate | None:
    """Return the authority of what HTTPS shows at the address that the request came to.

    None without HTTPS, or where phones trust the certificate by themselves.
    """
    shown = context.tls_contexts.at(request.environ.get(LOCAL_ADDRESS_KEY, "")) if context.tls_contexts else None
    return shown.root if shown else None
