// Maze generator: every cell reaches every other, and half the dead ends are opened.
// @ts-check

/**
 * What a maze is to be like.
 * @typedef {object} Plan
 * @property {number} columns
 * @property {number} rows
 * @property {readonly number[]} closed cells that are no part of it, such as those under words; row by row from the top
 */

/** @typedef {{x: number, y: number}} Place cells from the maze's top left corner; the first cell's middle is (½, ½) */

const LOOPS = 0.5; // of the dead ends get a second way out, so that nobody blocks the only one
const START_CELLS = 2; // cells: the start is a square of so many each way, without walls

export class Maze {
  #paths; // of each cell, to where it is open: a set of neighbours
  #far; // steps from each cell to the goal

  /**
   * @param {Plan} plan
   * @param {() => number} random 0 to 1
   */
  constructor({ columns, rows, closed }, random) {
    this.columns = columns;
    this.rows = rows;
    /** @type {ReadonlySet<number>} */ this.cells = largest(columns, rows, new Set(closed));
    this.#paths = new Map([...this.cells].map((cell) => [cell, /** @type {Set<number>} */ (new Set())]));
    const corner = pick(this.#corners(), random);
    this.#carve(corner, random);
    /** @type {readonly number[]} the first is in a corner */ this.start = this.#openTray(corner);
    this.#openDeadEnds(random);
    const from = this.#steps(corner);
    this.goal = [...this.cells].reduce((best, cell) => (at(from, cell) > at(from, best) ? cell : best), corner);
    this.#far = this.#steps(this.goal);
  }

  /** @param {number} a @param {number} b neighbours */
  isOpen(a, b) {
    return this.#paths.get(a)?.has(b) ?? false;
  }

  /** @param {number} cell @returns {number} steps to the goal */
  far(cell) {
    return at(this.#far, cell);
  }

  /** @param {number} cell @returns {number} the one that a marble rolls to from there, on the shortest way */
  next(cell) {
    return [...(this.#paths.get(cell) ?? [])].reduce((best, near) => (this.far(near) < this.far(best) ? near : best), cell);
  }

  /** @returns {readonly number[]} the cells from the start to the goal */
  get solution() {
    const way = [this.start[0]];
    while (way[way.length - 1] !== this.goal) way.push(this.next(way[way.length - 1]));
    return way;
  }

  /** @param {number} cell @returns {Place} */
  middle(cell) {
    return { x: (cell % this.columns) + 0.5, y: Math.floor(cell / this.columns) + 0.5 };
  }

  /** @param {Place} place @returns {number} */
  cellAt({ x, y }) {
    return Math.floor(y) * this.columns + Math.floor(x);
  }

  /** @param {number} cell @returns {number[]} cells beside it */
  #beside(cell) {
    return neighbours(cell, this.columns, this.rows).filter((near) => this.cells.has(near));
  }

  /** @param {number} a @param {number} b */
  #open(a, b) {
    this.#paths.get(a)?.add(b);
    this.#paths.get(b)?.add(a);
  }

  /** Walk at random through cells that nobody has been to, and back where there is none. @param {number} from @param {() => number} random */
  #carve(from, random) {
    const been = new Set([from]);
    const way = [from];
    while (way.length > 0) {
      const here = way[way.length - 1];
      const fresh = this.#beside(here).filter((near) => !been.has(near));
      if (fresh.length === 0) {
        way.pop();
        continue;
      }
      const near = pick(fresh, random);
      this.#open(here, near);
      been.add(near);
      way.push(near);
    }
  }

  /** @param {number} corner @returns {number[]} the cells from which all start */
  #openTray(corner) {
    const [column, row] = [corner % this.columns, Math.floor(corner / this.columns)];
    const inwards = (/** @type {number} */ place, /** @type {number} */ size) => (place < size / 2 ? 1 : -1);
    const tray = [];
    for (let down = 0; down < Math.min(START_CELLS, this.rows); down += 1) {
      for (let across = 0; across < Math.min(START_CELLS, this.columns); across += 1) {
        tray.push((row + down * inwards(row, this.rows)) * this.columns + column + across * inwards(column, this.columns));
      }
    }
    const cells = tray.filter((cell) => this.cells.has(cell));
    for (const cell of cells) for (const near of this.#beside(cell)) if (cells.includes(near)) this.#open(cell, near);
    return cells;
  }

  /** @param {() => number} random */
  #openDeadEnds(random) {
    for (const [cell, paths] of this.#paths) {
      if (paths.size > 1 || random() > LOOPS) continue;
      const walls = this.#beside(cell).filter((near) => !paths.has(near));
      if (walls.length > 0) this.#open(cell, pick(walls, random));
    }
  }

  /** @param {number} from @returns {Map<number, number>} how many steps each cell is away */
  #steps(from) {
    const steps = new Map([[from, 0]]);
    for (const [cell, far] of steps) {
      for (const near of this.#paths.get(cell) ?? []) if (!steps.has(near)) steps.set(near, far + 1);
    }
    return steps;
  }

  /** @returns {number[]} the cells nearest to the four corners */
  #corners() {
    const corners = [[0, 0], [this.columns - 1, 0], [0, this.rows - 1], [this.columns - 1, this.rows - 1]];
    return corners.map(([column, row]) => {
      const far = (/** @type {number} */ cell) => Math.abs((cell % this.columns) - column) + Math.abs(Math.floor(cell / this.columns) - row);
      return [...this.cells].reduce((best, cell) => (far(cell) < far(best) ? cell : best));
    });
  }
}

/** @param {number} columns @param {number} rows @param {ReadonlySet<number>} closed @returns {Set<number>} the largest part that hangs together */
function largest(columns, rows, closed) {
  const left = new Set(Array.from({ length: columns * rows }, (_, cell) => cell).filter((cell) => !closed.has(cell)));
  /** @type {Set<number>} */ let best = new Set();
  for (const from of left) {
    const part = new Set([from]);
    for (const cell of part) for (const near of neighbours(cell, columns, rows)) if (left.has(near)) part.add(near);
    for (const cell of part) left.delete(cell);
    if (part.size > best.size) best = part;
  }
  return best;
}

/** @param {number} cell @param {number} columns @param {number} rows @returns {number[]} */
function neighbours(cell, columns, rows) {
  const [column, row] = [cell % columns, Math.floor(cell / columns)];
  const near = [];
  if (row > 0) near.push(cell - columns);
  if (column < columns - 1) near.push(cell + 1);
  if (row < rows - 1) near.push(cell + columns);
  if (column > 0) near.push(cell - 1);
  return near;
}

/** @template T @param {readonly T[]} list @param {() => number} random @returns {T} */
function pick(list, random) {
  return list[Math.floor(random() * list.length)];
}

/** @param {ReadonlyMap<number, number>} steps @param {number} cell */
function at(steps, cell) {
  return steps.get(cell) ?? -1;
}
