// Sound of the room: off until the host turns it on, and limited in level.
// @ts-check

const FADE_S = 0.08; // seconds, so that nothing clicks
const MASTER_GAIN = 0.7; // of full scale

/** One audio context for the page's life. Visuals connect to `out`, and are cut off when they end. */
export class Sound {
  /** @type {AudioContext | null} */ #context = null;
  /** @type {GainNode | null} */ #master = null;
  /** @type {GainNode | null} */ #out = null;
  #isOn = false;

  get isOn() {
    return this.#isOn;
  }

  /** @returns {AudioContext | null} null until the host has turned sound on once: browsers give none before */
  get context() {
    return this.#context;
  }

  /** @returns {AudioNode | null} where a visual's sound goes */
  get out() {
    return this.#out;
  }

  /** From a key or a click, or the browser keeps silent. @returns {boolean} whether it is on now */
  toggle() {
    this.#isOn = !this.#isOn;
    if (this.#isOn) this.#open();
    if (this.#context && this.#master) this.#fade(this.#context, this.#master, this.#isOn ? MASTER_GAIN : 0);
    return this.#isOn;
  }

  /** Another visual is on: what the last one left sounding ends. */
  clear() {
    this.#out?.disconnect();
    this.#out = null;
    if (this.#context && this.#master) this.#out = channel(this.#context, this.#master);
  }

  #open() {
    if (!this.#context) {
      const context = new AudioContext({ latencyHint: "interactive" });
      const limiter = new DynamicsCompressorNode(context, { threshold: -12, knee: 6, ratio: 20, attack: 0.002 });
      this.#master = new GainNode(context, { gain: 0 });
      this.#master.connect(limiter).connect(context.destination);
      this.#context = context;
      this.#out = channel(context, this.#master);
    }
    this.#context.resume();
  }

  /** @param {AudioContext} context @param {GainNode} node @param {number} level */
  #fade({ currentTime }, node, level) {
    node.gain.cancelScheduledValues(currentTime);
    node.gain.setTargetAtTime(level, currentTime, FADE_S);
  }
}

/** @param {AudioContext} context @param {AudioNode} to @returns {GainNode} */
function channel(context, to) {
  const node = new GainNode(context);
  node.connect(to);
  return node;
}
