"""The addresses that people open."""

from typing import Literal

import pytest

from controller_app.core.links import Links
from controller_app.core.origin import Origin


def behind(scheme: Literal["http", "https"], host: str) -> Links:
    return Links("192.168.1.20", 8080, 8443, public=Origin(scheme, host, 443 if scheme == "https" else 80))


def test_the_qr_has_the_code_and_capitals_after_the_scheme() -> None:
    assert Links("192.168.1.20", 8080, 8443).phone("KRTP") == "http://192.168.1.20:8080/KRTP"


def test_a_standard_port_is_not_written() -> None:
    assert Links("192.168.1.20", 80, 443).base == "http://192.168.1.20"
    assert Links("192.168.1.20", 80, 443, "https").base == "https://192.168.1.20"


def test_https_goes_into_the_qr_where_it_was_asked_for() -> None:
    links = Links("192.168.1.20", 8080, 8443, "https")

    assert links.phone("KRTP") == "https://192.168.1.20:8443/KRTP"
    assert links.typed == "https://192.168.1.20:8443"


def test_a_public_address_wins() -> None:
    links = behind("https", "play.example.org")

    assert links.phone("KRTPCD") == "https://PLAY.EXAMPLE.ORG/KRTPCD"
    assert links.display == "https://play.example.org/"


def test_a_person_types_the_address_without_http() -> None:
    assert Links("192.168.1.20", 8080, 8443).typed == "192.168.1.20:8080"


def test_this_computer_opens_the_display_where_it_may_stay_awake() -> None:
    assert Links("192.168.1.20", 8080, 8443).display == "http://localhost:8080/"
    assert Links("192.168.1.20", 8080, 8443, local=False).display == "http://192.168.1.20:8080/"


def test_devices_find_the_trust_page_at_the_address_they_reach() -> None:
    assert Links("192.168.1.20", 8080, 8443, "https").trust == "http://192.168.1.20:8080/trust"


def test_an_ipv6_address_stands_in_brackets() -> None:
    assert Links("fd00::5", 8080, 8443).base == "http://[fd00::5]:8080"


def test_behind_a_proxy_there_is_no_other_port_for_motion() -> None:
    assert Links("192.168.1.20", 8080, 8443).motion_port == 8443
    assert behind("http", "play.example.org").motion_port == 0


def test_the_proxy_in_front_leads_to_where_the_server_listens() -> None:
    assert behind("https", "play.example.org").plain == "http://192.168.1.20:8080"


@pytest.mark.parametrize("host", ["192.168.1.20", "laptop.local", "laptop", "screen.lan"])
def test_a_public_address_within_the_lan_is_not_on_the_internet(host: str) -> None:
    assert not behind("https", host).is_on_internet
    assert behind("https", host).hsts_host == ""


def test_browsers_may_keep_to_https_for_a_name_on_the_internet_alone() -> None:
    assert behind("https", "play.example.org").hsts_host == "play.example.org"
    assert behind("http", "play.example.org").hsts_host == ""
    assert behind("http", "play.example.org").is_on_internet
    assert Links("192.168.1.20", 8080, 8443, "https").hsts_host == ""
    assert not Links("192.168.1.20", 8080, 8443).is_on_internet
