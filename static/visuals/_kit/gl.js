// WebGL 2 set-up: context, programs and textures.
// @ts-check

/**
 * @param {HTMLCanvasElement} canvas
 * @returns {WebGL2RenderingContext | null} null where the computer has none: draw on a plain canvas there
 */
export function webgl2(canvas) {
  return canvas.getContext("webgl2", { alpha: false, antialias: false, depth: false });
}

/**
 * Compile and link two shaders.
 * @param {WebGL2RenderingContext} gl
 * @param {string} vertex GLSL, from `#version 300 es` on
 * @param {string} fragment
 * @returns {WebGLProgram}
 * @throws {Error} with the driver's words if it refuses them
 */
export function program(gl, vertex, fragment) {
  const made = gl.createProgram();
  for (const [kind, source] of /** @type {const} */ ([[gl.VERTEX_SHADER, vertex], [gl.FRAGMENT_SHADER, fragment]])) {
    const shader = /** @type {WebGLShader} */ (gl.createShader(kind));
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(made, shader);
  }
  gl.linkProgram(made);
  if (!gl.getProgramParameter(made, gl.LINK_STATUS) && !gl.isContextLost()) {
    throw new Error(`The graphics driver refused a shader: ${gl.getProgramInfoLog(made)}`);
  }
  return made;
}

/**
 * Make a texture that ends at its edges, and bind it.
 * @param {WebGL2RenderingContext} gl
 * @param {number} unit 0 to 15: the texture unit it is bound to
 * @param {number} smaller filter where it is drawn smaller, such as `gl.LINEAR`
 * @param {number} larger filter where it is drawn larger
 * @returns {WebGLTexture} without a picture yet
 */
export function texture(gl, unit, smaller, larger) {
  const made = gl.createTexture();
  gl.activeTexture(gl.TEXTURE0 + unit);
  gl.bindTexture(gl.TEXTURE_2D, made);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, smaller);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, larger);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
  return made;
}
