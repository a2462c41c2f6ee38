// Vote: the host asks, phones answer, and every vote is a lamp without a name.
// @ts-check
import { beginFrame, penOf } from "../_kit/canvas.js";
import { FreeBand } from "../_kit/free-band.js";
import { firstLetters } from "../_kit/graphemes.js";
import { fontReady } from "../_kit/type.js";
import { AttractMode } from "./attract.js";
import { Board } from "./board.js";
import { Lamps } from "./lamps.js";
import { LeanRings } from "./lean-rings.js";
import { Poll } from "./poll.js";
import { LETTERS, MAX_ANSWER_LETTERS, MAX_QUESTION_LETTERS, answersIn, readyQuestions } from "./questions.js";
import { file, outcome, table } from "./result.js";
import { ReturnedPhones } from "./returned-phones.js";

/** @import { CreateVisual, Phone } from "../../js/display/stage/contract.js" */
/** @import { Controls } from "../../js/protocol.js" */

const SAVE_INTERVAL_MS = 300; // milliseconds between two times of writing down what a crowd votes
const MAX_LINE = LETTERS.length * (MAX_ANSWER_LETTERS + 2); // letters of all answers, with commas between
const BUZZ_MS = 40; // milliseconds that a phone buzzes when its lean counts

/** @type {CreateVisual} */
export default function create(stage) {
  const { t } = stage;
  const pen = penOf(stage.canvas);
  const poll = new Poll(stage.state, readyQuestions(t));
  const board = new Board(stage, pen);
  const lamps = new Lamps(stage, pen);
  const balance = new LeanRings(stage, pen);
  const attract = new AttractMode(stage, pen);
  const returned = new ReturnedPhones();
  const band = new FreeBand(stage);
  let kept = -Infinity; // milliseconds at which votes were written down
  let isKept = true;
  let isTable = false;
  let isFresh = true; // what was voted before is where it was
  let isOpen = true;
  /** @type {readonly Phone[]} */ let here = [];

  equip();
  fontReady().then(() => isOpen && board.forget());

  return {
    keys: [
      ["O", t("keys.toggle")],
      ["N", t("keys.next")],
      ["A", t("keys.ask")],
      ["W", t("keys.turn")],
      ["C", t("keys.again")],
      ["R", t("keys.table")],
      ["E", t("keys.file")],
    ],
    draw(seconds, phones) {
      here = phones;
      beginFrame(pen, stage);
      keep();
      for (const phone of returned.since(phones)) if (poll.isOpen) remind(phone);
      if (phones.length === 0) {
        attract.draw(seconds);
        isFresh = true;
        band.forget();
        return;
      }
      board.arrange(poll, band.step(seconds));
      if (poll.asked.lean && poll.isOpen) balance.step(phones, (phone) => poll.ballot.of(phone), seconds, lean);
      lamps.move(board.goals(poll), source, isFresh ? 0 : seconds);
      isFresh = false;
      board.draw(poll);
      if (poll.asked.lean) balance.draw(board.balance, poll.isOpen);
      lamps.draw();
    },
    choose: (phone, name) => vote(phone, LETTERS.toLowerCase().indexOf(name)),
    press(phone, { name, down }) {
      if (down && poll.asked.lean && vote(phone, LETTERS.toLowerCase().indexOf(name))) confirm(phone);
    },
    key(key) {
      const act = keys()[key.toLowerCase()];
      act?.();
      return act !== undefined;
    },
    resize() {
      board.forget();
      lamps.redraw();
      attract.redraw();
      band.forget();
      isFresh = true;
    },
    close: () => void (isOpen = false),
  };

  /** @returns {Record<string, () => void>} */
  function keys() {
    return {
      o: toggle,
      n: () => poll.mayAsk && change(() => poll.next()),
      a: ask,
      w: () => poll.mayAsk && change(() => poll.turn() && poll.again()),
      c: () => !poll.isOpen && change(() => poll.again()),
      r: () => show(!isTable),
      e: () => stage.download("vote.csv", file(poll.asked, poll.ballot.counts, t)),
    };
  }

  function toggle() {
    change(() => poll.toggle());
    if (poll.isOpen) for (const phone of here) remind(phone);
  }

  async function ask() {
    if (!poll.mayAsk) return;
    const question = await stage.ask(t("ask.question"), { most: MAX_QUESTION_LETTERS });
    if (!question) return;
    let line = await stage.ask(t("ask.answers"), { most: MAX_LINE, text: t("ask.example") });
    while (line && !answersIn(line)) {
      line = await stage.ask(t("ask.again", { count: MAX_ANSWER_LETTERS }), { most: MAX_LINE, text: line });
    }
    const answers = answersIn(line ?? "");
    if (answers && isOpen && poll.mayAsk) change(() => poll.ask({ question, answers, lean: false }));
  }

  /** @param {() => void} make */
  function change(make) {
    make();
    equip();
    show(isTable);
    band.forget();
  }

  /** @param {Phone} phone @param {number} answer */
  function lean(phone, answer) {
    if (vote(phone, answer)) confirm(phone);
  }

  /** @param {Phone} phone @param {number} answer @returns {boolean} */
  function vote(phone, answer) {
    if (!poll.vote(phone, answer)) return false;
    isKept = false;
    keep();
    return true;
  }

  /** What leans has no tick on it, so the phone says that it counts. @param {Phone} phone */
  function confirm(phone) {
    remind(phone, { buzz: BUZZ_MS });
  }

  /** @param {Phone} phone @param {{buzz?: number}} [more] */
  function remind(phone, more = {}) {
    const answer = poll.ballot.of(phone);
    if (answer !== undefined) stage.tell(phone, { text: t("your_vote", { answer: poll.asked.answers[answer] }), ...more });
  }

  function keep() {
    const now = performance.now();
    if (isKept || now - kept < SAVE_INTERVAL_MS) return;
    poll.keep();
    kept = now;
    isKept = true;
    if (isTable) show(true);
  }

  /** @param {boolean} on */
  function show(on) {
    isTable = on;
    stage.table(on ? table(poll.asked, poll.ballot.counts, t) : null);
  }

  function equip() {
    const { question, answers, lean: leans } = poll.asked;
    const marked = answers.map((answer, at) => ({ name: LETTERS[at].toLowerCase(), label: leans ? answer : `${LETTERS[at]} · ${answer}` }));
    /** @type {Partial<Controls>} */ const nothing = { motion: "none", pad: false, buttons: [], choices: [], text: 0 };
    if (!poll.isOpen) stage.equip({ ...nothing, question: firstLetters(closed(), 120, 120) });
    else if (leans) stage.equip({ ...nothing, motion: "tilt", pad: true, question, buttons: marked });
    else stage.equip({ ...nothing, question, choices: marked });
  }

  /** @returns {string} that the vote is closed, and its outcome */
  function closed() {
    return t("closed", { outcome: outcome(poll.asked, poll.ballot.counts, t) });
  }

  /** Votes come from the room: from below. */
  function source() {
    return { x: stage.width * (0.25 + 0.5 * stage.random()), y: stage.height };
  }
}
