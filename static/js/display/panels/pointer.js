// Hides the pointer while it rests over the picture.
// @ts-check

const RESTS = 3000; // milliseconds until it hides

export function hideRestingPointer() {
  let resting = 0;
  const wait = () => {
    delete document.body.dataset.idle;
    clearTimeout(resting);
    resting = window.setTimeout(() => (document.body.dataset.idle = ""), RESTS);
  };
  wait(); // a screen that starts by itself has no hand to move it
  document.addEventListener("pointermove", wait);
}
