// Boids: each bird flies with those around it, and towards the mark that pulls it.
// @ts-check
import { WILD } from "./allocation.js";
import { CELL_UNITS } from "./flow-field.js";

/** @import { WordMask } from "../_kit/word-mask.js" */
/** @import { FlowField } from "./flow-field.js" */

export const WORDS = 8; // of 4 bytes a bird: x, y, speed x, speed y, bend x, bend y, size, colour
const BATCH = 128; // birds that a row of the graphics chip's texture takes; the array is whole rows
const MARK = 8; // words a mark: x, y, speed x, speed y, radius, red, green, blue
const [X, Y, VX, VY, BX, BY, SIZE, COLOUR] = [0, 1, 2, 3, 4, 5, 6, 7];

const BIRDS_PER_UNIT2 = 3.2; // birds on a unit² are at ease
const EASE = 1 / (BIRDS_PER_UNIT2 * CELL_UNITS * CELL_UNITS); // of them a cell
const CRUISE = 7.5; // units a second round a mark
const CHASE = 1.9; // per second: how fast for each unit that it is behind
const SLOWEST = 2.6; // units a second
const FASTEST = 60;
const COMPANY = 0.62; // of the speed of those around is its own wish
const ELBOW = 8; // units a second, where it is crowded
const EYE_UNITS = 1.5; // units round a mark that are left free, so that it is seen
const WILL = 3.4; // per second: how soon wishes become flight
const SHOCK = 32; // units a second that a tap gives
const FRIGHT = 1.9; // times as wide as its own birds fly, others shy away from a scattered mark
const SHY = 0.7; // of what the scattered feel
const SETTLE_S = 0.55; // seconds in which a fright eases by two thirds
const DYE_S = 0.7; // seconds in which another owner's colour is taken on by two thirds
const WHIM = 9; // units a second that chance gives within a second, so that no two fly alike
const BEND_S = 0.07; // seconds over which a turn is smoothed

/** All of them, in arrays that the graphics chip can read as they are. Places in units. */
export class Birds {
  count;
  data; // WORDS each
  owner;
  colours; // the same bytes as data
  marks = new Float32Array(64 * MARK);
  #paint; // red, green, blue of each, 0 to 255
  #fright; // 0 to 1
  #temper; // about 1
  #random;

  /**
   * @param {number} count
   * @param {() => number} random
   * @param {FlowField} field
   */
  constructor(count, random, { width, height }) {
    this.count = count;
    this.#random = random;
    this.data = new Float32Array(Math.ceil(count / BATCH) * BATCH * WORDS);
    this.colours = new Uint32Array(this.data.buffer);
    this.owner = new Int16Array(count);
    this.#paint = new Float32Array(3 * count);
    this.#fright = new Float32Array(count);
    this.#temper = new Float32Array(count);
    for (let bird = 0; bird < count; bird += 1) {
      const at = bird * WORDS;
      const angle = 2 * Math.PI * random();
      this.data[at + X] = width * random();
      this.data[at + Y] = height * random();
      this.data[at + VX] = CRUISE * Math.cos(angle);
      this.data[at + VY] = CRUISE * Math.sin(angle);
      const depth = random() ** 2;
      this.data[at + SIZE] = 0.62 + 0.75 * depth;
      this.#temper[bird] = 0.75 + 0.4 * depth + 0.15 * random();
      this.owner[bird] = WILD[bird % WILD.length];
    }
  }

  /**
   * Where a mark is now and what its birds look like.
   * @param {number} mark
   * @param {number} x units
   * @param {number} y units
   * @param {number} seconds since the last call; 0: it has jumped
   * @param {number} share birds of its own
   * @param {readonly [number, number, number]} paint
   */
  place(mark, x, y, seconds, share, paint) {
    const at = mark * MARK;
    if (at >= this.marks.length) this.#makeRoom(2 * at);
    const { marks } = this;
    marks[at + 2] = seconds > 0 ? (x - marks[at]) / seconds : 0;
    marks[at + 3] = seconds > 0 ? (y - marks[at + 1]) / seconds : 0;
    marks[at] = x;
    marks[at + 1] = y;
    marks[at + 4] = Math.sqrt(share / (Math.PI * BIRDS_PER_UNIT2)) + 0.4;
    marks.set(paint, at + 5);
  }

