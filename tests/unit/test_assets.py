"""Static files: compressed once, asked for again, never outside their folder."""

import gzip
import os
import shutil
import threading
from pathlib import Path

import pytest
from flask import Flask, Response, request
from flask.testing import FlaskClient

from controller_app.machine.public_tree import PublicTree
from controller_app.web.http.assets import Assets
from controller_app.web.http.edition import LOOK_INTERVAL_S
from controller_app.web.http.pieces import PIECE_BYTES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    static = tmp_path / "static"
    static.mkdir()
    (static / "main.js").write_text("export {};\n" * 100)
    (static / "font.woff2").write_bytes(b"wOF2")
    (tmp_path / "secret.key").write_text("secret")
    return static


@pytest.fixture
def assets(folder: Path) -> Assets:
    return Assets(PublicTree(folder, {}))


@pytest.fixture
def client(assets: Assets) -> FlaskClient:
    app = Flask(__name__, static_folder=None)

    @app.get("/static/<path:name>")
    def static(name: str) -> Response:
        return assets.answer(name, request)

    return app.test_client()


def test_text_is_compressed_where_the_browser_takes_it(client: FlaskClient) -> None:
    answer = client.get("/static/main.js", headers={"Accept-Encoding": "gzip, br"})

    assert answer.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(answer.data) == b"export {};\n" * 100
    assert answer.content_type == "text/javascript; charset=utf-8"
    assert "Accept-Encoding" in answer.headers["Vary"]


def test_text_is_plain_where_it_does_not(client: FlaskClient) -> None:
    answer = client.get("/static/main.js", headers={"Accept-Encoding": "identity"})

    assert "Content-Encoding" not in answer.headers
    assert answer.data == b"export {};\n" * 100


def test_fonts_are_compressed_already(client: FlaskClient) -> None:
    assert "Content-Encoding" not in client.get("/static/font.woff2", headers={"Accept-Encoding": "gzip"}).headers


def test_what_the_browser_has_is_not_sent_again_until_it_changes(client: FlaskClient, folder: Path) -> None:
    tag = client.get("/static/main.js").headers["ETag"]
    assert client.get("/static/main.js", headers={"If-None-Match": tag}).status_code == 304

    (folder / "main.js").write_text("changed")

    assert client.get("/static/main.js", headers={"If-None-Match": tag}).text == "changed"


def test_a_file_of_the_present_edition_is_kept_for_good(client: FlaskClient, assets: Assets) -> None:
    answer = client.get(assets.address("main.js"))

    assert answer.data == b"export {};\n" * 100
    assert answer.cache_control.immutable
    assert answer.cache_control.max_age == 365 * 24 * 3600


def test_a_changed_file_makes_another_edition(client: FlaskClient, assets: Assets, folder: Path) -> None:
    before = assets.address("main.js")
    (folder / "other.css").write_text("body {}")
    assets.look()

    assert assets.address("main.js") != before
    assert client.get(before).cache_control.no_cache


def test_the_edition_is_what_is_in_the_files(folder: Path, assets: Assets, tmp_path: Path) -> None:
    copy = shutil.copytree(folder, tmp_path / "copy")
    os.utime(copy / "main.js", (1, 1))
    before = Assets(PublicTree(copy, {})).look()
    assert before == assets.look()

    (copy / "main.js").write_text("EXPORT {};\n" * 100)
    os.utime(copy / "main.js", (1, 1))

    assert Assets(PublicTree(copy, {})).look() != before


def test_for_an_author_at_work_a_file_that_is_saved_again_is_another_one(folder: Path) -> None:
    assets = Assets(PublicTree(folder, {}), dev=True)
    before = assets.look()
    os.utime(folder / "main.js", (1, 1))

    assert assets.look() != before


def test_a_changed_module_may_need_others(assets: Assets, folder: Path) -> None:
    (folder / "main.js").write_text('import "./one.js";')
    assets.look()
    assert assets.modules("main.js") == ["one.js"]

    (folder / "main.js").write_text('import "./one.js";\nimport "./other.js";')
    assets.look()

    assert assets.modules("main.js") == ["one.js", "other.js"]


