// Trail: where a light has been in the last seconds.
// @ts-check

const MAX_POINTS = 900; // points
const CAPACITY = 2 * MAX_POINTS; // so that points move to the front only once in a while
const MAX_GAP_PX = 24; // CSS pixels between two points where a line goes straight on
const MAX_GAP_S = 0.06; // seconds between them, so that a line ends little by little
const STRAIGHT_PX = 0.15; // CSS pixels that a point may lie beside the line without it

/** Points lie in order in x, y, born and wide, from `first` up to but without `end`. */
export class Trail {
  x = new Float32Array(CAPACITY); // CSS pixels
  y = new Float32Array(CAPACITY); // CSS pixels
  born = new Float64Array(CAPACITY); // seconds
  wide = new Float32Array(CAPACITY); // of the usual width
  first = 0;
  end = 0;

  /** @param {number} fade seconds until a point is gone */
  constructor(fade) {
    this.fade = fade;
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {number} now seconds
   * @param {number} step a point nearer than this to the last one is left out, in CSS pixels
   * @param {number} wide of the usual width
   */
  add(x, y, now, step, wide) {
    const last = this.end - 1;
    if (last >= this.first && Math.hypot(x - this.x[last], y - this.y[last]) < step) return;
    if (this.#goesOn(x, y, now)) this.end = last;
    if (this.end === CAPACITY) this.#makeRoom();
    this.x[this.end] = x;
    this.y[this.end] = y;
    this.born[this.end] = now;
    this.wide[this.end] = wide;
    this.end += 1;
  }

  /** @param {number} now seconds */
  forget(now) {
    while (this.first < this.end && now - this.born[this.first] >= this.fade) this.first += 1;
  }

  /**
   * @param {number} place from first to end; end is the light itself
   * @param {number} now seconds
   * @returns {number} 1 where the light is, 0 where its line ends
   */
  life(place, now) {
    return place < this.end ? Math.max(0, 1 - (now - this.born[place]) / this.fade) : 1;
  }

  /** The same line on a picture of another size. @param {number} across @param {number} down factors */
  scale(across, down) {
    for (let place = this.first; place < this.end; place += 1) {
      this.x[place] *= across;
      this.y[place] *= down;
    }
  }

  /**
   * Whether the last point may go, since the line runs through it anyhow: it saves a half to two thirds of a quick line.
   * @param {number} x of the next point
   * @param {number} y
   * @param {number} now seconds
   */
  #goesOn(x, y, now) {
    const last = this.end - 1;
    if (last <= this.first || now - this.born[last - 1] > MAX_GAP_S) return false;
    const dx = x - this.x[last - 1];
    const dy = y - this.y[last - 1];
    const length = Math.sqrt(dx * dx + dy * dy);
    if (length > MAX_GAP_PX) return false;
    const px = this.x[last] - this.x[last - 1];
    const py = this.y[last] - this.y[last - 1];
    return px * dx + py * dy > 0 && px * px + py * py < length * length && Math.abs(px * dy - py * dx) < STRAIGHT_PX * length;
  }

  #makeRoom() {
    const from = Math.max(this.first, this.end - MAX_POINTS);
    for (const row of [this.x, this.y, this.born, this.wide]) row.copyWithin(0, from, this.end);
    this.end -= from;
    this.first = 0;
  }
}
