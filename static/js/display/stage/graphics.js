// Release of graphics contexts (WebGL) that are no longer needed.
// @ts-check

/**
 * Let go of it now: browsers keep some sixteen on a page, and collect them late.
 * @param {HTMLCanvasElement} canvas that has served
 */
export function release(canvas) {
  if (canvas.getContext("2d")) return; // and where there was none, this one costs nothing
  const gl = canvas.getContext("webgl2") ?? canvas.getContext("webgl");
  gl?.getExtension("WEBGL_lose_context")?.loseContext();
}
