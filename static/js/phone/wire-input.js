// Input wiring: thumb and keys to the steering, the pad's light and the room.
// @ts-check
import { listenToKeys } from "../client/keys.js";
import { Pad } from "../client/pad.js";
import { STICK_REACH } from "../client/steering.js";

/** @import { Glow } from "./glow.js" */
/** @import { Actions } from "./actions.js" */
/** @import { Steering } from "../client/steering.js" */

const KEY_PULL = 0.6; // of the stick's reach, for an arrow key
const KEY_STEP = 0.03; // of the pad, for an arrow key

/**
 * @param {HTMLElement} element the pad
 * @param {{actions: Actions, steering: Steering, glow: Glow, turned: () => number}} parts
 */
export function wireInput(element, { actions, steering, glow, turned }) {
  new Pad(element, {
    land(thumb) {
      actions.touched();
      if (steering.source === "touch" && steering.isStick) glow.stick({ ...thumb, reach: STICK_REACH });
    },
    thumb(thumb, down) {
      actions.thumb(thumb, down);
      glow.thumb(down ? thumb : null);
    },
    drag(step, pull) {
      if (steering.source === "motion") return;
      if (steering.isStick) steering.pull(pull);
      else steering.drag(step);
      actions.steered();
    },
    release() {
      glow.stick(null);
      steering.release();
      if (steering.source === "touch") actions.steer();
    },
    turned,
    steers: () => steering.source === "touch",
    tap: (thumb, held) => actions.tap(thumb, held),
    doubleTap: () => steering.source === "motion" && actions.recentre(),
  });
  listenToKeys(element, {
    lean({ x, y }) {
      if (steering.source === "motion" || !steering.isStick) return;
      steering.pull({ x: x * KEY_PULL * STICK_REACH, y: y * KEY_PULL * STICK_REACH });
      actions.steered();
    },
    step({ x, y }) {
      if (steering.source === "motion" || steering.isStick) return;
      steering.drag({ x: x * KEY_STEP, y: y * KEY_STEP });
      actions.steered();
    },
    tap: () => actions.tap({ x: 0.5, y: 0.5 }),
  });
}
