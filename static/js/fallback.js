// Message where the page's modules can't run: a classic script in ECMAScript 5.
// @ts-check
(function () {
  "use strict";
  var SLOW_MS = 3000; // without the modules, after which the page says that they are still on their way
  var root = document.documentElement;
  var place = document.querySelector("[data-too-old]");
  if (!place) return;

  if (!("noModule" in document.createElement("script"))) {
    say("data-too-old");
    return;
  }
  // On the window and while capturing: a file that does not arrive is told to its element alone.
  window.addEventListener("error", hear, true);
  window.addEventListener("load", function () { say("data-incomplete"); }); // modules have run by then, or never will
  setTimeout(function () { if (!isOver()) write("data-loading"); }, SLOW_MS);

  /** @param {ErrorEvent} event */
  function hear(event) {
    var element = event.target;
    if (element instanceof HTMLScriptElement) say("data-incomplete");
    else if (element === window && event.message) say(/SyntaxError/.test(event.message) ? "data-too-old" : "data-incomplete");
  }

  /** @param {string} sentence the name of the attribute that holds it */
  function say(sentence) {
    if (isOver()) return;
    root.setAttribute("data-broken", "");
    if (place) place.setAttribute("role", "alert");
    write(sentence);
  }

  function isOver() { // the modules speak for themselves, or the first cause is told
    return root.hasAttribute("data-runs") || root.hasAttribute("data-broken");
  }

  /** @param {string} sentence the name of the attribute that holds it */
  function write(sentence) {
    if (place) place.textContent = place.getAttribute(sentence);
  }
})();
