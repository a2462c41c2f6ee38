"""Ledger of what a page holds and must not leak, counted in the page and by the browser."""

from typing import Any

from tests.support.pages import Opened

KEEP = """
window.held = (() => {
  const contexts = new Set(), sounds = new Set(), frames = new Set(), timers = new Set();
  const living = (kept) => [...kept].map((one) => one.deref()).filter((one) => one !== undefined);
  const note = (kept, one) => (kept.add(new WeakRef(one)), one);

  for (const Canvas of [HTMLCanvasElement, OffscreenCanvas]) {
    const take = Canvas.prototype.getContext;
    const seen = new WeakSet();
    Canvas.prototype.getContext = function (...how) {
      const context = take.apply(this, how);
      if (!/webgl/.test(how[0]) || !context || seen.has(context)) return context;
      seen.add(context);
      return note(contexts, context);
    };
  }

  const construct = (Kind, given, as) => note(sounds, Reflect.construct(Kind, given, as));
  for (const name of Object.getOwnPropertyNames(window)) {
    const Kind = /^(Audio|.*Node$|.*AudioContext$)/.test(name) && window[name];
    const isSound = Kind && (Kind.prototype instanceof AudioNode || Kind.prototype instanceof BaseAudioContext);
    if (isSound) window[name] = new Proxy(Kind, {construct});
  }
  for (const [name, {value}] of Object.entries(Object.getOwnPropertyDescriptors(BaseAudioContext.prototype))) {
    if (!name.startsWith("create") || typeof value !== "function") continue;
    BaseAudioContext.prototype[name] = function (...given) {
      const made = value.apply(this, given);
      return made instanceof AudioNode ? note(sounds, made) : made;
    };
  }

  const pending = (kept, ask, forget, once) => {
    const [real, cancel] = [window[ask], window[forget]];
    window[ask] = (call, ...given) => {
      const id = real((...now) => { if (once) kept.delete(id); return call(...now); }, ...given);
      kept.add(id);
      return id;
    };
    window[forget] = (id) => { kept.delete(id); cancel(id); };
  };
  pending(frames, "requestAnimationFrame", "cancelAnimationFrame", true);
  pending(timers, "setTimeout", "clearTimeout", true);
  pending(timers, "setInterval", "clearInterval", false);

  return () => ({
    graphics: living(contexts).filter((gl) => !gl.isContextLost()).length,
    sounds: living(sounds).length,
    frames: frames.size,
    timers: timers.size,
    canvases: document.querySelectorAll("canvas").length,
  });
})();
"""
"""A script for a page's beginning: `held()` says how many WebGL contexts work, how many audio nodes and contexts live,
and how many animation frames and timers are still to come."""


def count(opened: Opened) -> dict[str, float]:
    """Return what the page holds after the garbage is gone.

    WebGL contexts are counted before: browsers keep some sixteen, so that none may wait for a collector.
    """
    graphics = opened.page.evaluate("held().graphics")
    devtools = opened.context.new_cdp_session(opened.page)
    for _ in range(3):  # what one round lets go of, such as a node that has ended, is the next one's garbage
        opened.page.wait_for_timeout(20)
        devtools.send("HeapProfiler.collectGarbage")
    held: dict[str, float] = opened.page.evaluate("held()")
    counted: dict[str, Any] = devtools.send("Memory.getDOMCounters")
    heap: dict[str, Any] = devtools.send("Runtime.getHeapUsage")
    devtools.detach()
    buffers = heap.get("backingStorageSize", 0)  # of typed arrays; older browsers don't say
    listeners = counted["jsEventListeners"]
    held |= {"graphics": graphics}
    return {**held, "nodes": counted["nodes"], "listeners": listeners, "heap": heap["usedSize"], "buffers": buffers}
