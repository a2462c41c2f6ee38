// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { passInAddress, secureAddress, transportInAddress } from "../../static/js/phone/passes.js";

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
