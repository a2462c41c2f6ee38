// WebGL's long-winded parts.
// @ts-check

/**
 * @param {WebGL2RenderingContext} gl
 * @param {string} vertex
 * @param {string} fragment
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
    throw new Error(`The graphics driver refused a shader of flock: ${gl.getProgramInfoLog(made)}`);
  }
  return made;
}

/**
 * @param {WebGL2RenderingContext} gl
 * @param {number} smaller how it is read where it is drawn smaller
 */
export function texture(gl, smaller) {
  const made = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, made);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, smaller);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
  return made;
}

/**
 * Things of one kind, each drawn once from its own words in a buffer.
 * @param {WebGL2RenderingContext} gl
 * @param {number} words of 4 bytes each
 * @param {readonly number[]} parts words of each attribute in turn; 0: four bytes, a colour
 */
export function instances(gl, words, parts) {
  const array = gl.createVertexArray();
  const buffer = gl.createBuffer();
  gl.bindVertexArray(array);
  gl.bindBuffer(gl.ARRAY_BUFFER, buffer);
  let at = 0;
  parts.forEach((part, place) => {
    gl.enableVertexAttribArray(place);
    gl.vertexAttribPointer(place, part || 4, part ? gl.FLOAT : gl.UNSIGNED_BYTE, part === 0, 4 * words, 4 * at);
    gl.vertexAttribDivisor(place, 1);
    at += part || 1;
  });
  return { array, buffer };
}
