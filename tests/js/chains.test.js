// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { keepChains } from "../../static/js/display/stage/chains.js";

test("a connect that a library puts in the place of Web Audio's returns its target, and still calls both", () => {
  /** @type {unknown[][]} */ const joined = [];
  class Node {
    /** @param {Node} target @param {number} [output] */
    connect(target, output) {
      joined.push([this, target, output]);
      return target;
    }
  }
  keepChains(Node.prototype);
  for (let again = 0; again < 2; again += 1) {
    const before = Node.prototype.connect;
    // @ts-expect-error p5.sound's returns nothing either
    Node.prototype.connect = function (/** @type {Node} */ target, /** @type {number} */ output) {
      before.call(this, target, output);
    };
  }
  const [a, b, c] = [new Node(), new Node(), new Node()];
  assert.equal(a.connect(b, 1).connect(c), c);
  assert.deepEqual(joined, [[a, b, 1], [b, c, undefined]]);
});
