// Paints lights with WebGL: three draws a frame, however many phones.
// @ts-check
import { rgb } from "./colour.js";
import { program, texture } from "./gl.js";
import { Mesh, STRIDE, packed } from "./mesh.js";
import { addRibbon } from "./ribbon.js";
import { GLOW, SPRITE, STROKE } from "./shaders.js";
import { FIGURE_MARGIN, FIGURE_STEP, MARK_MARGIN, drawSheet, figurePatch, fontReady, markPatch, sparkPatch } from "./sheet.js";

/** @import { Stage } from "../../js/display/stage/contract.js" */
/** @import { Shape } from "../../js/protocol.js" */
/** @import { Light } from "./light.js" */
/** @import { Patch } from "./sheet.js" */
/** @import { Words } from "./words.js" */

const HEAT = { dark: 0.75, bright: 0.3 }; // how white, or how black, the heart of a line is

/** @typedef {readonly [red: number, green: number, blue: number]} Paint 0 to 255 each */

/**
 * What can be painted, by WebGL or without. Places and sizes in CSS pixels, strength 0 to 1.
 * @typedef {object} Painter
 * @property {() => void} begin
 * @property {(light: Light, radius: number, paint: Paint, strength: number, now: number) => void} line
 * @property {(x: number, y: number, radius: number, paint: Paint, strength: number) => void} glow
 * @property {(shape: Shape, x: number, y: number, size: number, turned: number, paint: Paint, strength: number) => void} mark
 * @property {Painter["mark"]} spark a mark that flies: without a rim
 * @property {(value: number, x: number, y: number, size: number, paint: Paint, strength: number) => void} number
 * @property {(words: Words) => void} end
 */

/** @implements {Painter} */
export class GlPainter {
  #stage;
  #gl;
  #lines = new Mesh();
  #glows = new Mesh();
  #sprites = new Mesh();
  #programs;
  #buffer;
  #sheet;
  #words;

  /**
   * @param {Stage} stage
   * @param {WebGL2RenderingContext} gl
   */
  constructor(stage, gl) {
    this.#stage = stage;
    this.#gl = gl;
    this.#programs = { line: program(gl, STROKE), glow: program(gl, GLOW), sprite: program(gl, SPRITE) };
    this.#buffer = gl.createBuffer();
    this.#describe();
    this.#words = texture(gl, gl.LINEAR);
    this.#sheet = texture(gl, gl.LINEAR_MIPMAP_LINEAR);
    this.#uploadSheet();
    fontReady().then(() => this.#uploadSheet());
  }

  begin() {
    for (const mesh of [this.#lines, this.#glows, this.#sprites]) mesh.clear();
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
    const figures = String(value);
    const step = size * FIGURE_STEP;
    for (let i = 0; i < figures.length; i += 1) {
      const middle = x + (i - (figures.length - 1) / 2) * step;
      this.#sprite(figurePatch(Number(figures[i])), middle, y, (size * FIGURE_MARGIN) / 2, 0, packed(paint, strength));
    }
  }

  /** @type {Painter["end"]} */
  end(words) {
    const gl = this.#gl;
    const isDark = this.#stage.theme === "dark";
    gl.viewport(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight);
    const [red, green, blue] = rgb(this.#stage.palette.ground);
    gl.clearColor(red / 255, green / 255, blue / 255, 1);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.enable(gl.BLEND);
    this.#uploadWords(words);
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

  /** @param {Words} words */
  #uploadWords(words) {
    const gl = this.#gl;
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, this.#words);
    if (!words.changed) return;
    words.changed = false;
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.R8, words.columns, words.rows, 0, gl.RED, gl.UNSIGNED_BYTE, words.mask);
  }

  /** @param {WebGLProgram} which @param {Mesh} mesh */
  #draw(which, mesh) {
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
    gl.bufferData(gl.ARRAY_BUFFER, mesh.data, gl.STREAM_DRAW);
    gl.drawArrays(gl.TRIANGLE_STRIP, 0, mesh.corners);
  }
}

/** @param {string} colour @returns {[number, number, number]} 0 to 1 each */
function unitOf(colour) {
  const [red, green, blue] = rgb(colour);
  return [red / 255, green / 255, blue / 255];
}