def test_a_file_is_kept_once_however_it_is_spelt(client: FlaskClient, assets: Assets) -> None:
    for n in range(20):
        client.get(f"/static/x{n}/../main.js")

    assert len(assets._assets) == 1


@pytest.mark.parametrize(
    "name", ["../secret.key", "%2e%2e/secret.key", "..%2fsecret.key", "nonesuch.js", "x" * 300, "a%00b"]
)
def test_nothing_outside_the_folder_is_served(client: FlaskClient, name: str) -> None:
    assert client.get(f"/static/{name}").status_code == 404


def test_pages_look_for_changed_files_once_a_second(folder: Path) -> None:
    now = [0.0]
    assets = Assets(PublicTree(folder, {}), clock=lambda: now[0])
    before = assets.address("main.js")
    (folder / "main.js").write_text("changed")

    now[0] += LOOK_INTERVAL_S * 0.9
    assets.refresh()
    assert assets.address("main.js") == before

    now[0] += LOOK_INTERVAL_S * 0.1
    assets.refresh()
    assert assets.address("main.js") != before


def test_for_an_author_at_work_each_page_looks(folder: Path) -> None:
    assets = Assets(PublicTree(folder, {}), dev=True, clock=lambda: 0.0)
    before = assets.address("main.js")
    (folder / "main.js").write_text("changed")

    assets.refresh()

    assert assets.address("main.js") != before


def test_only_what_the_edition_covers_is_kept_for_good(client: FlaskClient, assets: Assets, folder: Path) -> None:
    (folder / "v1").mkdir()
    (folder / "v1" / "a.js").write_text("// one")
    (folder / "now").symlink_to("v1")
    assets.look()

    assert client.get(assets.address("v1/a.js")).cache_control.immutable
    assert client.get(assets.address("now/a.js")).data == b"// one"
    assert client.get(assets.address("now/a.js")).cache_control.no_cache  # the link may lead elsewhere tomorrow


def test_files_that_come_and_go_stop_no_look_and_no_answer(client: FlaskClient, assets: Assets, folder: Path) -> None:
    over = threading.Event()

    def churn() -> None:
        while not over.is_set():
            (folder / "brief.js").write_text("// brief")
            (folder / "short").mkdir()
            (folder / "brief.js").rename(folder / "short" / "brief.js")
            shutil.rmtree(folder / "short")

    thread = threading.Thread(target=churn)
    thread.start()
    try:
        for _ in range(300):
            assert assets.look() != "~"
            assert client.get("/static/brief.js").status_code in {200, 404}
    finally:
        over.set()
        thread.join()


def test_an_accepted_visual_is_served_as_soon_as_it_is_accepted(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "mine" / "rain").mkdir(parents=True)
    (tmp_path / "mine" / "rain" / "visual.js").write_text("// rain")
    homes: dict[str, Path] = {}
    assets = Assets(PublicTree(folder, homes))
    site = Flask(__name__).test_request_context().request
    before = assets.look()
    assert assets.answer("visuals/rain/visual.js", site).status_code == 404

    homes["rain"] = tmp_path / "mine" / "rain"

    assert assets.answer("visuals/rain/visual.js", site).get_data() == b"// rain"
    assert assets.look() != before


LARGE = bytes(range(256)) * 8192
"""2 MB: too large to be kept in memory."""


@pytest.fixture(params=[LARGE, LARGE[:4096]], ids=["from the disk", "from memory"])
def film(request: pytest.FixtureRequest, folder: Path) -> bytes:
    (folder / "film.MP4").write_bytes(request.param)
    return bytes(request.param)


def test_a_film_comes_whole_and_says_that_it_comes_in_parts(client: FlaskClient, film: bytes) -> None:
    answer = client.get("/static/film.MP4", headers={"Accept-Encoding": "gzip"})

    assert answer.data == film
    assert answer.content_length == len(film)
    assert answer.headers["Accept-Ranges"] == "bytes"
    assert answer.content_type == "video/mp4"
    assert client.head("/static/film.MP4").content_length == len(film)


