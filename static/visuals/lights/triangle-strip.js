// Triangle strip for WebGL, written anew every frame.
// @ts-check

const WORDS = 5; // of 4 bytes a corner: x, y, u, v, colour
export const STRIDE = 4 * WORDS; // bytes

/** One triangle strip; pieces that don't touch are joined by triangles without area. Grows as needed. */
export class TriangleStrip {
  floats = new Float32Array(4096 * WORDS);
  colours = new Uint32Array(this.floats.buffer); // the same bytes
  #lifted = true;
  corners = 0;

  /** @returns {Float32Array} as much of it as is written */
  get data() {
    return this.floats.subarray(0, this.corners * WORDS);
  }

  clear() {
    this.corners = 0;
    this.#lifted = true;
  }

  /** What follows does not touch what came before. */
  lift() {
    this.#lifted = true;
  }

  /**
   * @param {number} x CSS pixels
   * @param {number} y
   * @param {number} u what the shader makes of the place
   * @param {number} v
   * @param {number} colour of `packed`
   */
  corner(x, y, u, v, colour) {
    if (this.#lifted && this.corners > 0) {
      this.#repeat();
      this.#put(x, y, u, v, colour);
    }
    this.#lifted = false;
    this.#put(x, y, u, v, colour);
  }

  /**
   * A square, u and v from −1 to 1.
   * @param {number} x its middle
   * @param {number} y
   * @param {number} radius half its side
   * @param {number} colour
   */
  disc(x, y, radius, colour) {
    this.lift();
    this.corner(x - radius, y - radius, -1, -1, colour);
    this.corner(x + radius, y - radius, 1, -1, colour);
    this.corner(x - radius, y + radius, -1, 1, colour);
    this.corner(x + radius, y + radius, 1, 1, colour);
    this.lift();
  }

  /**
   * Room for corners that go on from the last one.
   * @param {number} corners
   * @returns {number} where to write the first, in `floats` and `colours`
   */
  goOn(corners) {
    const at = this.corners * WORDS;
    this.corners += corners;
    if (this.corners * WORDS > this.floats.length) this.#grow();
    return at;
  }

  #repeat() {
    const at = this.goOn(1);
    this.floats.copyWithin(at, at - WORDS, at);
  }

  /** @param {number} x @param {number} y @param {number} u @param {number} v @param {number} colour */
  #put(x, y, u, v, colour) {
    const at = this.goOn(1);
    this.floats[at] = x;
    this.floats[at + 1] = y;
    this.floats[at + 2] = u;
    this.floats[at + 3] = v;
    this.colours[at + 4] = colour;
  }

  #grow() {
    const more = new Float32Array(2 * this.floats.length);
    new Uint32Array(more.buffer).set(this.colours);
    this.floats = more;
    this.colours = new Uint32Array(more.buffer);
  }
}
