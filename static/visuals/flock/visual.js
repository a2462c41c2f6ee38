// Flock: thousands of birds, of which each phone pulls a part.
// @ts-check
import { penOf } from "../_kit/canvas.js";
import { rgb } from "../_kit/colour.js";
import { webgl2 } from "../_kit/gl.js";
import { unitOf } from "../_kit/type.js";
import { WILD, deal, fairShares } from "./allocation.js";
import { Birds } from "./birds.js";
import { Burst } from "./burst.js";
import { CanvasPainter } from "./canvas-painter.js";
import { FlowField } from "./flow-field.js";
import { GlPainter } from "./gl-painter.js";
import { FlockKeepOut } from "./keep-out.js";
import { Mark, sizeAmong } from "./mark.js";
import { SpriteBatch } from "./sprite-batch.js";
import { WildFlocks } from "./wild-flocks.js";

/** @import { CreateVisual, Phone, Stage } from "../../js/display/stage/contract.js" */

const BIRDS = 6000;
const CALM_SPEED = 0.25; // of their usual speed, where motion should be less
const MAX_BURSTS = 60; // at a time; older ones give way
const MAX_NUMBERED = 40; // with more people than this, a number shows when its phone taps
const MAX_NUMBERS = 14; // then; older ones give way

/** @type {CreateVisual} */
export default function create(stage) {
  const painter = painterFor(stage);
  const keepOut = new FlockKeepOut();
  const field = new FlowField();
  field.resize(...size());
  const birds = new Birds(BIRDS, stage.random, field);
  const wild = new WildFlocks(stage.random);
  const sprites = new SpriteBatch();
  /** @type {Map<Phone, Mark>} */ const marks = new Map();
  /** @type {Mark[]} */ let called = []; // the last to tap or come in
  /** @type {Burst[]} */ let bursts = [];
  /** @type {readonly Phone[] | null} */ let dealt = null; // for whom birds were dealt
  let shares = fairShares([], BIRDS);
  let time = 100 * stage.random(); // seconds

  return {
    draw(seconds, phones) {
      look(seconds);
      seat(phones);
      move(seconds, phones);
      field.soften();
      sprites.count = 0;
      wild.draw(sprites, stage);
      bursts = bursts.filter(({ isOver }) => !isOver);
      for (const burst of bursts) burst.draw(sprites, seconds, stage.calm);
      for (const mark of marks.values()) mark.draw(sprites, stage, phones.length);
      const isCrowd = phones.length > MAX_NUMBERED;
      for (const mark of isCrowd ? called : marks.values()) mark.drawNumber(sprites, stage, phones.length, isCrowd);
      painter.paint(field, birds, sprites, keepOut.mask);
    },
    joined(phone) {
      look(0);
      call(add(phone, !stage.calm));
      stage.tell(phone, { text: stage.t("joined") });
    },
    tap(phone) {
      const mark = marks.get(phone);
      if (!mark) return;
      mark.tap();
      call(mark);
      birds.scatter(mark.slot, stage.calm ? 0 : 1);
      bursts.push(new Burst(mark, phone.shape, rgb(phone.paint), sizeAmong(marks.size), 2 * Math.PI * stage.random()));
      if (bursts.length > MAX_BURSTS) bursts.shift();
    },
    close: () => painter.close(),
  };

  /** See where words are and how large the picture is. @param {number} seconds */
  function look(seconds) {
    const [width, height] = size();
    if (width !== field.width || height !== field.height) {
      for (const each of [birds, wild, ...marks.values()]) each.scale(width / field.width, height / field.height);
      field.resize(width, height);
    }
    if (keepOut.update(stage.words(), stage, unitOf(stage), seconds)) field.stand((x, y) => keepOut.push(x, y));
  }

  /** @param {number} seconds @param {readonly Phone[]} phones */
  function move(seconds, phones) {
    time += seconds;
    const haste = stage.calm ? CALM_SPEED : 1;
    wild.move(shares, phones.length === 0, keepOut, birds, stage, seconds);
    phones.forEach((phone, rank) => marks.get(phone)?.move(rank, phones.length, keepOut, birds, stage, seconds));
    for (const mark of marks.values()) if (mark.isLeaving) mark.move(0, 1, keepOut, birds, stage, seconds);
    field.blow(time * haste);
    field.clear();
    birds.stir(field);
    birds.fly(seconds, field, haste);
    birds.dye(seconds, keepOut.mask, field);
  }

  /** @param {readonly Phone[]} phones */
  function seat(phones) {
    for (const [phone, mark] of marks) if (mark.isGone) marks.delete(phone);
    if (phones === dealt) return;
    dealt = phones;
    for (const mark of marks.values()) mark.isLeaving = true;
    for (const phone of phones) (marks.get(phone) ?? add(phone, false)).isLeaving = false;
    const slots = phones.map((phone) => slotOf(phone));
    shares = fairShares(slots, BIRDS);
    deal(birds.owner, shares);
    for (const mark of marks.values()) mark.share = shares.get(mark.slot) ?? 0;
  }

  /** @param {Phone} phone @param {boolean} travels from the code */
  function add(phone, travels) {
    const taken = new Set([...marks.values()].map(({ slot }) => slot));
    let slot = WILD.length;
    while (taken.has(slot)) slot += 1;
    const from = travels ? keepOut.code : Mark.goal(phone, marks.size, marks.size + 1, keepOut);
    const mark = new Mark(phone, slot, from, travels);
    birds.place(slot, from.x, from.y, 0, 0, rgb(phone.paint));
    marks.set(phone, mark);
    return mark;
  }

  /** @param {Mark} mark whose number should show */
  function call(mark) {
    called = [...called.filter((other) => other !== mark), mark].slice(-MAX_NUMBERS);
  }

  /** @param {Phone} phone */
  function slotOf(phone) {
    return /** @type {Mark} */ (marks.get(phone)).slot;
  }

  /** @returns {[width: number, height: number]} of the picture, in units */
  function size() {
    return [stage.width / unitOf(stage), stage.height / unitOf(stage)];
  }
}

/** @param {Stage} stage */
function painterFor(stage) {
  const gl = webgl2(stage.canvas);
  return gl ? new GlPainter(stage, gl) : new CanvasPainter(stage, penOf(stage.canvas));
}
