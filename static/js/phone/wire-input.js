// Input wiring: thumb and keys to the steering, the pad's light and the room.
// @ts-check
import { listenToKeys } from "../client/keys.js";
import { Pad } from "../client/pad.js";
import { STICK_REACH } from "../client/steering.js";

/** @import { Glow } from "./glow.js" */
/** @import { Hand } from "./actions.js" */
/** @import { Steering } from "../client/steering.js" */

const KEY_PULL = 0.6; // of the stick's reach, for an arrow key
const KEY_STEP = 0.03; // of the pad, for an arrow key

/**
 * @param {HTMLElement} element the pad
 * @param {{hand: Hand, steering: Steering, glow: Glow, turned: () => number}} parts
 */
export function wireHands(element, { hand, steering, glow, turned }) {
  new Pad(element, {
    land(thumb) {
      hand.touched();
      if (steering.source === "touch" && steering.isStick) glow.stick({ ...thumb, reach: STICK_REACH });
    },
    thumb(thumb, down) {
      hand.thumb(thumb, down);
      glow.thumb(down ? thumb : null);
    },
    drag(step, pull) {
      if (steering.source === "motion") return;
      if (steering.isStick) steering.pull(pull);
      else steering.drag(step);
      hand.steered();
    },
    release() {
      glow.stick(null);
      steering.release();
      if (steering.source === "touch") hand.steer();
    },
    turned,
    steers: () => steering.source === "touch",
    tap: (thumb, held) => hand.tap(thumb, held),
    doubleTap: () => steering.source === "motion" && hand.recentre(),
  });
  listenToKeys(element, {
    lean({ x, y }) {
      if (steering.source === "motion" || !steering.isStick) return;
      steering.pull({ x: x * KEY_PULL * STICK_REACH, y: y * KEY_PULL * STICK_REACH });
      hand.steered();
    },
    step({ x, y }) {
      if (steering.source === "motion" || steering.isStick) return;
      steering.drag({ x: x * KEY_STEP, y: y * KEY_STEP });
      hand.steered();
    },
    tap: () => hand.tap({ x: 0.5, y: 0.5 }),
  });
}
