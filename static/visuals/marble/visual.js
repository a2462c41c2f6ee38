// Marble: lean a marble through a maze; the first three at the goal are on the podium.
// @ts-check
import { PAINT } from "../../js/shared/marks.js";
import { ATTRACT_SEATS } from "../_kit/attract.js";
import { beginFrame, penOf } from "../_kit/canvas.js";
import { AttractMode } from "./attract.js";
import { MarblePainter } from "./marble-painter.js";
import { MazePainter } from "./maze-painter.js";
import { drawArrivals, drawCount, drawLastCall, drawPodium } from "./overlay.js";
import { Race, areSame } from "./race.js";
import { Trails } from "./trails.js";
import { planOf, spaceOf, viewOf } from "./view.js";

/** @import { CreateVisual, Phone, Rect } from "../../js/display/stage/contract.js" */
/** @import { Easel, Face } from "./marble-painter.js" */
/** @import { Marble } from "./marble.js" */
/** @import { MazeWorld } from "./maze-world.js" */
/** @import { Winner } from "./overlay.js" */
/** @import { Happening } from "./race.js" */
/** @import { View } from "./view.js" */

const RACE_KEY = "own-race"; // under these names race and wins outlive a reload
const SCORE_KEY = "own-score";
const SAVE_INTERVAL_S = 2;
const RETURN_S = 5; // seconds after a reload in which people may still be on their way back
const APPEAR_S = 0.7; // seconds in which a new maze is there
const CROWD_PLAYERS = Infinity; // players that the maze is made for while nobody is in: small cells wind round words
const VEIL = 0.5; // of the maze is hidden by the podium
const QUIETER = 0.6; // of the picture while nobody is in: it stands behind the words

