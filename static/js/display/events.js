// Events from the server, and which part of the display takes each.
// @ts-check
import { EVENT } from "../protocol.js";

/** @import { Connection } from "../shared/connection.js" */
/** @import { Display } from "./app.js" */
/** @import { People } from "./people.js" */
/** @import { Invite } from "./panels/invite.js" */
/** @import { Takeover } from "./panels/takeover.js" */

/**
 * @param {Connection<"/display">} connection
 * @param {{display: Display, people: People, invite: Invite, takeover: Takeover}} parts
 */
export function wireEvents(connection, { display, people, invite, takeover }) {
  connection.on(EVENT.OPENED, (opened) => display.opened(opened));
  connection.on(EVENT.JOINED, (joined) => display.joined(joined));
  connection.on(EVENT.SHOWN, ({ visual }) => display.shown(visual));
  connection.on(EVENT.SAVED, (saved) => display.saved(saved));
  connection.on(EVENT.AWAY, ({ number }) => people.away(number));
  connection.on(EVENT.BACK, ({ number }) => people.back(number));
  connection.on(EVENT.LEFT, ({ number }) => people.left(number));
  connection.on(EVENT.FRAME, (frame) => people.take(frame));
  connection.on(EVENT.TAPPED, (tapped) => people.tapped(tapped));
  connection.on(EVENT.PRESSED, (pressed) => people.pressed(pressed));
  connection.on(EVENT.CHOSEN, (chosen) => people.chosen(chosen));
  connection.on(EVENT.SAID, (said) => people.said(said));
  connection.on(EVENT.RECORDING, (recording) => invite.record(recording));
  connection.on(EVENT.MOVED, (moved) => invite.move(moved));
  connection.on(EVENT.OFFERED, (offered) => takeover.show(offered));
  connection.on(EVENT.COMPLAINED, ({ sentence }) => console.error(sentence));
  connection.on(EVENT.REFUSED, ({ message }) => console.warn(message));
}
