// Wall: phones pick or write messages, which hang there, large while they are new.
// @ts-check
import { beginFrame, penOf } from "../_kit/canvas.js";
import { FreeBand } from "../_kit/free-band.js";
import { fontReady } from "../_kit/type.js";
import { AttractMode } from "./attract.js";
import { CardPainter } from "./card-painter.js";
import { HostPhone } from "./host-phone.js";
import { HungCards } from "./hung-cards.js";
import { ModerationQueue, MAX_LETTERS } from "./moderation-queue.js";
import { PHRASES, PICTURES } from "./presets.js";
import { saveQueue, restoreQueue } from "./queue-storage.js";
import { Status } from "./status.js";

/** @import { CreateVisual, Phone } from "../../js/display/stage/contract.js" */
/** @import { Fate } from "./moderation-queue.js" */

const SAVE_INTERVAL_MS = 300; // milliseconds between two times of writing things down
const BELOW_UNITS = 1; // units between the cards and the words at the bottom
const BUZZ_MS = 30; // milliseconds that a phone buzzes

/** @type {CreateVisual} */
export default function create(stage) {
  const { t } = stage;
  const pen = penOf(stage.canvas);
  const queue = new ModerationQueue();
  const painter = new CardPainter(stage, pen);
  const hungCards = new HungCards(stage, painter);
  const attract = new AttractMode(stage, painter);
  const status = new Status(stage, pen, painter);
  const hostPhone = new HostPhone(stage, restoreQueue(stage.state, queue));
  /** @type {readonly Phone[]} */ let here = [];
  const band = new FreeBand(stage, BELOW_UNITS);
  let isFresh = true; // cards are where they belong at once
  let kept = -Infinity; // milliseconds
  let isKept = true;
  let isOpen = true;

  equip();
  fontReady().then(() => isOpen && painter.forget());

  return {
    keys: [
      ["W", t("keys.write")],
      ["A", t("keys.approve")],
      ["H", t("keys.hide")],
      ["Y", t("keys.read")],
      ["O", t("keys.look")],
      ["D", t("keys.take_down")],
      ["C", t("keys.clear")],
    ],
    draw(seconds, phones) {
      here = phones;
      beginFrame(pen, stage);
      keep();
      hostPhone.step(here, queue.next, seconds);
      if (phones.length === 0) {
        attract.draw(seconds);
        arrangeAnew();
        return;
      }
      const room = band.step(seconds);
      hungCards.move(queue.shown, queue.count, status.below(room), isFresh ? 0 : seconds);
      isFresh = false;
      hungCards.draw();
      status.draw(queue, room, hostPhone.isSet, hungCards.isEmpty);
    },
    choose(phone, name) {
      if (PICTURES.includes(name)) answer(phone, queue.pick(phone, { picture: name }, performance.now()));
      else if (PHRASES.includes(name)) answer(phone, queue.pick(phone, { text: t(`labels.${name}`) }, performance.now()));
    },
    say(phone, text) {
      answer(phone, queue.write(phone, text, performance.now()));
    },
    key(key) {
      const act = keys()[key.toLowerCase()];
      if (!act) return false;
      act();
      isKept = false;
      return true;
    },
    resize() {
      painter.forget();
      arrangeAnew();
    },
    close: () => void (isOpen = false),
  };

  /** @returns {Record<string, () => void>} */
  function keys() {
    return {
      w() {
        queue.isWriting = !queue.isWriting;
        equip();
      },
      a: () => queue.approve(),
      h: () => queue.hide(),
      y: askForReader,
      o: () => (queue.isLooking = !queue.isLooking),
      d: () => queue.takeDown(),
      c: () => queue.clear(),
    };
  }

  async function askForReader() {
    const number = await stage.ask(t("which_phone"), { most: 4 });
    if (number === null || !isOpen) return;
    hostPhone.is(here.find((phone) => phone.number === Number(number)));
    isKept = false;
  }

  /** @param {Phone} phone @param {Fate} fate */
  function answer(phone, fate) {
    isKept = false;
    keep();
    const text = t(`fate.${fate}`);
    stage.tell(phone, fate === "shown" || fate === "waits" ? { text, buzz: BUZZ_MS } : { text });
  }

  function keep() {
    const now = performance.now();
    if (isKept || now - kept < SAVE_INTERVAL_MS) return;
    saveQueue(stage.state, queue, hostPhone.kept);
    kept = now;
    isKept = true;
  }

  function equip() {
    const offered = queue.isWriting ? PICTURES : [...PHRASES, ...PICTURES]; // a keyboard needs the room
    stage.equip({
      question: t(queue.isWriting ? "write_or_pick" : "question"),
      choices: offered.map((name) => ({ name, label: t(`labels.${name}`) })),
      text: queue.isWriting ? MAX_LETTERS : 0,
    });
  }

  function arrangeAnew() {
    band.forget();
    isFresh = true;
  }
}
