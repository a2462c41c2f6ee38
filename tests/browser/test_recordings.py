"""A recording gives the same picture each time, whatever the computer's speed."""

from collections.abc import Callable

import pytest

from controller_app.machine import visuals
from controller_app.settings import ROOT
from tests.browser.pages import BigScreen

OpenDisplay = Callable[..., BigScreen]

CARDS = visuals.load(ROOT / "static" / "visuals")
FRAMES = 150  # twice as many last longer than any count-down

PLAYED = """
async ([name, motion, choices, frames]) => {
  const here = document.querySelector("script[type=module]").src;
  const from = (path) => import(new URL(path, here));
  const [{Stage}, {Phones}, {Playback}, {load}] =
    await Promise.all(["stage", "phones", "playback", "gallery"].map((file) => from(`./${file}.js`)));
  const text = await (await fetch(new URL(`../../recordings/${motion}.jsonl`, here))).text();
  const host = document.createElement("div");
  Object.assign(host.style, {position: "fixed", left: "0", top: "0", width: "320px", height: "180px", zIndex: "99"});
  document.body.append(host);
  const phones = new Phones("dark");
  let [now, painted] = [1, 0];
  const create = await load(name);
  return new Promise((done, fail) => {
    const stage = new Stage({
      host, phones, words: () => [], tell() {}, equip() {}, state: new Map(), ask: async () => null, table() {},
      download() {}, sound: {context: null, out: null}, clock: () => now, theme: "dark", step: 1 / 60,
      onError: (error) => fail(error),
      onFrame: () => {
        playback.to((now += 1000 / 60));
        if ((painted += 1) < frames) return;
        const picture = host.querySelector("canvas").toDataURL();
        stage.close();
        host.remove();
        done(picture);
      },
    });
    const playback = new Playback(text, phones, stage, choices);
    stage.show(create);
  });
}
"""


@pytest.mark.parametrize("name", sorted(CARDS))
def test_a_recording_gives_the_same_picture_twice(display: OpenDisplay, name: str) -> None:
    page = display().page
    controls = CARDS[name].controls
    motion = controls.motion if controls.motion in {"tilt", "aim", "attitude"} else "aim"
    given = [name, motion, [{"name": choice.name} for choice in controls.choices]]

    first, again, later = (page.evaluate(PLAYED, [*given, frames]) for frames in (FRAMES, FRAMES, 2 * FRAMES))

    assert first == again
    assert first != later, "the picture moves"
