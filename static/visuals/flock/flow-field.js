// Flow field on a coarse grid: density and flow of birds, wind, and what repels them.
// @ts-check

export const CELL_UNITS = 2;
const WIND = 3.4; // units a second
const EDGE_UNITS = 3.5; // units from the picture's edge where birds begin to turn
const TURN = 26; // units a second, at the edge
const HAZE = 2; // times that colours are smoothed

/** Each bird counts for the four cells around it, so nothing jumps from cell to cell. */
export class FlowField {
  columns = 0;
  rows = 0;
  width = 0; // units
  height = 0;
  /** @type {Float32Array} */ crowd = new Float32Array(0); // birds a cell
  /** @type {Float32Array} */ flowX = new Float32Array(0); // sum of their speeds
  /** @type {Float32Array} */ flowY = new Float32Array(0);
  /** @type {Float32Array} */ pushX = new Float32Array(0); // units a second: wind, edges and words
  /** @type {Float32Array} */ pushY = new Float32Array(0);
  /** @type {Float32Array} */ colour = new Float32Array(0); // sum of their red, green, blue
  /** @type {Float32Array} */ #standingX = new Float32Array(0); // what pushes whatever the wind
  /** @type {Float32Array} */ #standingY = new Float32Array(0);
  /** @type {Float32Array} */ #spare = new Float32Array(0);

  /** @param {number} width units @param {number} height units */
  resize(width, height) {
    this.width = width;
    this.height = height;
    this.columns = Math.ceil(width / CELL_UNITS) + 2;
    this.rows = Math.ceil(height / CELL_UNITS) + 2;
    const cells = this.columns * this.rows;
    this.crowd = new Float32Array(cells);
    this.flowX = new Float32Array(cells);
    this.flowY = new Float32Array(cells);
    this.pushX = new Float32Array(cells);
    this.pushY = new Float32Array(cells);
    this.#standingX = new Float32Array(cells);
    this.#standingY = new Float32Array(cells);
    this.colour = new Float32Array(3 * cells);
    this.#spare = new Float32Array(3 * cells);
  }

  clear() {
    for (const field of [this.crowd, this.flowX, this.flowY, this.colour]) field.fill(0);
  }

  /** @param {(x: number, y: number) => readonly [x: number, y: number]} push away from words, in units a second */
  stand(push) {
    for (let row = 0, cell = 0; row < this.rows; row += 1) {
      for (let column = 0; column < this.columns; column += 1, cell += 1) {
        const [x, y] = [column * CELL_UNITS, row * CELL_UNITS];
        const [awayX, awayY] = push(x, y);
        this.#standingX[cell] = awayX + TURN * (nearness(x) - nearness(this.width - x));
        this.#standingY[cell] = awayY + TURN * (nearness(y) - nearness(this.height - y));
      }
    }
  }

  /**
   * A wind that has no source and no drain, so it gathers birds nowhere: it blows along the contour lines of some hills.
   * @param {number} time seconds
   */
  blow(time) {
    for (let row = 0, cell = 0; row < this.rows; row += 1) {
      const y = row * CELL_UNITS;
      for (let column = 0; column < this.columns; column += 1, cell += 1) {
        const x = column * CELL_UNITS;
        const one = 0.13 * x + 0.07 * y + 0.31 * time;
        const two = -0.06 * x + 0.16 * y - 0.23 * time;
        const three = 0.25 * x - 0.21 * y + 0.47 * time;
        const [a, b, c] = [Math.cos(one), Math.cos(two), 0.5 * Math.cos(three)];
        this.pushX[cell] = this.#standingX[cell] + WIND * (0.5 * a + b - 0.8 * c);
        this.pushY[cell] = this.#standingY[cell] - WIND * (a - 0.4 * b + c);
      }
    }
  }

  /** Smooth the colours, so that they show as a haze and not as cells. */
  soften() {
    for (let time = 0; time < HAZE; time += 1) {
      smear(this.colour, this.#spare, 3, this.columns, this.rows, 3 * this.columns);
      smear(this.#spare, this.colour, 3 * this.columns, this.rows, this.columns, 3);
    }
  }
}

/** @param {number} far units from an edge @returns {number} 1 at the edge and beyond, 0 in the open */
function nearness(far) {
  return Math.min(1, Math.max(0, 1 - far / EDGE_UNITS)) ** 2;
}

/**
 * Each cell becomes ¼ of its neighbours on either side and ½ of itself, along one direction.
 * @param {Float32Array} from
 * @param {Float32Array} to
 * @param {number} step between neighbours
 * @param {number} length cells in a line
 * @param {number} lines
 * @param {number} apart between the starts of two lines
 */
function smear(from, to, step, length, lines, apart) {
  for (let line = 0; line < lines; line += 1) {
    for (let place = 0; place < length; place += 1) {
      const at = line * apart + place * step;
      const before = place > 0 ? at - step : at;
      const after = place < length - 1 ? at + step : at;
      for (let part = 0; part < 3; part += 1) {
        to[at + part] = 0.25 * (from[before + part] + from[after + part]) + 0.5 * from[at + part];
      }
    }
  }
}
