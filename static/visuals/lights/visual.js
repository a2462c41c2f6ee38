// Point at the screen and paint with light.
// @ts-check
import { Brush } from "./brush.js";
import { Burst } from "./burst.js";
import { rgb } from "./colour.js";
import { giveElbowRoom } from "./elbow.js";
import { Hand } from "./hand.js";
import { GlPainter } from "./painter.js";
import { Wander } from "./wander.js";
import { Words } from "./words.js";

/** @import { CreateVisual, Phone, Stage } from "../../js/display/stage/contract.js" */

const APART = 3.8; // units between two lights that meet
const FEW = 10; // lights whose lines may all be at full strength
const MOST_BURSTS = 60; // at a time; older ones give way

/** @type {CreateVisual} */
export default function create(stage) {
  const painter = painterFor(stage);
  const words = new Words();
  const wander = new Wander(stage.random);
  /** @type {Map<Phone, Hand>} */ const hands = new Map();
  /** @type {Burst[]} */ let bursts = [];
  let { width, height } = stage;
  let now = 0; // seconds
  words.update(stage.words(), width, height, 0);

  return {
    draw(seconds, phones) {
      now += seconds;
      words.update(stage.words(), stage.width, stage.height, seconds);
      seat(phones);
      bursts = bursts.filter((burst) => !burst.isOver(now));
      painter.begin();
      wander.move(stage, words, phones.length === 0, seconds, now);
      wander.draw(painter, stage, now);
      const bold = Math.min(1, Math.sqrt(FEW / hands.size));
      for (const hand of hands.values()) hand.look(stage, words, seconds);
      giveElbowRoom([...hands.values()], APART * unit(), seconds);
      for (const hand of hands.values()) hand.move(stage, words, seconds, now);
      for (const hand of hands.values()) hand.draw(painter, stage, bold, now);
      for (const hand of hands.values()) hand.drawNumber(painter, stage);
      for (const burst of bursts) burst.draw(painter, unit(), now, stage.calm);
      painter.end(words);
    },
    joined(phone) {
      hands.set(phone, new Hand(phone, stage, words, stage.calm ? undefined : words.code));
    },
    tap(phone) {
      const hand = hands.get(phone);
      if (!hand) return;
      hand.tap();
      bursts.push(new Burst(hand.place, phone.shape, rgb(phone.paint), now, stage.random));
      if (bursts.length > MOST_BURSTS) bursts.shift();
    },
    resize(wide, high) {
      for (const each of [wander, ...hands.values()]) each.scale(wide / width, high / height);
      [width, height] = [wide, high];
    },
  };

  /** @param {readonly Phone[]} phones */
  function seat(phones) {
    for (const hand of hands.values()) hand.isLeaving = true;
    for (const phone of phones) {
      const hand = hands.get(phone) ?? new Hand(phone, stage, words);
      hand.isLeaving = false;
      hands.set(phone, hand);
    }
    for (const [phone, hand] of hands) if (hand.isGone) hands.delete(phone);
  }

  function unit() {
    return Math.min(stage.width, stage.height) / 45;
  }
}

/** @param {Stage} stage */
function painterFor(stage) {
  const gl = stage.canvas.getContext("webgl2", { alpha: false, antialias: false, depth: false });
  if (gl) return new GlPainter(stage, gl);
  return new Brush(stage, /** @type {CanvasRenderingContext2D} */ (stage.canvas.getContext("2d", { alpha: false })));
}
