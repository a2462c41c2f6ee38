// Players whose pitches are close stand side by side, so that each can be found.
// @ts-check

const CLOSE = 2; // degrees; nearer than this, one would hide the other or its number

/**
 * @param {readonly number[]} degrees of the players, the first come first
 * @returns {number[]} how many places from the line each stands; 0 is on it
 */
export function sideBySide(degrees) {
  /** @type {number[][]} */ const taken = [];
  return degrees.map((degree) => {
    let lane = 0;
    while (taken[lane]?.some((other) => Math.abs(other - degree) < CLOSE)) lane += 1;
    (taken[lane] ??= []).push(degree);
    return lane;
  });
}
