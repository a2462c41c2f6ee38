// Endings of the display's connection, in its language.
// @ts-check
import { tryLater } from "../../shared/server-refusals.js";
import { t } from "../../shared/translation.js";

/** @import { Ended } from "../../protocol.js" */

const KNOWN_ENDINGS = /** @type {const} */ (["replaced", "server_restarting", "room_closed", "full"]);

/** @param {Ended} ended @returns {string} what happened, and what to do */
export function ending(ended) {
  const { reason, cause } = ended;
  if (reason === "busy") return tryLater(ended);
  if (cause === "too_many_rooms") return t("display.ended.too_many_rooms");
  return t(`display.ended.${KNOWN_ENDINGS.find((told) => told === reason) ?? "other"}`);
}
