// Endings of a visit: what the phone's page says, and what a person can do then.
// @ts-check
import { t } from "../shared/translation.js";

/** @import { Reason } from "../protocol.js" */

/** @typedef {"not_found" | "kept" | "no_code" | "full" | "taken" | "room_closed" | "replaced" | "left" | "other"} Kind */

/**
 * @typedef {object} Ending
 * @property {string} title what is
 * @property {string} text what to do
 * @property {string} again a button that starts over; "" for none
 * @property {boolean} ask whether another code can be typed
 */

/** @type {Readonly<Record<Kind, {again?: "try" | "join" | "here" | "rejoin", ask?: boolean}>>} */
const WAYS_ON = Object.freeze({
  not_found: { again: "try", ask: true },
  kept: { ask: true },
  no_code: { ask: true },
  full: { again: "try" },
  taken: { again: "join" },
  room_closed: { ask: true },
  replaced: { again: "here" },
  left: { again: "rejoin" },
  other: { again: "try" },
});

/**
 * @param {Reason | Kind} reason
 * @param {string} room its code
 * @returns {Ending}
 */
export function ending(reason, room) {
  const kind = isKind(reason) ? reason : "other";
  const { again, ask = false } = WAYS_ON[kind];
  return {
    title: t(`phone.ended.${kind}.title`, { room }),
    text: t(`phone.ended.${kind}.text`),
    again: again ? t(`phone.again.${again}`) : "",
    ask,
  };
}

/** @param {string} reason @returns {reason is Kind} */
function isKind(reason) {
  return reason in WAYS_ON;
}
