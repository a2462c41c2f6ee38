"""Ports that an option may give: none that browsers refuse, none twice."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from controller_app.cli import main
from controller_app.errors import BadSetting
from controller_app.machine.location import Location
from controller_app.machine.network import ports
from controller_app.settings import Settings


@pytest.mark.parametrize("port", ["1", "22", "2049", "5060", "6000", "6667", "10080"])
@pytest.mark.parametrize("option", ["--port", "--https-port"])
def test_ports_that_browsers_refuse_are_refused_at_the_start(port: str, option: str, tmp_path: Path) -> None:
    told = CliRunner().invoke(main, [option, port, "--instance", str(tmp_path)])

    assert told.exit_code == 2
    assert f"{option}: browsers refuse to open port {port}. Try another, such as 8081." in told.output
    assert list(tmp_path.iterdir()) == []


def test_one_port_for_both_is_named_as_our_own_clash(tmp_path: Path) -> None:
    told = CliRunner().invoke(main, ["--port", "19085", "--https-port", "19085", "--instance", str(tmp_path)])

    assert told.exit_code == 2
    assert "--https-port: 19085 is the port for HTTP already." in told.output
    assert "another program" not in told.output


def test_the_list_has_as_many_ports_as_the_standards() -> None:
    assert len(ports.BLOCKED) == 82
    assert not {80, 443, 8000, 8080, 8081, 8443, 9000} & ports.BLOCKED


def test_behind_a_proxy_its_own_port_alone_matters(tmp_path: Path) -> None:
    public = "https://play.example.org"
    for port in (6000, 8443):
        ports.check(Settings(public_url=public, port=port))
    with pytest.raises(BadSetting, match="--public-url: browsers refuse to open port 6000"):
        Location(Settings(public_url=f"{public}:6000", instance=tmp_path))


@pytest.mark.parametrize(
    ("near", "https_port", "other"), [(5059, 8443, 5062), (8442, 8443, 8444), (65_535, 8443, 8081), (6664, 0, 6670)]
)
def test_a_port_that_is_proposed_can_be_taken(near: int, https_port: int, other: int) -> None:
    assert ports.another(Settings(https_port=https_port), near) == other