  /**
   * A tap: its birds light up and scatter, and others that are near shy away.
   * @param {number} mark
   * @param {number} strength 0: they only light up
   */
  scatter(mark, strength) {
    const { data, owner, marks } = this;
    const [x, y, radius] = [marks[mark * MARK], marks[mark * MARK + 1], marks[mark * MARK + 4]];
    const reach = radius * FRIGHT;
    for (let bird = 0, at = 0; bird < this.count; bird += 1, at += WORDS) {
      const isOwn = owner[bird] === mark;
      const dx = data[at + X] - x;
      const dy = data[at + Y] - y;
      const square = dx * dx + dy * dy;
      if (!isOwn && square >= reach * reach) continue; // a throng taps all the time, and most birds are far
      const far = Math.sqrt(square) + 0.01;
      const force = strength * (isOwn ? 1 : Math.max(0, 1 - far / reach) * SHY);
      const kick = (SHOCK * force * this.#temper[bird]) / (1 + (0.25 * far) / (radius + 1));
      data[at + VX] += (dx / far) * kick;
      data[at + VY] += (dy / far) * kick;
      if (isOwn) this.#fright[bird] = 1;
    }
  }

  /** The picture has another size. @param {number} across @param {number} down factors */
  scale(across, down) {
    for (let at = 0; at < this.count * WORDS; at += WORDS) {
      this.data[at + X] *= across;
      this.data[at + Y] *= down;
    }
  }

  /** Let the air know who is where. @param {FlowField} field */
  stir({ columns, rows, crowd, flowX, flowY, colour }) {
    const { data, count } = this;
    const paint = this.#paint;
    const [lastColumn, lastRow] = [columns - 1.001, rows - 1.001];
    for (let bird = 0, at = 0, dye = 0; bird < count; bird += 1, at += WORDS, dye += 3) {
      const column = between(data[at + X] / CELL_UNITS, lastColumn);
      const row = between(data[at + Y] / CELL_UNITS, lastRow);
      const cell = (row | 0) * columns + (column | 0);
      const right = column - (column | 0);
      const below = row - (row | 0);
      const vx = data[at + VX];
      const vy = data[at + VY];
      const red = paint[dye];
      const green = paint[dye + 1];
      const blue = paint[dye + 2];
      for (let corner = 0; corner < 4; corner += 1) {
        const part = (corner & 1 ? right : 1 - right) * (corner & 2 ? below : 1 - below);
        const here = cell + (corner & 1) + (corner & 2 ? columns : 0);
        crowd[here] += part;
        flowX[here] += part * vx;
        flowY[here] += part * vy;
        colour[3 * here] += part * red;
        colour[3 * here + 1] += part * green;
        colour[3 * here + 2] += part * blue;
      }
    }
  }

  /**
   * @param {number} seconds at most 0.1
   * @param {FlowField} field that they have stirred
   * @param {number} haste of their usual speed: less where motion should be less
   */
  fly(seconds, field, haste) {
    const { data, owner, marks, count } = this;
    const { columns, rows, crowd, flowX, flowY, pushX, pushY, width, height } = field;
    const will = 1 - Math.exp(-WILL * seconds);
    const settle = Math.exp(-seconds / SETTLE_S);
    const whim = 2 * haste * WHIM * Math.sqrt(seconds);
    const random = this.#random;
    const frights = this.#fright;
    const tempers = this.#temper;
    const bend = seconds > 0 ? (1 - Math.exp(-seconds / BEND_S)) / seconds : 0;
    const [lastColumn, lastRow] = [columns - 1.001, rows - 1.001];
    for (let bird = 0, at = 0; bird < count; bird += 1, at += WORDS) {
      const x = data[at + X];
      const y = data[at + Y];
      const vx = data[at + VX];
      const vy = data[at + VY];

      // What it feels, between the four cells around it.
      const column = between(x / CELL_UNITS, lastColumn);
      const row = between(y / CELL_UNITS, lastRow);
      const a = (row | 0) * columns + (column | 0);
      const b = a + 1;
      const c = a + columns;
      const d = c + 1;
      const right = column - (column | 0);
      const below = row - (row | 0);
      const pd = right * below;
      const pb = right - pd;
      const pc = below - pd;
      const pa = 1 - right - pc;
      const [crowdA, crowdB, crowdC, crowdD] = [crowd[a], crowd[b], crowd[c], crowd[d]];
      const about = pa * crowdA + pb * crowdB + pc * crowdC + pd * crowdD + 0.01;
      const each = 1 / about;
      const company = COMPANY * each;
      let wishX = company * (pa * flowX[a] + pb * flowX[b] + pc * flowX[c] + pd * flowX[d]);
      let wishY = company * (pa * flowY[a] + pb * flowY[b] + pc * flowY[c] + pd * flowY[d]);
      wishX += haste * (pa * pushX[a] + pb * pushX[b] + pc * pushX[c] + pd * pushX[d]);
      wishY += haste * (pa * pushY[a] + pb * pushY[b] + pc * pushY[c] + pd * pushY[d]);

      // Away from where it is crowded, gently towards others where it is lonely.
      const press = haste * ELBOW * Math.min(2.4, Math.max(-0.3, about * EASE - 0.7)) * each;
      wishX -= press * ((1 - below) * (crowdB - crowdA) + below * (crowdD - crowdC));
      wishY -= press * ((1 - right) * (crowdC - crowdA) + right * (crowdD - crowdB));

      // Towards its mark from afar, round it nearby, never over it.
      const mark = owner[bird] * MARK;
      const dx = marks[mark] - x;
      const dy = marks[mark + 1] - y;
      const far = Math.sqrt(dx * dx + dy * dy) + 0.01;
      const radius = marks[mark + 4];
      const temper = tempers[bird];
      const inward = far < EYE_UNITS ? far - EYE_UNITS : Math.max(0, far - radius * temper) * CHASE * haste;
      const round = (haste * temper * CRUISE * (owner[bird] & 1 ? 1 : -1)) / (1 + Math.max(0, far - radius) / (radius + 2));
      const carried = far < 2 * radius ? 0.5 : 0;
      wishX += (dx * inward - dy * round) / far + carried * marks[mark + 2];
      wishY += (dy * inward + dx * round) / far + carried * marks[mark + 3];

      // Fly.
      const fright = (frights[bird] *= settle);
      const yields = will * (1 - 0.75 * fright);
      let toX = vx + (wishX - vx) * yields + whim * (random() - 0.5);
      let toY = vy + (wishY - vy) * yields + whim * (random() - 0.5);
      const speed = Math.sqrt(toX * toX + toY * toY) + 1e-6;
      const fit = speed < SLOWEST * haste ? (SLOWEST * haste) / speed : speed > FASTEST ? FASTEST / speed : 1;
      toX *= fit;
      toY *= fit;
      data[at + BX] += (toX - vx - data[at + BX] * seconds) * bend;
      data[at + BY] += (toY - vy - data[at + BY] * seconds) * bend;
      const nextX = x + toX * seconds;
      const nextY = y + toY * seconds;
      data[at + VX] = nextX < 0 || nextX > width ? -toX : toX;
      data[at + VY] = nextY < 0 || nextY > height ? -toY : toY;
      data[at + X] = between(nextX, width);
      data[at + Y] = between(nextY, height);
    }
  }

  /** @param {number} words */
  #makeRoom(words) {
    const more = new Float32Array(words + MARK);
    more.set(this.marks);
    this.marks = more;
  }

