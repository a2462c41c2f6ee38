// Quality of the connection, as the phone's page shows it.
// @ts-check

/** @typedef {"good" | "fair" | "poor"} Quality */

const FAIR_MS = 120; // of round trip
const POOR_MS = 300; // of round trip

/** @param {number} roundTrip milliseconds @returns {Quality} */
export function qualityOf(roundTrip) {
  if (roundTrip < FAIR_MS) return "good";
  return roundTrip < POOR_MS ? "fair" : "poor";
}
