"""A recording gives the same picture each time, whatever the computer's speed."""

import io
from base64 import b64decode
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from PIL import Image

from controller_app.machine import visuals
from tests.support.pages import BigScreen
from tests.support.running import ROOT

OpenDisplay = Callable[..., BigScreen]

CARDS = visuals.load(ROOT / "static" / "visuals")
FRAMES = 75  # of 1/30 s; twice as many last longer than any count-down
SAME = 20  # of 255, by which a square of one may differ from the other's

PLAYED = """
async ([name, motion, choices, frames]) => {
  const here = document.querySelector("script[type=module]").src;
  const from = (path) => import(new URL(path, here));
  const files = ["stage/stage", "phones/phones", "gallery/playback", "gallery/catalogue"];
  const [{Stage}, {Phones}, {Playback}, {load}] = await Promise.all(files.map((file) => from(`./${file}.js`)));
  const text = await (await fetch(new URL(`../../recordings/${motion}.jsonl`, here))).text();
  const create = await load(name);
  (await main()).stage.close(); // without a graphics chip it would take most of the time
  window.requestAnimationFrame = (paint) => setTimeout(() => paint(performance.now()));
  window.cancelAnimationFrame = clearTimeout;
  return new Promise((done, fail) => {
    const host = document.createElement("div");
    Object.assign(host.style, {position: "fixed", left: "0", top: "0", width: "320px", height: "180px", zIndex: "99"});
    document.body.append(host);
    const phones = new Phones("dark");
    const [pictures, noWords] = [[], []];
    let [now, painted] = [1, 0];
    const stage = new Stage({
      host, phones, words: () => noWords, tell() {}, equip() {}, state: new Map(), ask: async () => null, table() {},
      download() {}, sound: {context: null, out: null}, clock: () => now, theme: "dark", step: 1 / 30,
      onError: (error) => fail(error),
      onFrame: () => {
        playback.to((now += 1000 / 30));
        if ((painted += 1) % frames) return;
        pictures.push(host.querySelector("canvas").toDataURL());
        if (pictures.length < 2) return;
        stage.close();
        host.remove();
        done(pictures);
      },
    });
    const playback = new Playback(text, phones, stage, choices);
    stage.show(create);
  });
}
"""


RESIZED = """
async () => {
  const here = document.querySelector("script[type=module]").src;
  const from = (path) => import(new URL(path, here));
  const [{Stage}, {Phones}] = await Promise.all(["stage/stage", "phones/phones"].map((file) => from(`./${file}.js`)));
  const host = document.createElement("div");
  Object.assign(host.style, {position: "fixed", left: "0", top: "0", width: "320px", height: "180px"});
  document.body.append(host);
  const sizes = [];
  const observed = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const stage = new Stage({host, phones: new Phones("dark"), words: () => [], theme: "dark", clock: () => 0});
  stage.show(() => ({draw() {}, resize: (...size) => sizes.push(size)}));
  await observed();
  host.style.width = "300px";
  await observed();
  stage.close();
  return sizes;
}
"""


def test_a_visual_is_told_of_another_size_only(display: OpenDisplay) -> None:
    assert display().page.evaluate(RESIZED) == [[300, 180]]


@pytest.mark.parametrize("name", sorted(CARDS))
def test_a_recording_gives_the_same_picture_twice(display: OpenDisplay, name: str) -> None:
    page = display().page
    controls = CARDS[name].controls
    motion = controls.motion if controls.motion in {"tilt", "aim", "attitude"} else "aim"
    given = [name, motion, [{"name": choice.name} for choice in controls.choices], FRAMES]

    first, again = (page.evaluate(PLAYED, given) for _ in range(2))

    assert np.abs(coarse(first[0]) - coarse(first[1])).max() > SAME, "the picture moves"
    for one, other in zip(first, again, strict=True):
        assert np.abs(coarse(one) - coarse(other)).max() < SAME


def coarse(picture: str) -> np.ndarray[Any, Any]:
    """Return a picture's colours in squares of 4 × 4: a browser may smooth edges now with, now without graphics."""
    image = Image.open(io.BytesIO(b64decode(picture.partition(",")[2]))).convert("RGB")
    return np.asarray(image.resize((image.width // 4, image.height // 4), Image.Resampling.BOX), dtype=float)
