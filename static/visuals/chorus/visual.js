// Chorus: a music box that all phones play, on one beat.
// @ts-check
import { PAINT } from "../../js/shared/marks.js";
import { codePlace } from "../_kit/code-place.js";
import { ATTRACT_PARTS, attractPart, playAttract, seatOf } from "./attract.js";
import { BAR_MS, BEAT_MS, Steady, stepFor } from "./beat.js";
import { CanvasPainter } from "./canvas-painter.js";
import { INSTRUMENTS } from "./instruments.js";
import { lanesFor } from "./lanes.js";
import { Player, sizeAmong } from "./player.js";
import { drawLines, drawNote } from "./score-drawing.js";
import { Score } from "./score.js";
import { Staff } from "./staff.js";
import { Synthesizer } from "./synthesizer.js";

/** @import { CreateVisual, Phone, Rect } from "../../js/display/stage/contract.js" */
/** @import { Due } from "./score.js" */

const LOOKAHEAD_MS = 260; // milliseconds that what comes round is handed to the loudspeaker early: the picture may be slow
const NUMBER_UNITS = 1.3; // units that a mark's number takes below it
const SMALL_UNITS = 0.9; // units of the smallest type

/** @type {CreateVisual} */
export default function create(stage) {
  const painter = new CanvasPainter(stage);
  const staff = new Staff();
  const score = new Score();
  const synthesizer = new Synthesizer(stage);
  const steady = new Steady();
  /** @type {Map<Phone, Player>} */ const players = new Map();
  /** @type {Map<number, Player>} */ const byNumber = new Map();
  /** @type {readonly Rect[]} */ let words = [];
  let { width, height } = stage;
  let played = 0; // milliseconds up to which what comes round has been handed on

  return {
    draw(seconds, phones) {
      keepTime(seconds);
      words = stage.words();
      staff.lay(stage.width, stage.height, words, stage.calm);
      seat(phones);
      comeRound(phones);
      const close = ((sizeAmong(players.size) + NUMBER_UNITS) * staff.unit) / staff.row;
      const lanes = lanesFor([...players.values()].map(({ degree }) => degree), close);
      [...players.values()].forEach((player, i) => {
        if (player.lean() && score.bend(player.phone.number, player.degree, now())) synthesizer.bend(player.phone.number, player.degree);
        player.move(staff, lanes[i], players.size, seconds);
      });
      paint();
    },
    joined(phone) {
      add(phone, stage.calm ? null : codePlace(stage.words(), stage));
      stage.tell(phone, { text: stage.t(`you_play.${INSTRUMENTS[phone.shape].name}`) });
    },
    left: (phone) => hush(phone.number),
    tap(phone, { age = 0 }) {
      const player = players.get(phone);
      if (!player) return;
      player.lean();
      const at = stepFor(now() - age, now());
      const note = score.pin(phone.number, at, player.degree, INSTRUMENTS[phone.shape].lasts);
      player.play();
      sound({ note, at, round: 0 });
    },
    resize(wide, high) {
      for (const player of players.values()) player.scale(wide / width, high / height);
      [width, height] = [wide, high];
    },
    close: () => synthesizer.close(),
  };

  function now() {
    return steady.now;
  }

  /** @param {number} seconds */
  function keepTime(seconds) {
    const shift = steady.tick(seconds, stage.clock());
    if (shift === 0) return;
    score.shift(shift);
    played = steady.now;
  }

  /** @param {readonly Phone[]} phones */
  function seat(phones) {
    for (const player of players.values()) player.isLeaving = true;
    for (const phone of phones) {
      (players.get(phone) ?? add(phone, null)).isLeaving = false;
      if (phone.away) hush(phone.number);
    }
    for (const [phone, player] of players) if (player.isGone) players.delete(phone);
  }

  /** @param {Phone} phone @param {{x: number, y: number} | null} from */
  function add(phone, from) {
    const player = new Player(phone, from);
    players.set(phone, player);
    byNumber.set(phone.number, player);
    return player;
  }

  /** Nothing of a phone sounds any more. @param {number} number */
  function hush(number) {
    score.silence(number, now());
    synthesizer.silence(number);
  }

  /** What is pinned to the drum sounds again. @param {readonly Phone[]} phones */
  function comeRound(phones) {
    if (phones.length === 0) playAttract(score, Math.max(played - LOOKAHEAD_MS, now() - BAR_MS), now());
    else ATTRACT_PARTS.forEach((_, part) => score.silence(seatOf(part), now()));
    const until = now() + LOOKAHEAD_MS;
    for (const due of score.due(Math.max(played, now() - LOOKAHEAD_MS), until)) if (due.round > 0) sound(due);
    if (phones.some(({ away }) => !away)) drum(played, until);
    played = Math.max(played, until);
    score.forget(now());
  }

  /** @param {Due} due */
  function sound(due) {
    const player = byNumber.get(due.note.number);
    if (player) synthesizer.play(due, player.phone.shape, now(), 0.8 * (((player.phone.number * 0.618) % 1) * 2 - 1));
  }

  /** @param {number} from milliseconds, not included @param {number} to milliseconds, included */
  function drum(from, to) {
    for (let beat = Math.floor(Math.max(from, now() - BEAT_MS) / BEAT_MS) + 1; beat * BEAT_MS <= to; beat += 1) {
      synthesizer.drum(beat * BEAT_MS - now(), (beat * BEAT_MS) % BAR_MS === 0);
    }
  }

  function paint() {
    painter.begin();
    drawLines(painter, staff, stage, now());
    for (const note of score.notes) drawNote(painter, staff, stage, note, look(note.number), now());
    for (const player of players.values()) {
      player.draw(painter, staff, stage, players.size, stage.t(`instrument.${INSTRUMENTS[player.phone.shape].name}`));
    }
    painter.part(words.filter((word) => staff.holds(word)), staff.unit);
    if (!synthesizer.isOn) {
      const { unit, left, bottom } = staff;
      painter.text(stage.t("turn_sound_on"), Math.max(left, stage.safe().x), bottom + 0.6 * unit, SMALL_UNITS * unit, stage.palette.quiet, 1, "left");
    }
  }

  /** @param {number} number */
  function look(number) {
    const part = number < 0 ? attractPart(number) : null;
    if (part) return { shape: part.shape, paint: PAINT[stage.theme][part.colour] };
    const { shape, paint } = /** @type {Player} */ (byNumber.get(number)).phone;
    return { shape, paint };
  }
}
