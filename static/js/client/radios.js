// Keyboard of a radio group (ARIA Authoring Practices): one Tab stop, arrows within.
// @ts-check

/** @type {Readonly<Record<string, 1 | -1>>} */
const STEP_BY_KEY = Object.freeze({ ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 });

/**
 * Make the checked radio, or the first one, the only Tab stop.
 * @param {HTMLElement} group
 */
export function rove(group) {
  const radios = radiosIn(group);
  stopAt(radios, radios.find((radio) => radio.getAttribute("aria-checked") === "true") ?? radios[0]);
}

/**
 * Let the arrow keys, Home and End move the focus. They choose nothing: each choice reaches everybody's screen at once,
 * so only Space and Enter choose, as in a toolbar.
 * @param {HTMLElement} group
 */
export function walk(group) {
  group.addEventListener("keydown", (event) => {
    const radios = radiosIn(group);
    const to = target(event, radios.indexOf(/** @type {HTMLElement} */ (event.target)), radios.length);
    if (to === undefined) return;
    event.preventDefault(); // the group would scroll
    event.stopPropagation(); // at the display, arrows move the pretend phone
    stopAt(radios, radios[to]);
    radios[to].focus();
  });
}

/** @param {KeyboardEvent} event @param {number} from @param {number} count @returns {number | undefined} */
function target({ key, ctrlKey, metaKey, altKey }, from, count) {
  if (from < 0 || ctrlKey || metaKey || altKey) return undefined;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  return key in STEP_BY_KEY ? (from + STEP_BY_KEY[key] + count) % count : undefined;
}

/** @param {readonly HTMLElement[]} radios @param {HTMLElement | undefined} stop */
function stopAt(radios, stop) {
  for (const radio of radios) radio.tabIndex = radio === stop ? 0 : -1;
}

/** @param {HTMLElement} group @returns {HTMLElement[]} */
function radiosIn(group) {
  return /** @type {HTMLElement[]} */ ([...group.children]);
}
