// Lanes: players whose pitches are close stand side by side.
// @ts-check

/**
 * @param {readonly number[]} degrees of the players, the first come first
 * @param {number} close degrees; nearer than this, one would hide the other or its number
 * @returns {number[]} how many places from the line each stands; 0 is on it
 */
export function lanesFor(degrees, close) {
  /** @type {number[][]} */ const taken = [];
  return degrees.map((degree) => {
    let lane = 0;
    while (taken[lane]?.some((other) => Math.abs(other - degree) < close)) lane += 1;
    (taken[lane] ??= []).push(degree);
    return lane;
  });
}
