// Lights: point at the screen and paint with light.
// @ts-check
import { penOf } from "../_kit/canvas.js";
import { rgb } from "../_kit/colour.js";
import { webgl2 } from "../_kit/gl.js";
import { KeepOut } from "../_kit/keep-out.js";
import { unitOf } from "../_kit/type.js";
import { AttractMode } from "./attract.js";
import { Burst } from "./burst.js";
import { CanvasPainter } from "./canvas-painter.js";
import { GlPainter } from "./gl-painter.js";
import { PhoneLight } from "./phone-light.js";
import { separate } from "./separation.js";

/** @import { CreateVisual, Phone, Stage } from "../../js/display/stage/contract.js" */

/** In units; lights keep clear of words. */
const MARGINS = { cell: 0.5, bare: 0.5, fade: 2.4, beside: 2.3, above: 5 };
const MEETING_UNITS = 3.8; // units between two lights that meet
const MAX_BOLD = 10; // lights whose lines may all be at full strength
const MAX_BURSTS = 60; // at a time; older ones give way

/** @type {CreateVisual} */
export default function create(stage) {
  const painter = painterFor(stage);
  const keepOut = new KeepOut(MARGINS);
  const wander = new AttractMode(stage.random);
  /** @type {Map<Phone, PhoneLight>} */ const lights = new Map();
  /** @type {Burst[]} */ let bursts = [];
  let { width, height } = stage;
  let now = 0; // seconds
  keepOut.update(stage.words(), stage, 1, 0);

  return {
    draw(seconds, phones) {
      now += seconds;
      keepOut.update(stage.words(), stage, 1, seconds);
      seat(phones);
      bursts = bursts.filter((burst) => !burst.isOver(now));
      painter.begin();
      wander.move(stage, keepOut, phones.length === 0, seconds, now);
      wander.draw(painter, stage, now);
      const bold = Math.min(1, Math.sqrt(MAX_BOLD / lights.size));
      for (const light of lights.values()) light.look(stage, keepOut, seconds);
      separate([...lights.values()], MEETING_UNITS * unitOf(stage), seconds);
      for (const light of lights.values()) light.move(stage, keepOut, seconds, now);
      for (const light of lights.values()) light.draw(painter, stage, bold, now);
      for (const light of lights.values()) light.drawNumber(painter, stage);
      for (const burst of bursts) burst.draw(painter, unitOf(stage), now, stage.calm);
      painter.end(keepOut.mask);
    },
    joined(phone) {
      lights.set(phone, new PhoneLight(phone, stage, keepOut, stage.calm ? undefined : keepOut.code));
    },
    tap(phone) {
      const light = lights.get(phone);
      if (!light) return;
      light.tap();
      bursts.push(new Burst(light.place, phone.shape, rgb(phone.paint), now, stage.random));
      if (bursts.length > MAX_BURSTS) bursts.shift();
    },
    resize(wide, high) {
      for (const each of [wander, ...lights.values()]) each.scale(wide / width, high / height);
      [width, height] = [wide, high];
    },
  };

  /** @param {readonly Phone[]} phones */
  function seat(phones) {
    for (const light of lights.values()) light.isLeaving = true;
    for (const phone of phones) {
      const light = lights.get(phone) ?? new PhoneLight(phone, stage, keepOut);
      light.isLeaving = false;
      lights.set(phone, light);
    }
    for (const [phone, light] of lights) if (light.isGone) lights.delete(phone);
  }
}

/** @param {Stage} stage */
function painterFor(stage) {
  const gl = webgl2(stage.canvas);
  return gl ? new GlPainter(stage, gl) : new CanvasPainter(stage, penOf(stage.canvas));
}
