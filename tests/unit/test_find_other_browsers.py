from pathlib import Path

from tools.other_browsers import Which, firefox, mini_browser, missing

ALL = {"firefox-esr", "WebKitWebDriver", "Xvfb"}


def on_path(*commands: str) -> Which:
    return lambda command: f"/usr/bin/{command}" if command in commands else None


def test_what_is_here_is_not_installed_again() -> None:
    assert missing(on_path(*ALL)) == []
    assert missing(on_path(*ALL - {"Xvfb"})) == ["xvfb"]
    assert missing(on_path()) == ["firefox-esr", "webkit2gtk-driver", "xvfb"]


def test_a_firefox_of_another_release_will_do() -> None:
    assert missing(on_path("firefox", "WebKitWebDriver", "Xvfb")) == []
    assert firefox(on_path("firefox")) == "/usr/bin/firefox"


def test_the_newest_mini_browser_is_taken_where_systems_keep_it(tmp_path: Path) -> None:
    assert mini_browser(tmp_path) is None
    for folder in ("usr/lib/x86_64-linux-gnu/webkit2gtk-4.0", "usr/lib/x86_64-linux-gnu/webkit2gtk-4.1"):
        (tmp_path / folder).mkdir(parents=True)
        (tmp_path / folder / "MiniBrowser").touch()
    assert mini_browser(tmp_path) == tmp_path / "usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser"
