// Keeps Web Audio's `a.connect(b).connect(c)` working beside libraries that patch it.
// @ts-check

/**
 * p5.sound and old Tone.js put a `connect` of their own into AudioNode's prototype, which returns nothing; it stays there
 * for the page's life, and would end the sound of every other visual. What is put there from now on returns its target.
 * @param {{connect: Function}} nodes AudioNode's prototype
 */
export function keepChains(nodes) {
  let connect = nodes.connect;
  Object.defineProperty(nodes, "connect", {
    configurable: true,
    enumerable: true,
    get: () => connect,
    set: (/** @type {Function} */ other) => (connect = chained(other)),
  });
}

/** @param {Function} connect */
function chained(connect) {
  /** @this {unknown} @param {unknown} target @param {unknown[]} more */
  return function (target, ...more) {
    connect.call(this, target, ...more);
    return target; // the standard returns nothing for an AudioParam, which has nothing to go on with
  };
}
