// Field of dust that brightens where a light is near. Draws, and knows nothing else.
// @ts-check
import { GROUND, OUTLINE } from "../shared/marks.js";

/** @import { Point } from "../shared/motion.js" */
/** @import { Shape } from "../protocol.js" */
/** @import { Theme } from "../shared/marks.js" */

/**
 * All lengths in CSS pixels, from the canvas's top left.
 * @typedef {object} Light
 * @property {number} x
 * @property {number} y
 * @property {string} paint a CSS colour
 * @property {Shape} shape
 * @property {number} power 0 to 1
 * @property {readonly Point[]} trail where it was, oldest first
 */

/** @typedef {{x: number, y: number, radius: number, strength: number, paint: string, gaps?: number}} Ring 0 to 1: strength, gaps */

const SPACING_PX = 23; // CSS pixels between two grains
const WANDER_PX = 7; // CSS pixels a grain may stand off its place, so that it looks strewn
const NEAR_PX = 78; // CSS pixels at which a light's shine on the dust has faded to 60 %
const BAND_PX = 16; // CSS pixels of dust that a ring lights up
const PUSH_PX = 7; // CSS pixels a grain gives way to a light
const GLOW_RADIUS_PX = 120; // CSS pixels of radius
const FIGURE_PX = 30; // CSS pixels of the figure's width
const SPRITE_PX = 256; // pixels
const RING_PIECES = 9; // of a ring that breaks
const MAX_PIXEL_RATIO = 2; // to a CSS pixel; more costs battery and shows nothing

export class Field {
  #canvas;
  #context;
  #theme;
  /** @type {Point[]} */ #dust = [];
  /** @type {Map<string, HTMLCanvasElement>} */ #glows = new Map();
  width = 0; // CSS pixels
  height = 0;

  /** @param {HTMLCanvasElement} canvas @param {Theme} theme */
  constructor(canvas, theme) {
    this.#canvas = canvas;
    this.#context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    this.#theme = theme;
  }

  /** Fit the canvas to the place it has in the page. */
  resize() {
    const { clientWidth, clientHeight } = this.#canvas;
    const ratio = Math.min(MAX_PIXEL_RATIO, devicePixelRatio);
    this.width = clientWidth;
    this.height = clientHeight;
    this.#canvas.width = Math.round(clientWidth * ratio);
    this.#canvas.height = Math.round(clientHeight * ratio);
    this.#context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.#dust = strew(clientWidth, clientHeight);
  }

