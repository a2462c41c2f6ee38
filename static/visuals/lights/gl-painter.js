// WebGL painter of lights: three draw calls a frame, however many phones.
// @ts-check
import { packed, rgb } from "../_kit/colour.js";
import { program, texture } from "../_kit/gl.js";
import { DIGIT_MARGIN, DIGIT_STEP, MARK_MARGIN, digitPatch, drawSheet, markPatch, sparkPatch } from "../_kit/mark-sheet.js";
import { fontReady } from "../_kit/type.js";
import { addRibbon } from "./ribbon.js";
import { GLOW, SPRITE, STROKE, VERTEX } from "./shaders.js";
import { TriangleStrip, STRIDE } from "./triangle-strip.js";

/** @import { Stage } from "../../js/display/stage/contract.js" */
/** @import { Shape } from "../../js/protocol.js" */
/** @import { Rgb } from "../_kit/colour.js" */
/** @import { Patch } from "../_kit/mark-sheet.js" */
/** @import { WordMask } from "../_kit/word-mask.js" */
/** @import { Light } from "./light.js" */

const HEAT = { dark: 0.75, bright: 0.3 }; // how white, or how black, the heart of a line is

/**
 * What can be painted, by WebGL or without. Places and sizes in CSS pixels, strength 0 to 1.
 * @typedef {object} Painter
 * @property {() => void} begin
 * @property {(light: Light, radius: number, paint: Rgb, strength: number, now: number) => void} line
 * @property {(x: number, y: number, radius: number, paint: Rgb, strength: number) => void} glow
 * @property {(shape: Shape, x: number, y: number, size: number, turned: number, paint: Rgb, strength: number) => void} mark
 * @property {Painter["mark"]} spark a mark that flies: without a rim
 * @property {(value: number, x: number, y: number, size: number, paint: Rgb, strength: number) => void} number
 * @property {(mask: WordMask) => void} end
 */

/** @implements {Painter} */
export class GlPainter {
  #stage;
  #gl;
  #lines = new TriangleStrip();
  #glows = new TriangleStrip();
  #sprites = new TriangleStrip();
  #programs;
  #buffer;
  #sheet;
  #mask;

