// The way in, as the display shows it.
// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { Invite } from "../../static/js/display/panels/invite.js";
import "./english.js";

/** @import { Opened } from "../../static/js/protocol.js" */

/** A page with one place of each kind. */
function page() {
  /** @type {Record<string, ReturnType<typeof element>>} */
  const places = { "[data-code]": element(), "[data-address]": element(), "[data-qr]": element() };
  return { places, dataset: {}, querySelectorAll: (/** @type {string} */ selector) => [places[selector]] };
}

function element() {
  /** @type {Record<string, string>} */ const attributes = {};
  return {
    textContent: "",
    attributes,
    style: { setProperty: () => {} },
    setAttribute: (/** @type {string} */ name, /** @type {string} */ value) => (attributes[name] = value),
  };
}

test("a display in another network shows another address and another picture, and the same code", () => {
  Object.assign(globalThis, { document: { title: "" } });
  const shown = page();
  const invite = new Invite(/** @type {HTMLElement} */ (/** @type {unknown} */ (shown)));
  const { "[data-code]": code, "[data-address]": address, "[data-qr]": qr } = shown.places;
  const opened = { room: "KRTP", address: "192.168.1.20:8080", link: "http://192.168.1.20:8080/KRTP" };
  invite.write(/** @type {Opened} */ (opened));
  const before = qr.attributes.src;

  invite.move({ address: "10.0.0.5:8080", link: "http://10.0.0.5:8080/KRTP" });

  assert.equal(code.textContent, "KRTP");
  assert.equal(address.textContent, "10.0.0.5:8080");
  assert.match(qr.attributes.src, /^\/qr\/KRTP\.svg\?/);
  assert.notEqual(qr.attributes.src, before);
});
