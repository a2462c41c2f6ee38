// A pointer that rests is in the way of the picture.
// @ts-check

const RESTS = 3000; // milliseconds until it hides

export function hideRestingPointer() {
  let resting = 0;
  document.addEventListener("pointermove", () => {
    delete document.body.dataset.idle;
    clearTimeout(resting);
    resting = window.setTimeout(() => (document.body.dataset.idle = ""), RESTS);
  });
}
