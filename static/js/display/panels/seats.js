// Row of seats along the top edge: mark, number, name.
// @ts-check
import { drawMark } from "../../shared/marks.js";
import { t } from "../../shared/translation.js";

/** @import { Phone } from "../stage/contract.js" */

const SMALL_ABOVE_SEATS = 8; // above this, smaller
const MARKS_ABOVE_SEATS = 24; // above this, marks and numbers without names
const COUNT_ABOVE_SEATS = 48; // above this, how many there are, and who is away

/**
 * Bring the row up to date.
 * @param {HTMLElement} row
 * @param {readonly Phone[]} phones
 */
export function showSeats(row, phones) {
  row.dataset.crowd = crowd(phones.length);
  row.dataset.count = t("display.seats.count", { count: phones.length });
  const before = new Map([...row.children].map((item) => [/** @type {HTMLElement} */ (item).dataset.key, item]));
  row.replaceChildren(...phones.map((phone) => markAway(before.get(keyOf(phone)) ?? draw(phone), phone.away)));
  const isHall = phones.length > MARKS_ABOVE_SEATS;
  row.toggleAttribute("data-text-box", isHall); // hundreds of places are slow to measure, and fill the row anyhow
  for (const item of row.children) item.toggleAttribute("data-text-box", !isHall); // light parts round each name
}

/** @param {number} count */
function crowd(count) {
  if (count > COUNT_ABOVE_SEATS) return "throng";
  return count > MARKS_ABOVE_SEATS ? "hall" : count > SMALL_ABOVE_SEATS ? "many" : "few";
}

/** @param {EventTarget | null} place something in the row @returns {number} of the seat there; 0 for none */
export function seatOf(place) {
  const item = place instanceof Element ? place.closest("li") : null;
  return parseInt(item?.dataset.key ?? "0", 10);
}

/** @param {Phone} phone a seat that changes hands is another item */
function keyOf({ number, name }) {
  return `${number} ${name}`;
}

/** @param {Phone} phone */
function draw(phone) {
  const item = document.createElement("li");
  item.dataset.key = keyOf(phone);
  const mark = drawMark(phone.shape);
  mark.style.color = `var(--${phone.colour})`;
  item.append(mark, words("number", String(phone.number)), words("name", phone.name));
  return item;
}

/**
 * @param {string} kind
 * @param {string} text
 */
function words(kind, text) {
  const span = document.createElement("span");
  span.className = kind;
  span.textContent = text;
  span.dataset.away = t("display.seats.away");
  return span;
}

/**
 * @param {Element} item
 * @param {boolean} isAway
 */
function markAway(item, isAway) {
  item.classList.toggle("away", isAway);
  return item;
}
