// Refusals by the server, in the page's language.
// @ts-check
import { t } from "./translation.js";

/** @import { Cause, Ended, Refused } from "../protocol.js" */

const MINUTES_FROM_S = 90; // a person waits for minutes from then on

/** @typedef {"returning" | "too_many_guesses" | "too_many_joins" | "too_many_returns"} Wait */

/** @type {ReadonlySet<Cause>} */
const TEMPORARY_REFUSALS = new Set(/** @type {const} */ (["returning", "too_many_guesses", "too_many_joins", "too_many_returns"]));

/** @param {Ended} ended with the reason "busy": the page comes back by itself @returns {string} why not now, and when */
export function tryLater({ cause = "", seconds = 0 }) {
  const why = t(`shared.busy.${isWait(cause) ? cause : "other"}`);
  if (seconds < MINUTES_FROM_S) return t("shared.again_in.seconds", { cause: why, count: Math.max(2, seconds) });
  return t("shared.again_in.minutes", { cause: why, count: Math.round(seconds / 60) });
}

/** @param {Refused} refused a message was not carried out @returns {string} what that means for a person */
export function refusal({ error, message }) {
  console.warn(message);
  return t(error === "too_many" ? "shared.refused.too_many" : "shared.refused.other");
}

/** @param {Cause} cause @returns {cause is Wait} */
function isWait(cause) {
  return TEMPORARY_REFUSALS.has(cause);
}
