// What the generator uses of ws, so that types need nothing installed.
declare module "ws" {
  import type { EventEmitter } from "node:events";

  interface Options {
    rejectUnauthorized?: boolean;
    perMessageDeflate?: boolean;
    generateMask?: (mask: Buffer) => void;
  }

  export class WebSocket extends EventEmitter {
    constructor(address: string, options?: Options);
    /** Not in its documentation, but there since its first version. */
    readonly _socket: import("node:net").Socket;
    send(text: string): void;
    pause(): void;
    resume(): void;
    terminate(): void;
  }
}