  /**
   * @param {readonly Light[]} lights
   * @param {readonly Ring[]} [rings] travelling rings of light
   */
  paint(lights, rings = []) {
    this.#context.clearRect(0, 0, this.width, this.height);
    this.#context.globalCompositeOperation = this.#theme === "dark" ? "lighter" : "source-over";
    for (const light of lights) this.#shine(light);
    for (const grain of this.#dust) this.#grain(grain, lights, rings);
    for (const light of lights) this.#trail(light);
    for (const ring of rings) this.#ring(ring);
    for (const light of lights) this.#figure(light);
  }

  /**
   * A thin circle, for a thumb or a stick.
   * @param {Point & {radius: number, alpha: number, width: number}} circle
   */
  circle({ x, y, radius, alpha, width }) {
    const context = this.#context;
    context.globalAlpha = alpha;
    context.strokeStyle = GROUND[this.#theme].text;
    context.lineWidth = width;
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.stroke();
    context.globalAlpha = 1;
  }

  /** @param {Light} light */
  #shine({ x, y, paint, power }) {
    const context = this.#context;
    const glow = this.#glow(paint);
    context.globalAlpha = power * (this.#theme === "dark" ? 0.5 : 0.32);
    context.drawImage(glow, x - GLOW_RADIUS_PX, y - GLOW_RADIUS_PX, 2 * GLOW_RADIUS_PX, 2 * GLOW_RADIUS_PX);
    context.globalAlpha = power * (this.#theme === "dark" ? 0.85 : 0.4);
    context.drawImage(glow, x - GLOW_RADIUS_PX / 2.6, y - GLOW_RADIUS_PX / 2.6, GLOW_RADIUS_PX / 1.3, GLOW_RADIUS_PX / 1.3);
    context.globalAlpha = 1;
  }

  /** @param {Point} grain @param {readonly Light[]} lights @param {readonly Ring[]} rings */
  #grain(grain, lights, rings) {
    const context = this.#context;
    let lit = 0;
    /** @type {string} */
    let paint = GROUND[this.#theme].quiet;
    let { x, y } = grain;
    for (const light of lights) {
      const away = Math.hypot(grain.x - light.x, grain.y - light.y);
      const shine = light.power * Math.exp(-((away / NEAR_PX) ** 2) / 2);
      if (shine > lit) [lit, paint] = [shine, light.paint];
      x += ((grain.x - light.x) / (away + 1)) * shine * PUSH_PX;
      y += ((grain.y - light.y) / (away + 1)) * shine * PUSH_PX;
    }
    for (const ring of rings) {
      const off = Math.hypot(grain.x - ring.x, grain.y - ring.y) - ring.radius;
      const shine = ring.strength * Math.exp(-((off / BAND_PX) ** 2) / 2);
      if (shine > lit) [lit, paint] = [shine, ring.paint];
    }
    context.globalAlpha = lit < 0.04 ? 0.22 : 0.22 + 0.78 * lit;
    context.fillStyle = lit < 0.04 ? GROUND[this.#theme].quiet : paint;
    const size = 1.4 + 2.4 * lit;
    context.fillRect(x - size / 2, y - size / 2, size, size);
    context.globalAlpha = 1;
  }

  /** @param {Light} light */
  #trail({ x, y, paint, power, trail }) {
    const context = this.#context;
    context.strokeStyle = paint;
    context.lineCap = "round";
    const way = [...trail, { x, y }];
    for (let i = 1; i < way.length; i += 1) {
      const young = i / way.length;
      context.globalAlpha = power * young ** 2 * 0.5;
      context.lineWidth = 1 + 7 * young ** 2;
      context.beginPath();
      context.moveTo(way[i - 1].x, way[i - 1].y);
      context.lineTo(way[i].x, way[i].y);
      context.stroke();
    }
    context.globalAlpha = 1;
  }

  /** @param {Ring} ring */
  #ring({ x, y, radius, strength, paint, gaps = 0 }) {
    const context = this.#context;
    context.globalAlpha = 0.7 * strength;
    context.strokeStyle = paint;
    context.lineWidth = 1 + 3 * strength;
    if (gaps) context.setLineDash(pieces(radius, gaps));
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.stroke();
    context.setLineDash([]);
    context.globalAlpha = 1;
  }

  /** @param {Light} light its own shape: white-hot in the dark, its full colour on a bright ground */
  #figure({ x, y, paint, shape, power }) {
    const context = this.#context;
    const outline = new Path2D(OUTLINE[shape]);
    context.save();
    context.globalCompositeOperation = "source-over";
    context.globalAlpha = Math.min(1, 0.25 + power);
    context.translate(x, y);
    context.scale(FIGURE_PX / 24, FIGURE_PX / 24);
    context.translate(-12, -12);
    context.lineJoin = "round";
    context.strokeStyle = paint;
    context.lineWidth = 3;
    context.stroke(outline);
    context.fillStyle = this.#theme === "dark" ? "#fffdf6" : paint;
    context.fill(outline);
    context.restore();
  }

  /** @param {string} paint @returns {HTMLCanvasElement} a soft glow, drawn once: it fades to nothing, without an edge */
  #glow(paint) {
    const drawn = this.#glows.get(paint);
    if (drawn) return drawn;
    const glow = document.createElement("canvas");
    glow.width = glow.height = SPRITE_PX;
    const context = /** @type {CanvasRenderingContext2D} */ (glow.getContext("2d"));
    const half = SPRITE_PX / 2;
    const fade = context.createRadialGradient(half, half, 0, half, half, half);
    for (let i = 0; i <= 16; i += 1) {
      const away = i / 16;
      const alpha = Math.exp(-((away * 2.4) ** 2)) * (1 - away);
      fade.addColorStop(away, `${paint}${hex(alpha)}`);
    }
    context.fillStyle = fade;
    context.fillRect(0, 0, SPRITE_PX, SPRITE_PX);
    this.#glows.set(paint, glow);
    return glow;
  }
}

/** @param {number} radius CSS pixels @param {number} gaps 0 to 1 @returns {number[]} CSS pixels of a line and of the gap after it */
function pieces(radius, gaps) {
  const each = (2 * Math.PI * radius) / RING_PIECES;
  return [each * (1 - gaps), each * gaps];
}

/** @param {number} alpha 0 to 1 @returns {string} as the last two digits of #rrggbbaa */
function hex(alpha) {
  return Math.round(alpha * 255)
    .toString(16)
    .padStart(2, "0");
}

/**
 * Grains on a staggered grid, each a little off its place; always the same ones.
 * @param {number} width
 * @param {number} height
 * @returns {Point[]}
 */
function strew(width, height) {
  const dust = [];
  for (let row = 0; row * SPACING_PX < height + SPACING_PX; row += 1) {
    for (let column = 0; column * SPACING_PX < width + SPACING_PX; column += 1) {
      const stagger = row % 2 ? SPACING_PX / 2 : 0;
      const seed = row * 131 + column * 17;
      dust.push({
        x: column * SPACING_PX - stagger + (chance(seed) - 0.5) * WANDER_PX,
        y: row * SPACING_PX + (chance(seed + 7) - 0.5) * WANDER_PX,
      });
    }
  }
  return dust;
}

/** @param {number} seed @returns {number} 0 to 1, always the same for the same seed */
function chance(seed) {
  const wild = Math.sin(seed * 12.9898) * 43758.5453;
  return wild - Math.floor(wild);
}