  /**
   * Each takes on the colour of its mark, and fades where words are.
   * @param {number} seconds
   * @param {Pick<WordMask, "bytes" | "columns" | "rows">} mask how strong birds show
   * @param {FlowField} field
   */
  dye(seconds, { bytes, columns, rows }, { width, height }) {
    const { data, owner, marks, colours, count } = this;
    const across = (columns - 0.01) / width;
    const down = (rows - 0.01) / height;
    const last = bytes.length - 1;
    const paint = this.#paint;
    const frights = this.#fright;
    const share = 1 - Math.exp(-seconds / DYE_S);
    for (let bird = 0, at = 0, dye = 0; bird < count; bird += 1, at += WORDS, dye += 3) {
      const mark = owner[bird] * MARK + 5;
      const red = (paint[dye] += (marks[mark] - paint[dye]) * share);
      const green = (paint[dye + 1] += (marks[mark + 1] - paint[dye + 1]) * share);
      const blue = (paint[dye + 2] += (marks[mark + 2] - paint[dye + 2]) * share);
      const cell = ((data[at + Y] * down) | 0) * columns + ((data[at + X] * across) | 0);
      const shown = bytes[cell < last ? cell : last];
      const depth = Math.min(1, 0.45 + 0.55 * data[at + SIZE]);
      const strength = (0.65 + 0.35 * frights[bird]) * depth * shown;
      colours[at + COLOUR] = (strength << 24) | (blue << 16) | (green << 8) | red;
    }
  }
}

/** @param {number} value @param {number} most @returns {number} 0 to most */
function between(value, most) {
  return value < 0 ? 0 : value > most ? most : value;
}