@pytest.mark.parametrize(
    ("asked", "start", "stop"),
    [
        ("0-", 0, None),
        ("0-0", 0, 1),
        ("100-199", 100, 200),
        ("70000-70009", 70_000, 70_010),
        ("-5", -5, None),
        ("4000-", 4000, None),
    ],
)
def test_a_player_gets_the_part_that_it_asks_for(
    client: FlaskClient, film: bytes, asked: str, start: int, stop: int | None
) -> None:
    answer = client.get("/static/film.MP4", headers={"Range": f"bytes={asked}", "Accept-Encoding": "gzip"})

    if start >= len(film):
        assert answer.status_code == 416
        assert answer.headers["Content-Range"] == f"bytes */{len(film)}"
    else:
        part = film[start:stop]
        begin = start % len(film)
        assert answer.status_code == 206
        assert answer.data == part
        assert answer.content_length == len(part)
        assert answer.headers["Content-Range"] == f"bytes {begin}-{begin + len(part) - 1}/{len(film)}"


@pytest.mark.parametrize("wish", ["bytes=0-1,5-9", "bytes=", "bytes=x-y", "lines=0-5", "bytes=9-2", "nonsense"])
def test_other_wishes_for_parts_are_answered_with_the_whole(client: FlaskClient, film: bytes, wish: str) -> None:
    answer = client.get("/static/film.MP4", headers={"Range": wish})

    assert answer.status_code == 200
    assert answer.data == film


def test_a_part_of_a_changed_film_is_the_whole_new_one(client: FlaskClient, film: bytes, folder: Path) -> None:
    tag = client.get("/static/film.MP4").headers["ETag"]
    asked = {"Range": "bytes=0-9", "If-Range": tag}
    assert client.get("/static/film.MP4", headers=asked).data == film[:10]
    assert client.get("/static/film.MP4", headers={"If-None-Match": tag}).status_code == 304

    (folder / "film.MP4").write_bytes(b"another" + film)

    assert client.get("/static/film.MP4", headers=asked).data == b"another" + film


def test_a_large_film_takes_no_memory_and_no_open_file(assets: Assets, folder: Path) -> None:
    (folder / "film.mp4").write_bytes(LARGE)
    site = Flask(__name__).test_request_context(headers={"Range": "bytes=10-"}).request
    before = len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else 0

    pieces = iter(assets.answer("film.mp4", site).iter_encoded())

    assert len(next(pieces)) <= PIECE_BYTES
    assert not before or len(os.listdir("/proc/self/fd")) == before
    assert max(len(asset.body or b"") for asset in assets._assets.values()) == 0


def test_what_is_compressed_comes_whole(client: FlaskClient) -> None:
    answer = client.get("/static/main.js", headers={"Range": "bytes=0-3", "Accept-Encoding": "gzip"})

    assert answer.status_code == 200
    assert gzip.decompress(answer.data) == b"export {};\n" * 100


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        *(("tone.wav", "audio/wav"), ("tone.MP3", "audio/mpeg"), ("tone.ogg", "audio/ogg"), ("tone.m4a", "audio/mp4")),
        *(
            ("tone.opus", "audio/ogg"),
            ("tone.flac", "audio/flac"),
            ("clip.mp4", "video/mp4"),
            ("clip.webm", "video/webm"),
        ),
        *(("plane.glb", "model/gltf-binary"), ("plane.gltf", "model/gltf+json; charset=utf-8")),
        *(("add.wasm", "application/wasm"), ("face.woff2", "font/woff2"), ("face.ttf", "font/ttf")),
        *(("kite.webp", "image/webp"), ("kite.avif", "image/avif"), ("kite.png", "image/png")),
        *(("lib.mjs", "text/javascript; charset=utf-8"), ("worker.js", "text/javascript; charset=utf-8")),
        *(("words.json", "application/json; charset=utf-8"), ("words.txt", "text/plain; charset=utf-8")),
        *(("light.glsl", "text/plain; charset=utf-8"), ("words.csv", "text/csv; charset=utf-8")),
        *(("plane.bin", "application/octet-stream"), ("LICENSE", "application/octet-stream")),
    ],
)
def test_files_have_their_type_whatever_the_computer_knows(
    name: str, kind: str, client: FlaskClient, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mimetypes.guess_type", lambda _: (None, None))
    (folder / name).write_bytes(b"x")

    assert client.get(f"/static/{name}").content_type == kind
