// Growth of a call's cost with its input, by ratios, so that machine speed doesn't matter.
// @ts-check

export const TOO_STEEP = 8; // an input four times as long costs 4 times as much if linear, 16 times if quadratic
const SMALLEST = 64;
const MEASURABLE = 1; // milliseconds of processor time from which a cost is compared
const TRIES = 5;
const COMMON = ["", "a", "1", " ", "\n", '"', "\\", ".", "/", ":", "x\0"];
const MOST_PREFIXED = 4000; // combinations with a prefix that are tried for one pattern, always the same ones

/**
 * @template T
 * @param {(input: T) => unknown} call
 * @param {(size: number) => T} make returns an input of about this length
 * @param {number} most the longest input to try
 * @param {number} [first] the shortest to compare
 * @returns {number} how many times as much time it takes for an input four times as long; 0 if it costs nothing up to `most`
 */
export function growth(call, make, most, first = SMALLEST) {
  const least = cost(call, make(SMALLEST));
  for (let size = first; 4 * size <= most; size *= 2) {
    if (cost(call, make(size)) - least < MEASURABLE) continue;
    return ratio(call, make(size), make(4 * size), least);
  }
  return 0;
}

/**
 * @template T
 * @param {(input: T) => unknown} call
 * @param {T} input
 * @param {number} [tries]
 * @returns {number} milliseconds of processor time, at best
 */
export function cost(call, input, tries = 1) {
  return Math.min(...Array.from({ length: tries }, () => {
    const before = process.cpuUsage();
    call(input);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  }));
}

/** @param {readonly string[]} parts prefix, what comes over and over, suffix @returns {(size: number) => string} */
export function pumped([prefix, pump, suffix]) {
  return (size) => prefix + pump.repeat(Math.max(1, Math.floor(size / pump.length))) + suffix;
}

/** @param {readonly string[]} tokens of a pattern @returns {string[][]} prefixes, pumps of one or two tokens, suffixes */
export function pumps(tokens) {
  const all = [...new Set([...COMMON, ...tokens])];
  const twice = all.flatMap((first) => all.map((second) => first + second)).filter((pump) => pump !== "");
  const ends = twice.flatMap((pump) => ["", "x\0"].map((suffix) => [pump, suffix]));
  const prefixed = all.flatMap((prefix) => ends.map((end) => [prefix, ...end]));
  const step = Math.max(1, prefixed.length / MOST_PREFIXED);
  return [...ends.map((end) => ["", ...end]), ...prefixed.filter((_, at) => at % step < 1)];
}

/**
 * @template T
 * @param {(input: T) => unknown} call
 * @param {T} input
 * @param {T} longer
 * @param {number} least
 * @returns {number} the first that is not too steep, of several tries: another program may disturb one
 */
function ratio(call, input, longer, least) {
  let found = TOO_STEEP;
  for (let at = 0; at < TRIES && found >= TOO_STEEP; at += 1) {
    found = (cost(call, longer, 2) - least) / Math.max(cost(call, input, 3) - least, MEASURABLE / 2);
  }
  return found;
}