/** @type {CreateVisual} */
export default function create(stage) {
  const pen = penOf(stage.canvas);
  const [floor, marblePainter, trails] = [new MazePainter(stage), new MarblePainter(stage), new Trails()];
  /** @type {Map<number, Phone>} */ const sitting = new Map();
  let words = stage.words();
  let space = spaceOf(stage.width, stage.height, words, stage.safe());
  const attract = new AttractMode(stage.random, planFor(CROWD_PLAYERS));
  const race = new Race(stage.random, planFor);
  let saved = { race: stage.state.get(RACE_KEY), score: stage.state.get(SCORE_KEY) };
  /** @type {MazeWorld | undefined} */ let shown;
  let appeared = 0; // seconds since this maze came
  let sinceSaved = 0;
  let alone = 0; // seconds since the start in which nobody was in
  /** @type {readonly Winner[]} */ let winners = [];

  return {
    draw(seconds, phones) {
      goOn(phones, seconds);
      seat(phones);
      fit();
      if (sitting.size > 0) {
        for (const happening of race.play(seconds)) tellOf(happening);
        save(seconds);
      } else attract.play(seconds, stage.calm);
      appeared = shown === world() ? appeared + seconds : 0;
      shown = world();
      trails.follow(shown.marbles.values(), seconds);
      paint();
    },
    left: ({ number }) => leave(number),
    resize() {
      fit(true);
      const { columns, rows } = race.plan;
      if (sitting.size > 0 && columns !== rows && columns > rows !== space.width > space.height) race.begin();
      paint();
    },
    close() {
      floor.close();
      marblePainter.close();
    },
  };

  function world() {
    return sitting.size > 0 ? race.world : attract.world;
  }

  /** @param {number} players */
  function planFor(players) {
    return planOf(space, words, players);
  }

  /** @param {boolean} [anyway] although the words are where they were */
  function fit(anyway = false) {
    if (words === stage.words() && !anyway) return;
    words = stage.words();
    space = spaceOf(stage.width, stage.height, words, stage.safe());
    if (sitting.size > 0) race.refit();
    else if (!areSame(planFor(CROWD_PLAYERS), attract.plan)) attract.begin(planFor(CROWD_PLAYERS));
    if (sitting.size === 0 && stage.calm) attract.spread();
  }

  /** Go on with the race that a reload of the display broke off. @param {readonly Phone[]} phones @param {number} seconds */
  function goOn(phones, seconds) {
    alone += seconds;
    if (phones.length > 0) {
      if (saved.score) {
        race.round = saved.score.round;
        for (const [number, won] of saved.score.wins) if (phones.some((phone) => phone.number === number)) race.wins.set(number, won);
      }
      if (saved.race) race.resume(saved.race);
    }
    if (phones.length > 0 || alone > RETURN_S) saved = { race: undefined, score: undefined };
  }

  /** @param {readonly Phone[]} phones */
  function seat(phones) {
    for (const [number, phone] of sitting) if (!phones.includes(phone)) leave(number);
    for (const phone of phones) {
      sitting.set(phone.number, phone);
      const marble = race.enter(phone.number);
      marble.away = phone.away;
      marble.lean = phone.tilt;
    }
  }

  /** @param {number} number */
  function leave(number) {
    sitting.delete(number);
    race.leave(number);
    if (sitting.size === 0) for (const name of [RACE_KEY, SCORE_KEY]) stage.state.set(name, undefined);
  }

  /** @param {Happening} happening */
  function tellOf(happening) {
    if (happening.kind === "knock") tell(happening.marble.number, { buzz: Math.round(Math.min(60, 12 * happening.force)) });
    else if (happening.kind === "in") {
      const { number, place } = happening.marble;
      tell(number, { buzz: 300, flash: true, text: stage.t(`place.${place}`) });
      keepScore();
    } else if (happening.kind === "end") {
      winners = happening.winners.flatMap(({ number, took }) => {
        const phone = sitting.get(number);
        return phone ? [{ phone, took }] : [];
      });
      for (const number of sitting.keys()) {
        if (!happening.winners.some((marble) => marble.number === number)) tell(number, { text: stage.t("too_late") });
      }
      stage.state.set(RACE_KEY, undefined);
    } else {
      for (const number of sitting.keys()) tell(number, { buzz: 60, text: stage.t("go") });
      keepScore();
    }
  }

  /** @param {number} number @param {{buzz?: number, flash?: boolean, text?: string}} what */
  function tell(number, what) {
    const phone = sitting.get(number);
    if (phone && !phone.away) stage.tell(phone, what);
  }

  function keepScore() {
    stage.state.set(SCORE_KEY, { round: race.round, wins: [...race.wins] });
  }

  /** @param {number} seconds */
  function save(seconds) {
    sinceSaved += seconds;
    if (sinceSaved < SAVE_INTERVAL_S || race.phase !== "roll") return;
    sinceSaved = 0;
    stage.state.set(RACE_KEY, race.saved);
  }

  /** @param {Marble} marble @returns {Face | undefined} */
  function faceOf({ number }) {
    if (number > 0) return sitting.get(number);
    const { colour, shape } = ATTRACT_SEATS[-number - 1];
    return { paint: PAINT[stage.theme][colour], shape };
  }

  function paint() {
    const { width, height, calm } = stage;
    const { maze, marbles } = world();
    const view = viewOf(space, maze);
    const easel = { pen, stage, view };
    const { under, over } = floor.look(world(), view);
    const there = Math.min(1, appeared / APPEAR_S);
    beginFrame(pen, stage);
    const seen = there * (sitting.size > 0 ? 1 : QUIETER);
    pen.globalAlpha = seen;
    pen.drawImage(under, 0, 0, width, height);
    const all = [...marbles.values()].map((marble) => ({ marble, face: faceOf(marble) }));
    const strength = (/** @type {Marble} */ { number }) => seen * (number < 0 && calm ? attract.breath(-number) : 1);
    for (const { marble, face } of all) {
      if (!face) continue;
      trails.draw(easel, marblePainter, marble, face, strength(marble));
      marblePainter.shine(easel, marble, face, strength(marble));
    }
    for (const { marble, face } of all) if (face) marblePainter.draw(easel, marble, face, strength(marble));
    pen.globalAlpha = seen;
    pen.drawImage(over, 0, 0, width, height);
    pen.globalAlpha = 1;
    clearWords(words, 0.5 * view.type);
    if (sitting.size > 0) paintSigns(easel);
  }

  /** @param {Easel} easel */
  function paintSigns(easel) {
    const most = Math.max(...race.wins.values(), 0);
    for (const [number, phone] of sitting) {
      const marble = race.world.marbles.get(number);
      if (marble) marblePainter.drawNumber(easel, marble, phone, most > 0 && race.wins.get(number) === most);
    }
    if (race.phase === "podium") veil(easel.view);
    if (race.phase === "ready") drawCount(easel, race);
    else if (race.phase === "podium") drawPodium(easel, race, winners, sitting);
    else {
      drawLastCall(easel, race);
      drawArrivals(easel, race, sitting);
    }
  }

  /** The maze steps back behind the podium. @param {View} view */
  function veil({ x, y, unit }) {
    const { columns, rows } = race.plan;
    pen.globalAlpha = VEIL;
    pen.fillStyle = stage.palette.ground;
    pen.fillRect(x - unit, y - unit / 4, (columns + 2) * unit, (rows + 0.5) * unit);
    pen.globalAlpha = 1;
  }

  /** Words that came since the maze was made stand before it. @param {readonly Rect[]} rects @param {number} air */
  function clearWords(rects, air) {
    pen.fillStyle = stage.palette.ground;
    for (const { x, y, width, height } of rects) {
      pen.beginPath();
      pen.roundRect(x - air, y - air, width + 2 * air, height + 2 * air, air);
      pen.fill();
    }
  }
}
