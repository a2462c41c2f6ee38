// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { STORED, passFor, passInAddress, secureAddress, transportInAddress } from "../../static/js/client/passes.js";

const HERE = { hostname: "192.168.1.20", pathname: "/KRTP", search: "" };

test("a pass travels to the secure page in the fragment and is gone from the address at once", () => {
  const address = secureAddress(HERE, { port: 8443, room: "KRTP", pass: "a.b+c/=d" });
  assert.ok(address.startsWith("https://192.168.1.20:8443/KRTP#"));
  /** @type {any[]} */
  const replaced = [];
  const history = { replaceState: (/** @type {any[]} */ ...what) => replaced.push(what) };
  assert.equal(passInAddress({ ...HERE, hash: new URL(address).hash }, history), "a.b+c/=d");
  assert.deepEqual(replaced, [[null, "", "/KRTP"]]);
});

test("the transport that works travels along, with a pass or without", () => {
  for (const pass of ["a.b+c/=d", null]) {
    const { hash } = new URL(secureAddress(HERE, { port: 8443, room: "KRTP", pass, transport: "polling" }));
    assert.equal(transportInAddress({ hash }), "polling");
    let replaced = "";
    assert.equal(passInAddress({ ...HERE, hash }, { replaceState: (_, __, to) => void (replaced = String(to)) }), pass);
    assert.equal(replaced, "/KRTP");
  }
  assert.equal(transportInAddress({ hash: "#seat=a" }), null);
});

test("an address without a pass is left alone", () => {
  const history = { replaceState: () => assert.fail("nothing to take out") };
  assert.equal(passInAddress({ ...HERE, hash: "#top" }, history), null);
  assert.equal(secureAddress(HERE, { port: 8443, room: "KRTP", pass: null }), "https://192.168.1.20:8443/KRTP");
});

test("who left is not taken back in by the page, but is the same once Join is tapped", () => {
  /** @type {Map<string, string>} */ const stored = new Map();
  const storage = {
    getItem: (/** @type {string} */ name) => stored.get(name) ?? null,
    setItem: (/** @type {string} */ name, /** @type {string} */ value) => stored.set(name, value),
    removeItem: (/** @type {string} */ name) => stored.delete(name),
  };
  Object.assign(globalThis, { sessionStorage: storage, localStorage: storage });
  STORED.keep("KRTP", "first");
  STORED.retire("KRTP");
  assert.equal(passFor("KRTP"), null);
  assert.equal(STORED.of("KRTP"), "first");
  assert.equal(STORED.of("MNPR"), null);
  STORED.retire("KRTP");
  assert.equal(STORED.of("KRTP"), "first");
  STORED.keep("KRTP", "second");
  assert.equal(STORED.of("KRTP"), "second");
});
