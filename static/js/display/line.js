// Connection of the display, which rejects messages longer than the server reads.
// @ts-check
import { Connection } from "../shared/connection.js";
import { MESSAGE_BYTES } from "../protocol.js";

const AROUND = 64; // bytes of a message beside its event and data, at most

export class Line extends Connection {
  /**
   * @override
   * @param {string} event
   * @param {object} [data]
   * @param {(answer: unknown) => void} [heard]
   * @returns {boolean} whether it left
   * @throws {RangeError} it is longer than the server reads
   */
  emit(event, data = {}, heard) {
    const bytes = new TextEncoder().encode(JSON.stringify([event, data])).length + AROUND;
    if (bytes > MESSAGE_BYTES) {
      throw new RangeError(`A message "${event}" has ${bytes} bytes, and the server reads at most ${MESSAGE_BYTES}.`);
    }
    return super.emit(event, data, heard);
  }
}
