// Paints the flock with WebGL: three draws a frame, however many phones.
// @ts-check
import { WORDS as BIRD_WORDS } from "./birds.js";
import { rgb } from "./colour.js";
import { instances, program, texture } from "./gl.js";
import { BIRD, BIRD_VERTEX, CORNERS, SKY, SKY_VERTEX, STAMP, STAMP_VERTEX } from "./shaders.js";
import { PATCH_HEIGHT, PATCH_WIDTH, drawSheet, fontReady } from "./sheet.js";
import { WORDS as STAMP_WORDS } from "./stamps.js";
import { CELL } from "./air.js";

/** @import { Stage } from "../../js/display/visual.js" */
/** @import { Air } from "./air.js" */
/** @import { Birds } from "./birds.js" */
/** @import { Stamps } from "./stamps.js" */
/** @import { Words } from "./words.js" */

const HAZE = { dark: 0.011, bright: 0.007 }; // of a bird's colour
const [WORDS_UNIT, SHEET_UNIT, HAZE_UNIT] = [0, 1, 2]; // of textures

/** @typedef {{paint: (air: Air, birds: Birds, stamps: Stamps, words: Words) => void, close: () => void}} Painter */

/** @implements {Painter} */
export class GlPainter {
  #stage;
  #gl;
  #sky;
  #bird;
  #stamp;
  #birds;
  #stamps;
  #textures;
  #haze = new Uint8Array(0);
  #isOpen = true;

  /** @param {Stage} stage @param {WebGL2RenderingContext} gl */
  constructor(stage, gl) {
    this.#stage = stage;
    this.#gl = gl;
    this.#sky = program(gl, SKY_VERTEX, SKY);
    this.#bird = program(gl, BIRD_VERTEX, BIRD);
    this.#stamp = program(gl, STAMP_VERTEX, STAMP);
    this.#birds = instances(gl, BIRD_WORDS, [2, 2, 2, 1, 0]);
    this.#stamps = instances(gl, STAMP_WORDS, [2, 2, 2, 0]);
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
    this.#textures = [gl.LINEAR, gl.LINEAR_MIPMAP_LINEAR, gl.LINEAR].map((smaller) => texture(gl, smaller));
    this.#textures.forEach((each, unit) => {
      gl.activeTexture(gl.TEXTURE0 + unit);
      gl.bindTexture(gl.TEXTURE_2D, each);
    });
    this.#uploadSheet();
    fontReady().then(() => this.#isOpen && this.#uploadSheet());
  }

  /** @type {Painter["paint"]} */
  paint(air, birds, stamps, words) {
    const gl = this.#gl;
    const isDark = this.#stage.theme === "dark";
    gl.viewport(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight);
    this.#uploadWords(words);
    this.#uploadHaze(air);
    gl.disable(gl.BLEND);
    this.#use(this.#sky, air);
    gl.drawArrays(gl.TRIANGLE_STRIP, 0, 4);
    gl.enable(gl.BLEND);
    gl.blendFunc(isDark ? gl.ONE : gl.DST_COLOR, isDark ? gl.ONE_MINUS_SRC_COLOR : gl.ZERO);
    this.#use(this.#bird, air);
    this.#draw(this.#birds, birds.data, CORNERS, birds.count);
    gl.blendFunc(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA);
    this.#use(this.#stamp, air);
    this.#draw(this.#stamps, stamps.data, 4, stamps.count);
  }

  close() {
    this.#isOpen = false;
    this.#gl.getExtension("WEBGL_lose_context")?.loseContext();
  }

  /** @param {WebGLProgram} which @param {Air} air */
  #use(which, { width, height, columns, rows }) {
    const gl = this.#gl;
    const { palette, theme } = this.#stage;
    gl.useProgram(which);
    gl.uniform2f(gl.getUniformLocation(which, "size"), width, height);
    gl.uniform2f(gl.getUniformLocation(which, "cell"), PATCH_WIDTH, PATCH_HEIGHT);
    gl.uniform4f(gl.getUniformLocation(which, "grid"), width / CELL / columns, height / CELL / rows, 0.5 / columns, 0.5 / rows);
    gl.uniform1i(gl.getUniformLocation(which, "words"), WORDS_UNIT);
    gl.uniform1i(gl.getUniformLocation(which, "sheet"), SHEET_UNIT);
    gl.uniform1i(gl.getUniformLocation(which, "haze"), HAZE_UNIT);
    gl.uniform1f(gl.getUniformLocation(which, "stains"), theme === "dark" ? 0 : 1);
    gl.uniform3fv(gl.getUniformLocation(which, "ground"), rgb(palette.ground).map((part) => part / 255));
  }

  /** @param {ReturnType<typeof instances>} kind @param {Float32Array} data @param {number} corners @param {number} count */
  #draw({ array, buffer }, data, corners, count) {
    const gl = this.#gl;
    gl.bindVertexArray(array);
    gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
    gl.bufferData(gl.ARRAY_BUFFER, data, gl.STREAM_DRAW);
    gl.drawArraysInstanced(gl.TRIANGLE_STRIP, 0, corners, count);
  }

  #uploadSheet() {
    const gl = this.#gl;
    gl.activeTexture(gl.TEXTURE0 + SHEET_UNIT);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, drawSheet(this.#stage.outline));
    gl.generateMipmap(gl.TEXTURE_2D);
  }

  /** @param {Words} words */
  #uploadWords(words) {
    if (!words.changed) return;
    words.changed = false;
    const gl = this.#gl;
    gl.activeTexture(gl.TEXTURE0 + WORDS_UNIT);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.R8, words.columns, words.rows, 0, gl.RED, gl.UNSIGNED_BYTE, words.mask);
  }

  /** @param {Air} air */
  #uploadHaze({ colour, columns, rows }) {
    const gl = this.#gl;
    const isDark = this.#stage.theme === "dark";
    if (this.#haze.length !== colour.length) this.#haze = new Uint8Array(colour.length);
    // On a dark wall light is added; on paper what is left of white is taken.
    for (let cell = 0; cell < colour.length; cell += 3) {
      const most = Math.max(colour[cell], colour[cell + 1], colour[cell + 2]);
      for (let part = cell; part < cell + 3; part += 1) {
        const strength = isDark ? HAZE.dark * colour[part] : HAZE.bright * (1.15 * most - colour[part]);
        this.#haze[part] = 90 * (1 - Math.exp(-strength / 90));
      }
    }
    gl.activeTexture(gl.TEXTURE0 + HAZE_UNIT);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGB, columns, rows, 0, gl.RGB, gl.UNSIGNED_BYTE, this.#haze);
  }
}
