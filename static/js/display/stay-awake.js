// Keeps the display's page running: no dark screen, no frozen tab, a prompt reconnect.
// @ts-check
import { WakeLock } from "../shared/wake-lock.js";

/** @param {() => void} reconnect the laptop slept, or its cable is back */
export function stayAwake(reconnect) {
  const screen = new WakeLock(navigator);
  screen.hold();
  // Browsers freeze no page that holds a lock; shared, since another tab may hold it too.
  navigator.locks?.request("display", { mode: "shared" }, () => new Promise(() => {}));
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && screen.hold());
  window.addEventListener("online", reconnect);
  document.addEventListener("resume", reconnect);
}
