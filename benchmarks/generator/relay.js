// CPU time and scheduling delay of the relay's process, on Linux.
// @ts-check
import { readFileSync } from "node:fs";
import { cpus } from "node:os";

const TICKS = 100; // a second, on every Linux (USER_HZ)

/** @param {number} pid @returns {number} seconds of processor time so far; NaN where it can't be known */
export function cpuSeconds(pid) {
  const fields = read(`/proc/${pid}/stat`).replace(/^.*\) /s, "").split(" ");
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

/** @param {number} pid @returns {number} seconds so far in which it could have run, but something else did; NaN if unknown */
export function waitedSeconds(pid) {
  return Number(read(`/proc/${pid}/schedstat`).split(" ")[1]) / 1e9;
}

/** @returns {number} seconds so far that the computer's host took from each of its cores, on average; NaN if unknown */
export function stolenSeconds() {
  return Number(read("/proc/stat").split("\n", 1)[0].split(/\s+/)[8]) / TICKS / cpus().length;
}

/** @param {number} pid @returns {number} bytes in memory now; NaN where it can't be known */
export function memory(pid) {
  return kilobytes(pid, "VmRSS");
}

/** @param {number} pid @returns {number} the most bytes it had in memory; NaN where it can't be known */
export function peakMemory(pid) {
  return kilobytes(pid, "VmHWM");
}

/** @param {number} pid @param {string} name @returns {number} */
function kilobytes(pid, name) {
  return Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(read(`/proc/${pid}/status`))?.[1]) * 1024;
}

/** @param {string} file @returns {string} */
function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
