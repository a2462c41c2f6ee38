// A wall for messages: pick or write one on the phone, and it hangs there, large while it is new.
// @ts-check
import { beginFrame, penOf } from "../_kit/canvas.js";
import { FreeBand } from "../_kit/free-band.js";
import { fontReady } from "../_kit/type.js";
import { Desk, MOST_TEXT } from "./desk.js";
import { put, take } from "./drawer.js";
import { Hung } from "./hung.js";
import { Paper } from "./paper.js";
import { Promised } from "./promise.js";
import { Reader } from "./reader.js";
import { Status } from "./status.js";
import { PHRASES, PICTURES } from "./things.js";

/** @import { CreateVisual, Phone } from "../../js/display/stage/contract.js" */
/** @import { Fate } from "./desk.js" */

const KEEP_EVERY = 300; // milliseconds between two times of writing things down
const BELOW = 1; // units between the cards and the words at the bottom
const FELT = 30; // milliseconds that a phone buzzes

/** @type {Readonly<Record<Fate, string>>} */
const ANSWERS = {
  shown: "It is on the wall.",
  waits: "The host reads it first.",
  soon: "One moment, then the next one.",
  many: "Many messages wait. Try again soon.",
  off: "Pick something for now.",
};

/** @type {CreateVisual} */
export default function create(stage) {
  const pen = penOf(stage.canvas);
  const desk = new Desk();
  const paper = new Paper(stage, pen);
  const hung = new Hung(stage, paper);
  const promised = new Promised(stage, paper);
  const status = new Status(stage, pen, paper);
  const reader = new Reader(stage, take(stage.state, desk));
  /** @type {readonly Phone[]} */ let here = [];
  const band = new FreeBand(stage, BELOW);
  let isFresh = true; // cards are where they belong at once
  let kept = -Infinity; // milliseconds
  let isKept = true;
  let isOpen = true;

  equip();
  fontReady().then(() => isOpen && paper.forget());

  return {
    keys: [
      ["W", "people may write, or pick only"],
      ["A", "show the message that waits longest"],
      ["H", "hide it"],
      ["Y", "read what waits on your own phone"],
      ["O", "show messages without a look, or after one"],
      ["D", "take the newest card down"],
      ["C", "clear the wall"],
    ],
    draw(seconds, phones) {
      here = phones;
      beginFrame(pen, stage);
      keep();
      reader.step(here, desk.next, seconds);
      if (phones.length === 0) {
        promised.draw(seconds);
        arrangeAnew();
        return;
      }
      const room = band.step(seconds);
      hung.move(desk.shown, desk.count, status.below(room), isFresh ? 0 : seconds);
      isFresh = false;
      hung.draw();
      status.draw(desk, room, reader.isSet, hung.isEmpty);
    },
    choose(phone, name) {
      if (PICTURES[name]) answer(phone, desk.pick(phone, { picture: name }, performance.now()));
      else if (PHRASES[name]) answer(phone, desk.pick(phone, { text: PHRASES[name] }, performance.now()));
    },
    say(phone, text) {
      answer(phone, desk.write(phone, text, performance.now()));
    },
    key(key) {
      const act = keys()[key.toLowerCase()];
      if (!act) return false;
      act();
      isKept = false;
      return true;
    },
    resize() {
      paper.forget();
      arrangeAnew();
    },
    close: () => void (isOpen = false),
  };

  /** @returns {Record<string, () => void>} */
  function keys() {
    return {
      w() {
        desk.isWriting = !desk.isWriting;
        equip();
      },
      a: () => desk.approve(),
      h: () => desk.hide(),
      y: askForReader,
      o: () => (desk.isLooking = !desk.isLooking),
      d: () => desk.takeDown(),
      c: () => desk.clear(),
    };
  }

  async function askForReader() {
    const number = await stage.ask("Which number has your own phone? It shows what waits. Leave it empty for none.", { most: 4 });
    if (number === null || !isOpen) return;
    reader.is(here.find((phone) => phone.number === Number(number)));
    isKept = false;
  }

  /** @param {Phone} phone @param {Fate} fate */
  function answer(phone, fate) {
    isKept = false;
    keep();
    stage.tell(phone, fate === "shown" || fate === "waits" ? { text: ANSWERS[fate], buzz: FELT } : { text: ANSWERS[fate] });
  }

  function keep() {
    const now = performance.now();
    if (isKept || now - kept < KEEP_EVERY) return;
    put(stage.state, desk, reader.kept);
    kept = now;
    isKept = true;
  }

  function equip() {
    const offered = desk.isWriting ? PICTURES : { ...PHRASES, ...PICTURES }; // a keyboard needs the room
    stage.equip({
      question: desk.isWriting ? "Write to the wall, or pick:" : "Pick something for the wall:",
      choices: Object.entries(offered).map(([name, label]) => ({ name, label })),
      text: desk.isWriting ? MOST_TEXT : 0,
    });
  }

  function arrangeAnew() {
    band.forget();
    isFresh = true;
  }
}
