// Phone page as an instrument: seven bars; leaning moves between them, a touch plays.
// @ts-check
import { drawMark } from "../../js/shared/marks.js";
import { BEAT_MS, phase } from "./beat.js";
import { INSTRUMENTS } from "./instruments.js";
import { SPAN, degreeFor, home, isRoot, letter } from "./scale.js";

/** @import { CreatePage } from "../../js/phone/own/contract.js" */

const BEATS = 4; // in a bar
const EASE_S = 0.06; // seconds in which the mark goes two thirds of the way to another bar
const NARROWEST = 62; // per cent of the width, for the highest bar
const RISE_MS = 700; // milliseconds in which a note leaves for the screen
const MAX_RISING = 8; // notes on their way at once

/** @type {CreatePage} */
export default function create(phone) {
  const { name, lasts } = INSTRUMENTS[phone.shape];
  const part = phone.find("part");
  const bars = phone.find("bars");
  const mark = phone.find("mark");
  const beats = [...phone.find("beats").children];
  const keys = /** @type {HTMLElement[]} */ ([...bars.children].filter((child) => child !== mark));
  const middle = home(phone.number);
  const ring = keys.map(() => 0);
  let degree = middle;
  let y = NaN; // CSS pixels of the mark's middle, in the bars
  /** @type {{pointer: number, key: number} | null} */ let touch = null;
  let held = 0; // seconds that the last touch still decides for

  part.textContent = phone.t(`you_play.${name}`);
  bars.setAttribute("aria-label", phone.t("bars"));
  mark.append(drawMark(phone.shape));
  keys.forEach((key, i) => {
    const own = middle + SPAN - i;
    const note = phone.t(`note.${letter(own)}`);
    key.textContent = note;
    key.setAttribute("aria-label", phone.t("bar", { note, number: i + 1, all: keys.length }));
    key.style.setProperty("--wide", `${NARROWEST + ((100 - NARROWEST) * i) / (keys.length - 1)}%`);
    key.style.setProperty("font-weight", isRoot(own) ? "800" : "500");
    key.addEventListener("click", ({ detail }) => detail === 0 && play(i)); // keys, switches, screen readers
  });
  bars.addEventListener("pointerdown", (event) => {
    event.stopPropagation(); // not the pad's
    bars.setPointerCapture(event.pointerId);
    touch = { pointer: event.pointerId, key: keyAt(event) };
    play(touch.key);
  });
  bars.addEventListener("pointermove", (event) => {
    if (touch?.pointer !== event.pointerId || touch.key === keyAt(event)) return;
    touch.key = keyAt(event);
    play(touch.key);
  });
  for (const end of ["pointerup", "pointercancel"]) bars.addEventListener(end, () => (touch = null));

  return {
    draw(seconds) {
      if (!touch && held > 0) {
        held -= seconds;
        if (held <= 0) phone.steer(null);
      }
      degree = degreeFor(phone.number, -phone.tilt.y, degree);
      show(seconds);
    },
    tell({ text }) {
      if (text) part.textContent = text;
      return true;
    },
    resize: () => (y = NaN),
  };

  /** @param {number} i of a bar, from the top */
  function play(i) {
    phone.steer({ x: 0, y: (i - SPAN) / SPAN });
    degree = middle + SPAN - i;
    held = lasts / 1000;
    if (!phone.tap()) return;
    ring[i] = 1;
    if (!phone.calm && bars.getElementsByClassName("note").length < MAX_RISING) rise(i);
  }

  /** @param {PointerEvent} event @returns {number} the bar that it is on */
  function keyAt({ clientY }) {
    const { top, height } = bars.getBoundingClientRect();
    return Math.min(keys.length - 1, Math.max(0, Math.floor(((clientY - top) / height) * keys.length)));
  }

  /** @param {number} seconds since the last time */
  function show(seconds) {
    const here = Math.min(keys.length - 1, Math.max(0, middle + SPAN - degree));
    keys.forEach((key, i) => {
      key.classList.toggle("here", i === here);
      ring[i] *= Math.exp((-3 * seconds * 1000) / lasts);
      key.style.setProperty("--ring", ring[i].toFixed(3));
    });
    const goal = keys[here].offsetTop + keys[here].offsetHeight / 2;
    y = Number.isNaN(y) || phone.calm ? goal : y + (goal - y) * (1 - Math.exp(-seconds / EASE_S));
    mark.style.setProperty("translate", `0 ${y.toFixed(1)}px`);
    const now = phone.clock();
    const beat = Math.floor(now / BEAT_MS) % BEATS;
    beats.forEach((light, i) => {
      const lit = now > 0 && i === beat ? 1 - phase(now, BEAT_MS) ** 2 : 0;
      /** @type {HTMLElement} */ (light).style.setProperty("--lit", lit.toFixed(2));
    });
  }

  /** A note leaves for the screen. @param {number} i of its bar */
  function rise(i) {
    const note = Object.assign(document.createElement("span"), { className: "note" });
    note.append(drawMark(phone.shape));
    note.style.setProperty("left", "50%");
    note.style.setProperty("top", `${keys[i].offsetTop + keys[i].offsetHeight / 2}px`);
    bars.append(note);
    const up = keys[i].offsetTop + keys[i].offsetHeight / 2 + 120;
    const way = [{ opacity: 1 }, { opacity: 0, translate: `0 ${-up}px`, scale: "0.5" }];
    note.animate(way, { duration: RISE_MS, easing: "cubic-bezier(0.3, 0, 0.7, 1)" }).onfinish = () => note.remove();
  }
}
