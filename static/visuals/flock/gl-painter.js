// WebGL painter of the flock: three draw calls a frame, however many phones.
// @ts-check
import { rgb } from "../_kit/colour.js";
import { program, texture } from "../_kit/gl.js";
import { PATCH_HEIGHT, PATCH_WIDTH, drawSheet } from "../_kit/mark-sheet.js";
import { fontReady } from "../_kit/type.js";
import { WORDS } from "./birds.js";
import { Haze, WORDS as HAZE_WORDS } from "./haze.js";
import { BIRD, BIRD_CORNERS, BIRD_VERTEX, ROW, SKY, SKY_VERTEX, SPRITE, SPRITE_CORNERS, SPRITE_VERTEX } from "./shaders.js";

/** @import { Stage } from "../../js/display/stage/contract.js" */
/** @import { WordMask } from "../_kit/word-mask.js" */
/** @import { Birds } from "./birds.js" */
/** @import { FlowField } from "./flow-field.js" */
/** @import { SpriteBatch } from "./sprite-batch.js" */

const [MASK_UNIT, SHEET_UNIT, THINGS_UNIT] = [0, 1, 2]; // of textures
const ROWFUL = (ROW * 4) / WORDS; // things in a row of texels

/** @typedef {{paint: (air: FlowField, birds: Birds, stamps: SpriteBatch, mask: WordMask) => void, close: () => void}} Painter */

/** @implements {Painter} */
export class GlPainter {
  #stage;
  #gl;
  #programs;
  #textures;
  #haze = new Haze();
  #told = "";
  #isOpen = true;

  /** @param {Stage} stage @param {WebGL2RenderingContext} gl */
  constructor(stage, gl) {
    this.#stage = stage;
    this.#gl = gl;
    this.#programs = {
      sky: program(gl, SKY_VERTEX, SKY),
      bird: program(gl, BIRD_VERTEX, BIRD),
      sprite: program(gl, SPRITE_VERTEX, SPRITE),
    };
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
    this.#textures = {
      mask: texture(gl, MASK_UNIT, gl.LINEAR, gl.LINEAR),
      sheet: texture(gl, SHEET_UNIT, gl.LINEAR_MIPMAP_LINEAR, gl.LINEAR),
      birds: texture(gl, THINGS_UNIT, gl.NEAREST, gl.NEAREST),
      sprites: texture(gl, THINGS_UNIT, gl.NEAREST, gl.NEAREST),
    };
    this.#describeHaze();
    this.#uploadSheet();
    fontReady().then(() => this.#isOpen && this.#uploadSheet());
  }

  /** @type {Painter["paint"]} */
  paint(field, birds, sprites, mask) {
    const gl = this.#gl;
    const { birds: flying, sprites: stamped } = this.#textures;
    const isDark = this.#stage.theme === "dark";
    gl.viewport(0, 0, gl.drawingBufferWidth, gl.drawingBufferHeight);
    this.#tell(field);
    this.#uploadMask(mask);
    gl.disable(gl.BLEND);
    gl.useProgram(this.#programs.sky);
    this.#drawHaze(field, mask);
    gl.enable(gl.BLEND);
    gl.blendFunc(isDark ? gl.ONE : gl.DST_COLOR, isDark ? gl.ONE_MINUS_SRC_COLOR : gl.ZERO);
    gl.useProgram(this.#programs.bird);
    this.#draw(flying, birds.colours, birds.count, BIRD_CORNERS);
    gl.blendFunc(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA);
    gl.useProgram(this.#programs.sprite);
    this.#draw(stamped, sprites.colours, sprites.count, SPRITE_CORNERS);
  }

  close() {
    this.#isOpen = false;
  }

  /** What seldom changes. @param {FlowField} field */
  #tell({ width, height }) {
    const gl = this.#gl;
    const { palette, theme } = this.#stage;
    const news = `${width} ${height} ${theme}`;
    if (news === this.#told) return;
    this.#told = news;
    for (const which of Object.values(this.#programs)) {
      gl.useProgram(which);
      gl.uniform2f(gl.getUniformLocation(which, "size"), width, height);
      gl.uniform2f(gl.getUniformLocation(which, "cell"), PATCH_WIDTH, PATCH_HEIGHT);
      gl.uniform1i(gl.getUniformLocation(which, "words"), MASK_UNIT);
      gl.uniform1i(gl.getUniformLocation(which, "sheet"), SHEET_UNIT);
      gl.uniform1i(gl.getUniformLocation(which, "things"), THINGS_UNIT);
      gl.uniform1f(gl.getUniformLocation(which, "stains"), theme === "dark" ? 0 : 1);
      gl.uniform3fv(gl.getUniformLocation(which, "ground"), rgb(palette.ground).map((part) => part / 255));
    }
  }

  /**
   * @param {WebGLTexture} to
   * @param {Uint32Array} words of the things, in whole rows
   * @param {number} count of things
   * @param {number} corners of each
   */
  #draw(to, words, count, corners) {
    const gl = this.#gl;
    const rows = Math.ceil(count / ROWFUL);
    gl.activeTexture(gl.TEXTURE0 + THINGS_UNIT);
    gl.bindTexture(gl.TEXTURE_2D, to);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA32UI, ROW, rows, 0, gl.RGBA_INTEGER, gl.UNSIGNED_INT, words.subarray(0, rows * ROW * 4));
    gl.drawArrays(gl.TRIANGLES, 0, corners * count);
  }

  #describeHaze() {
    const gl = this.#gl;
    gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, gl.createBuffer());
    gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 4 * HAZE_WORDS, 0);
    gl.vertexAttribPointer(1, 4, gl.UNSIGNED_BYTE, true, 4 * HAZE_WORDS, 8);
  }

  /** @param {FlowField} field @param {WordMask} mask */
  #drawHaze(field, mask) {
    const gl = this.#gl;
    const isNew = this.#haze.update(field, mask, this.#stage);
    const { data, triangles } = this.#haze;
    for (const place of [0, 1]) gl.enableVertexAttribArray(place);
    gl.bufferData(gl.ARRAY_BUFFER, data, gl.STREAM_DRAW);
    if (isNew) gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, triangles, gl.STATIC_DRAW);
    gl.drawElements(gl.TRIANGLES, triangles.length, gl.UNSIGNED_SHORT, 0);
    for (const place of [0, 1]) gl.disableVertexAttribArray(place);
  }

  #uploadSheet() {
    const gl = this.#gl;
    gl.activeTexture(gl.TEXTURE0 + SHEET_UNIT);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, drawSheet(this.#stage.outline));
    gl.generateMipmap(gl.TEXTURE_2D);
  }

  /** @param {WordMask} mask */
  #uploadMask(mask) {
    if (!mask.changed) return;
    mask.changed = false;
    const gl = this.#gl;
    gl.activeTexture(gl.TEXTURE0 + MASK_UNIT);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.R8, mask.columns, mask.rows, 0, gl.RED, gl.UNSIGNED_BYTE, mask.bytes);
  }
}
