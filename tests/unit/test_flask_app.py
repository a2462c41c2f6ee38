"""Routes: matched for pages, not for the events of an open connection."""

from flask import request

from controller_app.web.http.flask_app import FlaskApp


def app() -> FlaskApp:
    made = FlaskApp("test")
    made.add_url_rule("/<typed>", "phone", lambda typed: typed)
    return made


def test_a_page_is_matched() -> None:
    with app().test_request_context("/KRTP"):
        assert request.view_args == {"typed": "KRTP"}


def test_an_event_of_a_connection_has_a_request_without_a_route() -> None:
    with app().test_request_context("/socket.io/?EIO=4&transport=websocket", environ_base={"REMOTE_ADDR": "::1"}):
        assert request.remote_addr == "::1"
        assert request.url_rule is None
        assert request.routing_exception is None
