from typing import Literal

import pytest
from click import unstyle

from controller_app.banner import FIREWALL, STOP, banner, warnings
from controller_app.core.links import Links
from controller_app.core.origin import Origin
from controller_app.machine import qr
from controller_app.machine.network.interfaces import Interface

WIFI = Interface("wlp3s0", "Wi-Fi", "192.168.178.123", "wifi")
CABLE = Interface("enp0s31f6", "Ethernet", "10.0.0.5", "ethernet")
VPN = Interface("tailscale0", "tailscale0", "100.101.102.103", "tunnel")
LOOPBACK = Interface("lo", "This computer", "127.0.0.1", "loopback")
DOCKER = Interface("docker0", "docker0", "172.17.0.1", "virtual")

DISPLAY = "http://192.168.178.123:8080/"
PHONE = "http://192.168.178.123:8080"
TRUST = "http://192.168.178.123:8080/trust"
CODE = qr.terminal("http://192.168.178.123:8080/JOIN")


def test_it_says_what_to_open_where() -> None:
    text = banner(DISPLAY, PHONE, WIFI, [], TRUST, CODE)
    shown = unstyle(text).splitlines()
    for line in (DISPLAY, PHONE, "Wi-Fi, 192.168.178.123", TRUST):
        assert any(one.endswith(f"   {line}") for one in shown), line
    assert FIREWALL in unstyle(text)
    assert STOP in unstyle(text)


def test_the_code_stands_in_it_whole() -> None:
    text = banner(DISPLAY, PHONE, WIFI, [], TRUST, CODE)
    for line in CODE.splitlines():
        assert line in text


def test_it_fits_a_terminal_of_80_by_24() -> None:
    shown = unstyle(banner(DISPLAY, PHONE, WIFI, [CABLE, VPN], TRUST, CODE)).splitlines()
    assert max(len(line) for line in shown) <= 80
    assert len(shown) <= 24


def test_other_addresses_are_given_as_the_option_that_chooses_them() -> None:
    text = " ".join(unstyle(banner(DISPLAY, PHONE, WIFI, [CABLE, VPN, LOOPBACK, DOCKER], None, CODE)).split())
    assert "Other addresses: --address 10.0.0.5 (Ethernet), --address 100.101.102.103 (tailscale0) If" in text


def test_many_other_addresses_are_counted() -> None:
    cables = [Interface(f"eth{number}", "Ethernet", f"10.0.0.{number}", "ethernet") for number in range(1, 8)]
    text = unstyle(banner(DISPLAY, PHONE, WIFI, cables, None, CODE))
    assert "10.0.0.4" in text
    assert "10.0.0.5" not in text
    assert "and 3 more" in text


def test_without_a_network_it_says_that_phones_cannot_reach_it() -> None:
    text = banner("http://127.0.0.1:8080/", "http://127.0.0.1:8080", LOOPBACK, [DOCKER], TRUST, CODE)
    assert "Phones can't reach this computer: it is in no network." in text
    assert "http://127.0.0.1:8080/" in text
    assert "█" not in text
    assert FIREWALL not in text


def test_when_loopback_was_chosen_it_says_what_to_choose() -> None:
    text = banner("http://127.0.0.1:8080/", "http://127.0.0.1:8080", LOOPBACK, [WIFI], None, CODE)
    assert "Phones can't reach 127.0.0.1" in text
    assert "--address 192.168.178.123 (Wi-Fi)" in text


@pytest.mark.parametrize("chosen", [WIFI, LOOPBACK])
def test_behind_a_public_address_the_networks_do_not_matter(chosen: Interface) -> None:
    public = "https://play.example.org"
    code = qr.terminal("https://PLAY.EXAMPLE.ORG/JOIN")
    text = banner(f"{public}/", public, chosen, [CABLE], None, code, "http://127.0.0.1:8080")
    assert public in text
    assert "█" in text
    assert "leads to" in text
    assert "http://127.0.0.1:8080" in text
    assert "--address" not in text
    assert FIREWALL not in text


def test_an_address_too_long_for_the_side_stands_above_the_code() -> None:
    public = "https://controller-at-the-museum-of-everything.example.org"
    shown = unstyle(banner(f"{public}/", public, WIFI, [], None, CODE, "http://127.0.0.1:8080")).splitlines()
    assert max(len(line) for line in shown) <= 80
    assert shown.index(f"  {public}") < min(row for row, line in enumerate(shown) if "█" in line)


def public(scheme: Literal["http", "https"], host: str) -> Links:
    return Links("127.0.0.1", 8080, 8443, public=Origin(scheme, host, 8080))


def test_a_plain_public_address_is_warned_about_and_the_way_out_is_told() -> None:
    (warning,) = warnings(public("http", "play.example.org"), has_token=True, knows_proxy=True)
    assert "Chrome" in warning
    assert "http://play.example.org:8080" in warning
    assert "proxy or tunnel with HTTPS" in warning


def test_a_server_on_which_strangers_can_open_rooms_is_warned_about() -> None:
    (warning,) = warnings(public("https", "play.example.org"), has_token=False, knows_proxy=True)
    assert "--host-token" in warning


def test_a_proxy_that_is_not_trusted_is_warned_about() -> None:
    (warning,) = warnings(public("https", "play.example.org"), has_token=True, knows_proxy=False)
    assert "--trusted-proxy" in warning
    assert warnings(Links("192.168.1.20", 8080, 8443), has_token=False, knows_proxy=True) == []


@pytest.mark.parametrize("host", ["192.168.1.20", "127.0.0.1", "laptop", "laptop.local"])
def test_a_plain_address_within_the_lan_needs_no_warning(host: str) -> None:
    assert warnings(public("http", host), has_token=False, knows_proxy=True) == []
    assert warnings(Links("192.168.1.20", 8080, 8443), has_token=False, knows_proxy=True) == []
