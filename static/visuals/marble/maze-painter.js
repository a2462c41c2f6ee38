// Maze painter: floor, goal and walls, painted once for each maze.
// @ts-check
import { THICK_CELLS } from "./walls.js";

/** @import { Stage } from "../../js/display/stage/contract.js" */
/** @import { MazeWorld } from "./maze-world.js" */
/** @import { Maze } from "./maze.js" */
/** @import { View } from "./view.js" */

const TALL = 0.016; // as far as a wall's top seems nearer than its foot
const SLICES = 10; // of a wall, from foot to top
const SHADE_CELLS = 0.13; // cells that a wall's shadow falls to the right and down
const ROUND_CELLS = THICK_CELLS / 2.4;
const SQUARES = 16; // of the goal's chequered ring
const RING = [0.23, 0.305, 0.38]; // cells: the goal's ring, of two rows
const SHINES_CELLS = 2.2; // cells round the goal

const PAINTS = {
  dark: { floor: "#131a26", edge: "#1b2433", side: "#333f54", top: ["#7d8ba6", "#66738d"], shade: "#0006", hole: "#05070b", light: "#f3f6fa" },
  bright: { floor: "#f1eee6", edge: "#ffffff", side: "#3e4858", top: ["#77839a", "#667188"], shade: "#0002", hole: "#14181f", light: "#ffffff" },
};

export class MazePainter {
  #stage;
  #under = document.createElement("canvas");
  #over = document.createElement("canvas");
  /** @type {readonly unknown[]} */ #painted = [];

  /** @param {Stage} stage */
  constructor(stage) {
    this.#stage = stage;
  }

  /**
   * @param {MazeWorld} world
   * @param {View} view
   * @returns {{under: HTMLCanvasElement, over: HTMLCanvasElement}} as large as the stage's canvas
   */
  look(world, view) {
    const { canvas, theme, width, height } = this.#stage;
    const wanted = [world, theme, canvas.width, canvas.height, width, height, view.x, view.y, view.unit];
    if (wanted.some((value, i) => value !== this.#painted[i])) {
      this.#paintFloor(this.#clean(this.#under), world, view);
      this.#paintWalls(this.#clean(this.#over), world, view);
      this.#painted = wanted;
    }
    return { under: this.#under, over: this.#over };
  }

  /** A canvas keeps its memory as long as it has a size. */
  close() {
    for (const canvas of [this.#under, this.#over]) canvas.width = canvas.height = 0;
  }

  /** @param {HTMLCanvasElement} canvas @returns {CanvasRenderingContext2D} */
  #clean(canvas) {
    canvas.width = this.#stage.canvas.width;
    canvas.height = this.#stage.canvas.height;
    return /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  }

  /** @param {CanvasRenderingContext2D} pen @param {MazeWorld} world @param {View} view */
  #paintFloor(pen, { maze, walls }, view) {
    const paint = PAINTS[this.#stage.theme];
    this.#stand(pen, view, 1);
    const ground = new Path2D();
    for (const cell of maze.cells) ground.rect(cell % maze.columns, Math.floor(cell / maze.columns), 1, 1);
    const light = pen.createLinearGradient(0, 0, maze.columns / 3, maze.rows);
    light.addColorStop(0, paint.edge);
    light.addColorStop(1, paint.floor);
    pen.fillStyle = light;
    pen.fill(ground);
    pen.save();
    pen.clip(ground);
    this.#paintShine(pen, maze);
    const shade = new Path2D();
    for (const { x, y, width, height } of walls) shade.roundRect(x + SHADE_CELLS, y + SHADE_CELLS, width, height, ROUND_CELLS);
    pen.fillStyle = paint.shade;
    pen.fill(shade);
    pen.restore();
    this.#paintGoal(pen, maze);
  }

  /** @param {CanvasRenderingContext2D} pen @param {Maze} maze */
  #paintShine(pen, maze) {
    const paint = PAINTS[this.#stage.theme];
    const { x, y } = maze.middle(maze.goal);
    const shine = pen.createRadialGradient(x, y, 0, x, y, SHINES_CELLS);
    for (const [far, strength] of [[0, "66"], [0.3, "33"], [0.6, "12"], [1, "00"]]) shine.addColorStop(Number(far), `${paint.light}${strength}`);
    pen.fillStyle = shine;
    pen.fillRect(x - SHINES_CELLS, y - SHINES_CELLS, 2 * SHINES_CELLS, 2 * SHINES_CELLS);
  }

  /** @param {CanvasRenderingContext2D} pen @param {Maze} maze */
  #paintGoal(pen, maze) {
    const paint = PAINTS[this.#stage.theme];
    const { x, y } = maze.middle(maze.goal);
    pen.fillStyle = paint.hole;
    pen.beginPath();
    pen.arc(x, y, RING[2], 0, 2 * Math.PI);
    pen.fill();
    pen.fillStyle = "#ffffff";
    for (let square = 0; square < SQUARES; square += 1) {
      const [inner, outer] = square % 2 ? [RING[0], RING[1]] : [RING[1], RING[2]];
      const [from, to] = [(2 * Math.PI * square) / SQUARES, (2 * Math.PI * (square + 1)) / SQUARES];
      pen.beginPath();
      pen.arc(x, y, outer, from, to);
      pen.arc(x, y, inner, to, from, true);
      pen.fill();
    }
    pen.lineWidth = 0.025;
    pen.strokeStyle = paint.hole;
    pen.beginPath();
    pen.arc(x, y, RING[2], 0, 2 * Math.PI);
    pen.stroke();
  }

  /** @param {CanvasRenderingContext2D} pen @param {MazeWorld} world @param {View} view */
  #paintWalls(pen, { maze, walls }, view) {
    const paint = PAINTS[this.#stage.theme];
    const all = new Path2D();
    for (const { x, y, width, height } of walls) all.roundRect(x, y, width, height, ROUND_CELLS);
    pen.fillStyle = paint.side;
    for (let slice = 0; slice < SLICES; slice += 1) {
      this.#stand(pen, view, 1 + (TALL * slice) / SLICES);
      pen.fill(all);
    }
    this.#stand(pen, view, 1 + TALL);
    const light = pen.createLinearGradient(0, 0, maze.columns / 2, maze.rows);
    paint.top.forEach((colour, i) => light.addColorStop(i, colour));
    pen.fillStyle = light;
    pen.fill(all);
  }

  /** Draw in cells, as seen from above the picture's middle. @param {CanvasRenderingContext2D} pen @param {View} view @param {number} near 1 on the floor */
  #stand(pen, { x, y, unit }, near) {
    const { ratio, width, height } = this.#stage;
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.translate(width / 2, height / 2);
    pen.scale(near, near);
    pen.translate(x - width / 2, y - height / 2);
    pen.scale(unit, unit);
  }
}
