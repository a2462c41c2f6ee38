// FLIP animation: an element travels to its new place in the layout.
// @ts-check

const SPRING = { duration: 300, easing: "cubic-bezier(0.22, 1, 0.36, 1)" }; // milliseconds; as --spring in display.css

/**
 * FLIP: the layout changes at once, and a transform shows the way. The element's transform-origin is its top left.
 * @param {Element} element
 * @param {() => void} change of the layout
 */
export function travel(element, change) {
  const from = element.getBoundingClientRect();
  for (const running of element.getAnimations()) running.cancel();
  change();
  const to = element.getBoundingClientRect();
  if (!to.width || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  const back = `translate(${from.x - to.x}px, ${from.y - to.y}px) scale(${from.width / to.width})`;
  element.animate({ transform: [back, "none"] }, SPRING);
}
