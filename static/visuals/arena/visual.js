// Arena: steer a ship, tap to boost, bump the others off a plate that shrinks.
// @ts-check
import { PAINT } from "../../js/shared/marks.js";
import { ATTRACT_SEATS } from "../_kit/attract.js";
import { beginFrame, penOf } from "../_kit/canvas.js";
import { Match } from "./match.js";
import { drawPlate } from "./plate-drawing.js";
import { drawBoard, drawPodium } from "./scoreboard.js";
import { drawNumber, drawShip } from "./ship-drawing.js";
import { Sparks } from "./sparks.js";
import { viewOf } from "./view.js";

/** @import { CreateVisual, Phone } from "../../js/display/stage/contract.js" */
/** @import { Happening } from "./match.js" */
/** @import { Ship } from "./ship.js" */

const SAVED = "round"; // under this name the round outlives a reload
const RISE_S = 0.8; // seconds in which the podium rises
const VEIL = 0.4; // of the picture is hidden while nobody is in

/** @type {CreateVisual} */
export default function create(stage) {
  const pen = penOf(stage.canvas);
  const match = new Match(stage.random);
  const sparks = new Sparks(stage.random);
  /** @type {Map<number, Phone>} */ const sitting = new Map();
  /** @type {readonly Ship[]} */ let winners = [];
  let risen = 0;
  /** @type {{until: number, scores: [number, number][]} | undefined} */ let saved = stage.state.get(SAVED);

  return {
    draw(seconds, phones) {
      goOn();
      seat(phones);
      for (const happening of match.play(seconds)) tellOf(happening);
      sparks.age(seconds);
      risen = match.phase === "podium" ? Math.min(1, stage.calm ? 1 : risen + seconds / RISE_S) : 0;
      paint();
    },
    tap(phone) {
      match.ship(phone.number)?.boost();
    },
    left({ number }) {
      sitting.delete(number);
      match.leave(number);
    },
    resize: paint,
  };

  /** Go on with the round that a reload of the display broke off. */
  function goOn() {
    const now = stage.clock();
    if (!saved || now === 0) return;
    if (saved.until > now) {
      match.resume((saved.until - now) / 1000);
      for (const [number, score] of saved.scores) if (sitting.has(number)) match.enter(number, score);
    }
    saved = undefined;
  }

  /** @param {readonly Phone[]} phones */
  function seat(phones) {
    for (const [number, phone] of sitting) if (!phones.includes(phone)) leave(number);
    for (const phone of phones) {
      sitting.set(phone.number, phone);
      const ship = match.ship(phone.number) ?? match.enter(phone.number);
      ship.away = phone.away;
      ship.steer = phone.tilt;
    }
  }

  /** @param {number} number */
  function leave(number) {
    sitting.delete(number);
    match.leave(number);
  }

  /** @param {Happening} happening */
  function tellOf(happening) {
    if (happening.kind === "bump") {
      sparks.fly(happening, happening.force, happening.ships.map(paintOf));
      if (happening.force > 0.3) for (const { number } of happening.ships) tell(number, { buzz: Math.round(60 * happening.force) });
    } else if (happening.kind === "fall") {
      tell(happening.ship.number, { buzz: 220, text: stage.t("fallen") });
      if (happening.by && !happening.ship.isDrone) tell(happening.by.number, { flash: true, text: stage.t("bumped_off") });
      save();
    } else if (happening.kind === "end") {
      winners = happening.winners;
      winners.forEach(({ number }, i) => tell(number, { buzz: 300, flash: true, text: stage.t(`place.${i + 1}`) }));
      stage.state.set(SAVED, undefined);
    } else save();
  }

  /** @param {number} number @param {{buzz?: number, flash?: boolean, text?: string}} what */
  function tell(number, what) {
    const phone = sitting.get(number);
    if (phone && !phone.away) stage.tell(phone, what);
  }

  function save() {
    const scores = match.standings.map(({ number, score }) => [number, score]);
    stage.state.set(SAVED, { until: Math.round(stage.clock() + 1000 * match.left), scores });
  }

  /** @param {Ship} ship */
  function paintOf({ number }) {
    return sitting.get(number)?.paint ?? stage.palette.quiet;
  }

  /** Nobody is in: the picture stands behind the words. */
  function veil() {
    pen.globalAlpha = VEIL;
    pen.fillStyle = stage.palette.ground;
    pen.fillRect(0, 0, stage.width, stage.height);
    pen.globalAlpha = 1;
  }

  /** @param {Ship} ship @returns {Pick<Phone, "paint" | "shape"> | undefined} undefined for a drone that is only a drone */
  function faceOf({ number, isDrone }) {
    if (!isDrone || sitting.size > 0) return sitting.get(number);
    const { colour, shape } = ATTRACT_SEATS[-number - 1];
    return { paint: PAINT[stage.theme][colour], shape };
  }

  function paint() {
    const view = viewOf(stage.width, stage.height, stage.words(), stage.safe());
    beginFrame(pen, stage);
    drawPlate(pen, stage, view, match, sitting.size > 0);
    if (match.phase === "podium") {
      drawPodium({ pen, stage, view }, winners, sitting, risen);
      return;
    }
    const easel = { pen, stage, view, size: match.size };
    for (const ship of [...match.ships].sort((a, b) => a.height - b.height)) drawShip(easel, ship, faceOf(ship));
    for (const [number, phone] of sitting) {
      const ship = match.ship(number);
      if (ship) drawNumber(easel, ship, phone);
    }
    sparks.draw(pen, view);
    if (sitting.size > 0) drawBoard({ pen, stage, view }, match, sitting);
    else veil();
  }
}
