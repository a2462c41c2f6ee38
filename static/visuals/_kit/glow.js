// Glow sprite for a plain canvas: a soft disc of one colour, to be drawn at any size.
// @ts-check

const SIDE = 128; // pixels

/**
 * Paint the sprite; keep it, a gradient is slow.
 * @param {string} colour "#RRGGBB"
 * @param {number} [steps] straight pieces of its cubic fall-off
 * @returns {OffscreenCanvas} for `pen.drawImage`
 */
export function glowSprite(colour, steps = 8) {
  const canvas = new OffscreenCanvas(SIDE, SIDE);
  const pen = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext("2d"));
  const gradient = pen.createRadialGradient(SIDE / 2, SIDE / 2, 0, SIDE / 2, SIDE / 2, SIDE / 2);
  for (let step = 0; step <= steps; step += 1) {
    const strength = Math.round(255 * (1 - step / steps) ** 3);
    gradient.addColorStop(step / steps, `${colour}${strength.toString(16).padStart(2, "0")}`);
  }
  pen.fillStyle = gradient;
  pen.fillRect(0, 0, SIDE, SIDE);
  return canvas;
}
