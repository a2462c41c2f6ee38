// Says what is wrong where the page's modules can't run. A classic script in ECMAScript 5, for browsers of any age.
// @ts-check
(function () {
  "use strict";
  var PATIENCE = 3000; // milliseconds after the page has loaded
  var place = document.querySelector("[data-too-old]");
  var root = document.documentElement;
  if (!place) return;

  // On the window and while capturing: a file that does not arrive is told to its element alone.
  window.addEventListener("error", hear, true);
  window.addEventListener("load", function () {
    var hasModules = "noModule" in document.createElement("script");
    setTimeout(function () { say(hasModules ? "data-incomplete" : "data-too-old"); }, hasModules ? PATIENCE : 0);
  });

  /** @param {ErrorEvent} event */
  function hear(event) {
    var element = event.target;
    if (element instanceof HTMLScriptElement) say("data-incomplete");
    else if (element === window && event.message) say(/SyntaxError/.test(event.message) ? "data-too-old" : "data-incomplete");
  }

  /** @param {string} sentence the name of the attribute that holds it */
  function say(sentence) {
    if (!place || root.hasAttribute("data-runs")) return; // the modules speak for themselves
    window.removeEventListener("error", hear, true); // the first cause is the one to tell
    if (!root.hasAttribute("data-broken")) place.textContent = place.getAttribute(sentence);
    root.setAttribute("data-broken", "");
  }
})();
