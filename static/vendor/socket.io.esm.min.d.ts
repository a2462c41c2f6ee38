// What connection.js uses of socket.io-client 4.8; written by us, since the vendored build brings no types.

export interface Transport {
  name: "websocket" | "polling";
  writable: boolean;
  ws?: WebSocket;
}

export interface Socket {
  connected: boolean;
  active: boolean;
  io: {
    opts: { transports: string[] };
    engine?: { transport: Transport; writeBuffer: unknown[] };
    on(event: "reconnect_attempt" | "reconnect_failed", listener: () => void): void;
  };
  readonly volatile: Socket;
  on(event: string, listener: (data: unknown) => void): void;
  emit(event: string, ...args: unknown[]): void;
  timeout(milliseconds: number): { emitWithAck(event: string, ...args: unknown[]): Promise<unknown> };
  connect(): void;
  disconnect(): void;
}

export function io(address: string, options: Record<string, unknown>): Socket;
