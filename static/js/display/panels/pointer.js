// Hides the pointer while it rests over the picture.
// @ts-check

const HIDE_POINTER_AFTER_MS = 3000; // milliseconds until it hides

export function hideRestingPointer() {
  let resting = 0;
  const wait = () => {
    delete document.body.dataset.idle;
    clearTimeout(resting);
    resting = window.setTimeout(() => (document.body.dataset.idle = ""), HIDE_POINTER_AFTER_MS);
  };
  wait(); // a screen that starts by itself has no hand to move it
  document.addEventListener("pointermove", wait);
}