  /**
   * @param {Stage} stage
   * @param {WebGL2RenderingContext} gl
   */
  constructor(stage, gl) {
    this.#stage = stage;
    this.#gl = gl;
    this.#programs = { line: program(gl, VERTEX, STROKE), glow: program(gl, VERTEX, GLOW), sprite: program(gl, VERTEX, SPRITE) };
    this.#buffer = gl.createBuffer();
    this.#describe();
    this.#mask = texture(gl, 0, gl.LINEAR, gl.LINEAR);
    this.#sheet = texture(gl, 1, gl.LINEAR_MIPMAP_LINEAR, gl.LINEAR);
    this.#uploadSheet();
    fontReady().then(() => this.#uploadSheet());
  }

  begin() {
    for (const strip of [this.#lines, this.#glows, this.#sprites]) strip.clear();
  }

  /** @type {Painter["line"]} */
  line(light, radius, paint, strength, now) {
    addRibbon(this.#lines, light, radius, paint, strength, now);
  }

  /** @type {Painter["glow"]} */
  glow(x, y, radius, paint, strength) {
    this.#glows.disc(x, y, radius, packed(paint, strength));
  }

  /** @type {Painter["mark"]} */
  mark(shape, x, y, size, turned, paint, strength) {
    this.#sprite(markPatch(shape), x, y, (size * MARK_MARGIN) / 2, turned, packed(paint, strength));
  }

  /** @type {Painter["spark"]} */
  spark(shape, x, y, size, turned, paint, strength) {
    this.#sprite(sparkPatch(shape), x, y, (size * MARK_MARGIN) / 2, turned, packed(paint, strength));
  }

  /** @type {Painter["number"]} */
  number(value, x, y, size, paint, strength) {
    const digits = String(value);
    const step = size * DIGIT_STEP;
    for (let i = 0; i < digits.length; i += 1) {
      const middle = x + (i - (digits.length - 1) / 2) * step;
      this.#sprite(digitPatch(Number(digits[i])), middle, y, (size * DIGIT_MARGIN) / 2, 0, packed(paint, strength));
    }
  }

  /** @type {Painter["end"]} */
  end(mask) {
    const gl = this.#gl;
    const isDark = this.#stage.theme === "dark";
    gl.viewport(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight);
    const [red, green, blue] = rgb(this.#stage.palette.ground);
    gl.clearColor(red / 255, green / 255, blue / 255, 1);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.enable(gl.BLEND);
    this.#uploadMask(mask);
    gl.blendEquation(isDark ? gl.MAX : gl.MIN);
    this.#draw(this.#programs.line, this.#lines);
    gl.blendEquation(gl.FUNC_ADD);
    gl.blendFunc(isDark ? gl.ONE : gl.DST_COLOR, isDark ? gl.ONE : gl.ZERO);
    this.#draw(this.#programs.glow, this.#glows);
    gl.blendFunc(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA);
    this.#draw(this.#programs.sprite, this.#sprites);
  }

  /** @param {Patch} patch @param {number} x @param {number} y @param {number} half @param {number} turned @param {number} colour */
  #sprite([left, top, right, bottom], x, y, half, turned, colour) {
    const [ax, ay] = [half * Math.cos(turned), half * Math.sin(turned)]; // half its upper edge
    this.#sprites.lift();
    this.#sprites.corner(x - ax + ay, y - ay - ax, left, top, colour);
    this.#sprites.corner(x + ax + ay, y + ay - ax, right, top, colour);
    this.#sprites.corner(x - ax - ay, y - ay + ax, left, bottom, colour);
    this.#sprites.corner(x + ax - ay, y + ay + ax, right, bottom, colour);
  }

  #describe() {
    const gl = this.#gl;
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffer);
    for (const place of [0, 1, 2]) gl.enableVertexAttribArray(place);
    gl.vertexAttribPointer(0, 2, gl.FLOAT, false, STRIDE, 0);
    gl.vertexAttribPointer(1, 2, gl.FLOAT, false, STRIDE, 8);
    gl.vertexAttribPointer(2, 4, gl.UNSIGNED_BYTE, true, STRIDE, 16);
  }

  #uploadSheet() {
    const gl = this.#gl;
    gl.activeTexture(gl.TEXTURE1);
    gl.bindTexture(gl.TEXTURE_2D, this.#sheet);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, drawSheet(this.#stage.outline));
    gl.generateMipmap(gl.TEXTURE_2D);
  }

  /** @param {WordMask} mask */
  #uploadMask(mask) {
    const gl = this.#gl;
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, this.#mask);
    if (!mask.changed) return;
    mask.changed = false;
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.R8, mask.columns, mask.rows, 0, gl.RED, gl.UNSIGNED_BYTE, mask.bytes);
  }

  /** @param {WebGLProgram} which @param {TriangleStrip} strip */
  #draw(which, strip) {
    const gl = this.#gl;
    const { width, height, palette, theme } = this.#stage;
    gl.useProgram(which);
    gl.uniform2f(gl.getUniformLocation(which, "size"), width, height);
    gl.uniform1i(gl.getUniformLocation(which, "words"), 0);
    gl.uniform1i(gl.getUniformLocation(which, "sheet"), 1);
    gl.uniform1f(gl.getUniformLocation(which, "stains"), theme === "dark" ? 0 : 1);
    gl.uniform1f(gl.getUniformLocation(which, "heat"), HEAT[theme]);
    gl.uniform3fv(gl.getUniformLocation(which, "ground"), unitOf(palette.ground));
    gl.uniform3fv(gl.getUniformLocation(which, "heart"), unitOf(palette.text));
    gl.bufferData(gl.ARRAY_BUFFER, strip.data, gl.STREAM_DRAW);
    gl.drawArrays(gl.TRIANGLE_STRIP, 0, strip.corners);
  }
}

/** @param {string} colour @returns {[number, number, number]} 0 to 1 each */
function unitOf(colour) {
  const [red, green, blue] = rgb(colour);
  return [red / 255, green / 255, blue / 255];
}
