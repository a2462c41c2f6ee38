// Presets for the wall: names of phrases, and pictures as paths in a box of 24 × 24.
// @ts-check

/** @typedef {{fill: string, line?: string, eye?: string}} Picture eye: what shows the paper */

export const PHRASES = Object.freeze(["hello", "thanks", "bravo", "question", "slower", "again"]);

/** @type {Readonly<Record<string, Picture>>} */
export const DRAWN = Object.freeze({
  heart: { fill: "M12 21.4C5 15.8 1.8 12.2 1.8 8.2A5.4 5.4 0 0 1 12 5.6a5.4 5.4 0 0 1 10.2 2.6c0 4-3.2 7.6-10.2 13.2z" },
  sun: {
    fill: "M12 6.6a5.4 5.4 0 1 1 0 10.8a5.4 5.4 0 1 1 0-10.8z",
    line: "M12 1.2v2.6M12 20.2v2.6M1.2 12h2.6M20.2 12h2.6M4.4 4.4l1.8 1.8M17.8 17.8l1.8 1.8M4.4 19.6l1.8-1.8M17.8 6.2l1.8-1.8",
  },
  flower: {
    fill: "M12 1.2a3.3 3.3 0 0 1 3.2 4a3.3 3.3 0 0 1 2 6.1a3.3 3.3 0 0 1-5.2 3.7a3.3 3.3 0 0 1-5.2-3.7a3.3 3.3 0 0 1 2-6.1a3.3 3.3 0 0 1 3.2-4z",
    line: "M12 15.5v7.3M12 20.8c2.6 0 4.4-1.1 5.4-3.3",
    eye: "M12 6.5a2.1 2.1 0 1 1 0 4.2a2.1 2.1 0 1 1 0-4.2z",
  },
  fish: { fill: "M1.5 12C5.2 5.8 12.3 5 16.8 10L22.5 6v12l-5.7-4C12.3 19 5.2 18.2 1.5 12z", eye: "M6.8 9.6a1.2 1.2 0 1 1 0 2.4a1.2 1.2 0 1 1 0-2.4z" },
  boat: { fill: "M1.5 16.2h21L19 22H5zM11 1.5v13H3.5zM13 5l6.8 9.5H13z" },
  tree: { fill: "M12 1.2l5.2 6.6h-2.6l4.2 5.4h-3l4.7 5.8H3.5l4.7-5.8h-3l4.2-5.4H6.8z", line: "M12 19v4" },
});

export const PICTURES = Object.freeze(Object.keys(DRAWN));
