"""No request takes more than linear time, whichever of its fields is long."""

import io
import sys
from collections.abc import Callable
from typing import Any

import gevent
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from controller_app.app import create_app
from controller_app.settings import Settings
from tests.support.growth import TOO_STEEP, growth, pumped

Request = Callable[[dict[str, str]], object]

FIELDS = [
    ("HTTP_ACCEPT_ENCODING", "/static/js/shared/author-code.js"),
    ("HTTP_IF_NONE_MATCH", "/static/js/shared/author-code.js"),
    ("HTTP_IF_MODIFIED_SINCE", "/static/js/shared/author-code.js"),
    ("HTTP_IF_MATCH", "/static/js/shared/author-code.js"),
    ("HTTP_RANGE", "/static/js/shared/author-code.js"),
    ("HTTP_HOST", "/healthz"),
    ("HTTP_ORIGIN", "/socket.io/"),
    ("HTTP_CONNECTION", "/socket.io/"),
    ("HTTP_COOKIE", "/"),
    ("HTTP_USER_AGENT", "/"),
    ("CONTENT_TYPE", "/healthz"),
]
"""Fields of a request and pages that may look at them."""
FIELD_LETTERS = 2**15
LINE_LETTERS = 2**13

ADDRESSES = {
    "path": lambda text: {"PATH_INFO": f"/{text}"},
    "static path": lambda text: {"PATH_INFO": f"/static/visuals/{text}"},
    "QR": lambda text: {"PATH_INFO": f"/qr/{text}.svg"},
    "query of a page": lambda text: {"PATH_INFO": "/join", "QUERY_STRING": f"code={text}"},
    "query of Engine.IO": lambda text: {"PATH_INFO": "/socket.io/", "QUERY_STRING": f"EIO=4&sid=nobody&{text}"},
}

HTTP_TOKENS = st.lists(
    st.sampled_from([*"ab1 \t\",;=/.\\()*%&+-:~'", "W/", "q=", "gzip", "%41", '\\"', "a=b", "*0*=", "é", "bytes=0-"]),
    max_size=3,
).map("".join)


@pytest.fixture(scope="module")
def request_for(tmp_path_factory: pytest.TempPathFactory) -> Request:
    """Answer one request as the server does, without a socket."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gevent, "spawn", lambda *_: None)  # what runs beside requests would outlive this test
        app = create_app(Settings(instance=tmp_path_factory.mktemp("instance"), https_port=0)).flask

    def request(fields: dict[str, str]) -> object:
        environ: dict[str, Any] = {"REQUEST_METHOD": "GET", "PATH_INFO": "/", "QUERY_STRING": "", "SCRIPT_NAME": ""}
        environ |= {"SERVER_NAME": "localhost", "SERVER_PORT": "80", "SERVER_PROTOCOL": "HTTP/1.1"}
        environ |= {"wsgi.url_scheme": "http", "wsgi.input": io.BytesIO(), "wsgi.errors": sys.stderr}
        environ |= {"HTTP_HOST": "localhost", **fields}
        return list(app.wsgi_app(environ, lambda *_: bytes))

    return request


@pytest.mark.parametrize(("field", "page"), FIELDS)
@settings(max_examples=60, derandomize=True)
@given(st.data())
def test_no_field_of_a_request_takes_more_than_linear_time(
    request_for: Request, field: str, page: str, data: st.DataObject
) -> None:
    make = pumped(data.draw(HTTP_TOKENS), data.draw(HTTP_TOKENS.filter(len)), data.draw(HTTP_TOKENS))

    assert growth(lambda text: request_for({field: text, "PATH_INFO": page}), make, FIELD_LETTERS) < TOO_STEEP


@pytest.mark.parametrize("address", ADDRESSES)
@settings(max_examples=60, derandomize=True)
@given(st.data())
def test_no_address_takes_more_than_linear_time(request_for: Request, address: str, data: st.DataObject) -> None:
    make = pumped(data.draw(HTTP_TOKENS), data.draw(HTTP_TOKENS.filter(len)), data.draw(HTTP_TOKENS))

    assert growth(lambda text: request_for(ADDRESSES[address](text)), make, LINE_LETTERS) < TOO_STEEP
