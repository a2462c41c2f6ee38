registerProcessor(
  "own",
  class extends AudioWorkletProcessor {
    process() {
      return true;
    }
  },
);
