// Chime: one soft sound, when the phone has its seat.
// @ts-check

const NOTES_HZ = [523.25, 783.99]; // Hz: C5, G5
const GAIN = 0.06; // of full scale, quiet beside a room of people
const INTERVAL_S = 0.09; // seconds
const RING_S = 0.9; // seconds

export class Chime {
  /** @type {AudioContext | null} */ #audio = null;
  muted = false;

  /** Browsers give sound only from within a tap, so this is called in each. */
  unlock() {
    if (this.muted || typeof AudioContext === "undefined") return;
    this.#audio ??= new AudioContext();
    if (this.#audio.state !== "running") this.#audio.resume().catch(() => {}); // a phone may be set to silent
  }

  ring() {
    const audio = this.#audio;
    if (this.muted || audio?.state !== "running") return;
    NOTES_HZ.forEach((pitch, i) => strike(audio, pitch, audio.currentTime + i * INTERVAL_S));
  }
}

/**
 * @param {AudioContext} audio
 * @param {number} pitch Hz
 * @param {number} at seconds on the audio's clock
 */
function strike(audio, pitch, at) {
  const voice = new OscillatorNode(audio, { frequency: pitch });
  const volume = new GainNode(audio, { gain: 0 });
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(GAIN, at + 0.02);
  volume.gain.exponentialRampToValueAtTime(0.0001, at + RING_S);
  voice.connect(volume).connect(audio.destination);
  voice.start(at);
  voice.stop(at + RING_S);
}
