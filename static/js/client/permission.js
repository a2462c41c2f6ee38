// Permission for motion sensors, wherever a browser wants to be asked.
// @ts-check

/**
 * - `granted`: readings may come, if there is a sensor
 * - `denied`: the person, or the browser for them, said no
 * - `unasked`: the browser will ask, but only from within a tap
 * @typedef {"granted" | "denied" | "unasked"} Permission
 */

/**
 * Ask for the sensors, wherever a browser wants to be asked. Call it first thing in a tap: what is awaited before uses
 * the tap up. Outside a tap it tells whether the person has decided earlier.
 * @param {object} scope the window
 * @returns {Promise<Permission>}
 */
export async function askForMotion(scope) {
  // Both are started before either is awaited, so that one tap is enough for both. Orientation decides.
  const [orientation] = ["DeviceOrientationEvent", "DeviceMotionEvent"].map((name) => ask(Reflect.get(scope, name)));
  return orientation;
}

/**
 * @param {{requestPermission?: () => Promise<string>} | undefined} sensor its event's interface; none on an insecure page
 * @returns {Promise<Permission>}
 */
async function ask(sensor) {
  if (typeof sensor?.requestPermission !== "function") return "granted";
  try {
    return (await sensor.requestPermission()) === "granted" ? "granted" : "denied";
  } catch {
    return "unasked";
  }
}
