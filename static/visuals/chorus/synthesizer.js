// Synthesizer: plays notes through Web Audio once the host has turned sound on.
// @ts-check
import { INSTRUMENTS } from "./instruments.js";
import { Polyphony } from "./polyphony.js";
import { frequency } from "./scale.js";
import { LEVELS } from "./score.js";

/** @import { Stage } from "../../js/display/stage/contract.js" */
/** @import { Shape } from "../../js/protocol.js" */
/** @import { Sounding } from "./polyphony.js" */
/** @import { Due } from "./score.js" */

const MAX_VOICES = 24; // voices
const GLIDE_S = 0.035; // seconds in which a bend goes two thirds of the way
const RELEASE_S = 0.03; // seconds in which a voice that has to end fades by two thirds
const SLIDE_S = 0.045;
const INAUDIBLE = 0.001; // of full level, which nobody hears
const ECHO = { time: 0.45, back: 0.28, level: 0.22, bright: 1800 }; // the echo: seconds, parts, Hz
const DRUM_LEVEL = 0.12; // level of the beat

/** @typedef {Sounding & {end: () => void, bend: (degree: number) => void}} Voice */

export class Synthesizer {
  #stage;
  /** @type {Polyphony<Voice>} */ #voices = new Polyphony(MAX_VOICES);
  /** @type {AudioNode | null} */ #out = null; // of the stage, for which the room was built
  /** @type {GainNode | null} */ #room = null;

  /** @param {Stage} stage */
  constructor(stage) {
    this.#stage = stage;
  }

  /** @returns {boolean} somebody may hear it */
  get isOn() {
    return this.#stage.sound.context !== null;
  }

  /**
   * @param {Due} due
   * @param {Shape} shape
   * @param {number} now milliseconds on the beat's clock
   * @param {number} pan −1 left to 1 right
   */
  play({ note, at, round }, shape, now, pan) {
    const { context } = this.#stage.sound;
    if (!context) return;
    const isLive = round === 0;
    for (const voice of this.#voices.room(note.number, isLive, now)) voice.end();
    const begins = context.currentTime + Math.max(0, at - now) / 1000;
    const sound = this.#sound(context, shape, note.degree, begins, LEVELS[round], pan);
    if (!isLive) for (const { after, degree } of note.bends) sound.bend(degree, begins + after / 1000);
    const bend = (/** @type {number} */ degree) => sound.bend(degree, context.currentTime);
    this.#voices.add({ number: note.number, ends: at + INSTRUMENTS[shape].lasts, isLive, end: sound.end, bend });
  }

  /** @param {number} number @param {number} degree */
  bend(number, degree) {
    for (const voice of this.#voices.voices) if (voice.isLive && voice.number === number) voice.bend(degree);
  }

  /** Its phone is away or has left. @param {number} number */
  silence(number) {
    for (const voice of this.#voices.silence(number)) voice.end();
  }

  /** A soft drum. @param {number} after milliseconds from now @param {boolean} isFirst of its bar */
  drum(after, isFirst) {
    const { context } = this.#stage.sound;
    if (!context) return;
    const at = context.currentTime + Math.max(0, after) / 1000;
    const tone = new OscillatorNode(context, { frequency: isFirst ? 105 : 88 });
    const gain = new GainNode(context, { gain: 0 });
    tone.frequency.setTargetAtTime(46, at, 0.04);
    gain.gain.setValueAtTime(DRUM_LEVEL * (isFirst ? 1 : 0.65), at);
    gain.gain.setTargetAtTime(0, at, 0.07);
    tone.connect(gain).connect(this.#hall(context));
    tone.start(at);
    tone.stop(at + 0.5);
    tone.onended = () => gain.disconnect();
  }

  close() {
    for (const voice of this.#voices.voices) voice.end();
    this.#room?.disconnect();
  }

  /**
   * @param {AudioContext} context
   * @param {Shape} shape
   * @param {number} degree
   * @param {number} at seconds on the context's clock
   * @param {number} loud 0 to 1
   * @param {number} pan
   */
  #sound(context, shape, degree, at, loud, pan) {
    const { tones, wave, attack, lasts, bright, level, slide } = INSTRUMENTS[shape];
    const pitch = frequency(degree);
    const seconds = lasts / 1000;
    const out = new GainNode(context);
    const filter = new BiquadFilterNode(context, { type: "lowpass", frequency: Math.min(12_000, pitch * bright * (0.5 + loud / 2)), Q: 0.4 });
    filter.frequency.setTargetAtTime(Math.min(9000, pitch * 1.6), at, seconds / 3);
    filter.connect(out).connect(new StereoPannerNode(context, { pan })).connect(this.#hall(context));
    const oscillators = tones.map(([ratio, part, length], i) => {
      const tone = new OscillatorNode(context, { type: wave, frequency: pitch * ratio, detune: 100 * slide });
      const gain = new GainNode(context, { gain: 0 });
      const most = Math.max(2 * INAUDIBLE, 0.5 * level * loud * part);
      tone.detune.setValueAtTime(100 * slide, at);
      tone.detune.setTargetAtTime(0, at, SLIDE_S);
      gain.gain.setValueAtTime(INAUDIBLE, at);
      gain.gain.exponentialRampToValueAtTime(most, at + attack);
      gain.gain.exponentialRampToValueAtTime(INAUDIBLE, at + attack + (seconds - attack) * length);
      tone.connect(gain).connect(filter);
      tone.start(at);
      tone.stop(at + seconds + 0.02);
      if (i === 0) tone.onended = () => out.disconnect();
      return { tone, ratio };
    });
    return {
      bend: (/** @type {number} */ to, /** @type {number} */ when) => {
        for (const { tone, ratio } of oscillators) tone.frequency.setTargetAtTime(frequency(to) * ratio, when, GLIDE_S);
      },
      end: () => {
        out.gain.setTargetAtTime(0, context.currentTime, RELEASE_S);
        for (const { tone } of oscillators) tone.stop(context.currentTime + 6 * RELEASE_S);
      },
    };
  }

  /** @param {AudioContext} context @returns {AudioNode} where everything goes: straight out, and a little through an echo */
  #hall(context) {
    const { out } = this.#stage.sound;
    if (this.#room && out === this.#out) return this.#room;
    this.#room?.disconnect();
    this.#out = out;
    const room = new GainNode(context);
    const delay = new DelayNode(context, { delayTime: ECHO.time });
    const back = new GainNode(context, { gain: ECHO.back });
    const soft = new BiquadFilterNode(context, { type: "lowpass", frequency: ECHO.bright });
    const level = new GainNode(context, { gain: ECHO.level });
    const to = /** @type {AudioNode} */ (out);
    room.connect(to);
    room.connect(delay).connect(soft).connect(level).connect(to);
    soft.connect(back).connect(delay);
    this.#room = room;
    return room;
  }
}
