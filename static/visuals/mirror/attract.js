// Attract mode: up to three phones turn slowly while nobody is in.
// @ts-check
import { PAINT } from "../../js/shared/marks.js";
import { about, multiply } from "../../js/shared/motion.js";
import { ATTRACT_SEATS } from "../_kit/attract.js";
import { arrange } from "./grid.js";
import { PhoneModel } from "./phone-model.js";

/** @import { Phone, Rect, Stage } from "../../js/display/stage/contract.js" */
/** @import { Colour, Shape } from "../../js/protocol.js" */
/** @import { Quaternion } from "../../js/shared/motion.js" */
/** @import { Group } from "../../vendor/three/three.module.js" */
/** @import { Halos } from "./halos.js" */
/** @import { Parts } from "./parts.js" */

const STRENGTH = 0.8; // of a real phone's
const ROOMY = 0.7; // another one comes if each keeps this much of a lonely one's height
const PACE = 0.45; // radians a second
const BREATH_S = 7; // seconds; phones that keep still come and go

export class AttractMode {
  /** @type {{phone: Phone, model: PhoneModel}[]} */ #models;
  #stage;
  #time = 0; // seconds

  /**
   * @param {Stage} stage
   * @param {Parts} parts
   * @param {Halos} halos
   * @param {Group} wall to hang them on
   */
  constructor(stage, parts, halos, wall) {
    this.#stage = stage;
    this.#models = ATTRACT_SEATS.map(({ colour, shape }) => {
      const phone = attractPhone(colour, shape, stage);
      const model = new PhoneModel(phone, stage, parts, halos, 0);
      wall.add(model.group);
      return { phone, model };
    });
  }

  /** @param {readonly Rect[]} words */
  arrange(words) {
    const { width, height } = this.#stage;
    const safe = this.#stage.safe();
    const alone = arrange(1, words, width, height, safe)[0].height;
    const plans = [3, 2, 1].map((count) => arrange(count, words, width, height, safe));
    const plan = plans.find((places) => places[0].height >= ROOMY * alone) ?? plans[2];
    this.#models.forEach(({ model }, i) => {
      model.isLeaving = i >= plan.length;
      if (plan[i]) model.goTo(plan[i]);
    });
  }

  /**
   * @param {number} seconds since the last call
   * @param {boolean} isAlone nobody is in
   */
  step(seconds, isAlone) {
    this.#time += seconds;
    this.#models.forEach(({ phone, model }, i) => {
      phone.attitude = this.#stage.calm ? pose(i * 2 + 1, i) : pose(this.#time * PACE + i * 2.1, i);
      const breath = this.#stage.calm ? 0.5 + 0.5 * Math.sin((2 * Math.PI * this.#time) / BREATH_S + i * 2) : 1;
      model.appear(isAlone && !model.isLeaving ? STRENGTH * breath : 0);
      model.step(seconds);
    });
  }

  redraw() {
    for (const { phone, model } of this.#models) {
      phone.paint = PAINT[this.#stage.theme][phone.colour];
      model.redraw();
    }
  }

  close() {
    for (const { model } of this.#models) model.close();
  }
}

/** @param {Colour} colour @param {Shape} shape @param {Stage} stage @returns {Phone} */
function attractPhone(colour, shape, { theme }) {
  const held = { attitude: pose(0, 0), tilt: { x: 0, y: 0 }, aim: { x: 0.5, y: 0.5 }, pad: null, shake: 0 };
  const still = { ...held, held: /** @type {Set<string>} */ (new Set()), age: Infinity };
  return { number: 0, name: "", id: "", colour, paint: PAINT[theme][colour], shape, away: false, ...still };
}

/** @param {number} turn radians @param {number} which @returns {Quaternion} a slow, generous turning */
function pose(turn, which) {
  const sway = multiply(about("y", 42 * Math.sin(turn)), about("x", 16 * Math.sin(0.7 * turn + which)));
  return multiply(sway, about("z", 12 * Math.sin(0.5 * turn + 2 * which)));
}
