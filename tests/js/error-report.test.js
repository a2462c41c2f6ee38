// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { WrongFile } from "../../static/js/shared/author-code.js";
import { listenForErrors, messageOf, locationOf, sentenceOf } from "../../static/js/shared/page-errors.js";
import { ErrorReport } from "../../static/js/shared/error-report.js";

/** @import { Complain } from "../../static/js/protocol.js" */

const HOUSE = "http://10.0.0.2:8080/static/~0a1b2c3d/js/phone";
const AUTHOR = "http://10.0.0.2:8080/static/~0a1b2c3d/visuals/bells";

test("what is heard of twice is told once", () => {
  const { errorReport, scope, sent } = desk();
  const error = new Error("caught, and thrown on");
  errorReport.take(error);
  scope.dispatchEvent(Object.assign(new Event("error"), { error, message: "", filename: `${AUTHOR}/phone.js`, lineno: 4 }));
  assert.deepEqual(sent.map(({ message }) => message), ["Error: caught, and thrown on"]);
  scope.dispatchEvent(Object.assign(new Event("unhandledrejection"), { reason: new Error("another") }));
  assert.equal(sent.length, 2);
});

test("what went wrong before anybody listened is told then", () => {
  const error = Object.assign(new Event("error"), { error: new Error("early"), message: "", filename: `${AUTHOR}/phone.js`, lineno: 4 });
  const promise = Object.assign(new Event("unhandledrejection"), { reason: new Error("promised") });
  assert.deepEqual(desk([error, promise]).sent.map(({ message }) => message), ["Error: early", "Error: promised"]);
});

test("a mistake in every frame is told five times, then once a second", () => {
  const { errorReport, sent, at } = desk();
  for (; at.now < 10_000; at.now += 16) errorReport.take(new Error("again"));
  assert.ok(sent.length >= 14 && sent.length <= 15, String(sent.length));
});

test("a thrown error is its author's: the first line of the stack in a visual's folder", () => {
  const chrome = thrown(`    at find (${HOUSE}/given.js:99:9)\n    at HTMLElement.<anonymous> (${AUTHOR}/phone.js:12:5)`);
  const safari = thrown(`find@${HOUSE}/given.js:99:9\n@${AUTHOR}/bell.js:7:1`);
  assert.deepEqual(locationOf(chrome), { file: "bells/phone.js", line: 12 });
  assert.deepEqual(locationOf(safari, { file: "js/phone/own/page-api.js", line: 99 }), { file: "bells/bell.js", line: 7 });
  assert.deepEqual(locationOf(thrown(`    at draw (${HOUSE}/glow.js:3:1)`)), { file: "js/phone/glow.js", line: 3 });
  assert.deepEqual(locationOf("just words"), { file: "", line: 0 });
  assert.equal(sentenceOf(chrome), "bells/phone.js, line 12: Error: wrong");
});

test("what a file is said to be wrong with keeps its place", () => {
  const wrong = new WrongFile("bells/phone.js", 3, "Unexpected token '='");
  assert.equal(wrong.message, "bells/phone.js, line 3: Unexpected token '='.");
  assert.deepEqual(locationOf(wrong), { file: "bells/phone.js", line: 3 });
  assert.equal(messageOf(wrong), "Unexpected token '='");
});

test("what is sent has the length and the letters that the server takes", () => {
  const { errorReport, sent } = desk();
  errorReport.take(thrown(`    at x (${AUTHOR}/${"ü".repeat(200)} y.js:3:1)`, "m".repeat(1000)));
  errorReport.take(thrown(`    at x (${AUTHOR}/${"%20".repeat(60)}y.js:3:1)`));
  for (const { message, file, line } of sent) {
    assert.ok(message.length <= 200);
    assert.match(file, /^[A-Za-z0-9_./-]{0,100}$/);
    assert.ok(Number.isInteger(line));
  }
});

test("what nobody caught is heard, and a picture that didn't load is not", () => {
  const scope = new EventTarget();
  /** @type {[unknown, object][]} */ const heard = [];
  listenForErrors(scope, (error, place) => void heard.push([error, place]));
  const filename = `${AUTHOR}/phone.js`;
  scope.dispatchEvent(Object.assign(new Event("error"), { error: undefined, message: "Script error.", filename, lineno: 4 }));
  scope.dispatchEvent(Object.assign(new Event("unhandledrejection"), { reason: "no" }));
  scope.dispatchEvent(new Event("error"));
  assert.deepEqual(heard, [["Script error.", { file: "bells/phone.js", line: 4 }], ["no", { file: "", line: 0 }]]);
});

test("nothing is sent unless an author is at work", () => {
  const { errorReport, sent } = desk();
  errorReport.isWanted = false;
  errorReport.take(new Error("nobody's business"));
  assert.deepEqual(sent, []);
});

/** @param {string} frames @param {string} [message] */
function thrown(frames, message = "wrong") {
  return Object.assign(new Error(message), { stack: `Error: ${message}\n${frames}` });
}

/** @param {readonly Event[]} [early] */
function desk(early = []) {
  const at = { now: 0 };
  /** @type {Complain[]} */ const sent = [];
  const scope = new EventTarget();
  const errorReport = new ErrorReport((complaint) => void sent.push(complaint), () => at.now);
  errorReport.isWanted = true;
  errorReport.listen(scope, early);
  return { at, scope, sent, errorReport };
}
