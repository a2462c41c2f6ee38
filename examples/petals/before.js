// p5 1 makes this global by itself, and in a module by eval, which the page's policy forbids.
globalThis.regeneratorRuntime = undefined;
