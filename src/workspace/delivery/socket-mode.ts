import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { secret } from '../team/ids.ts';
import type { Answer, Delivery, Envelope } from './delivery.ts';
import { Timers } from './timers.ts';

/** Slack's limit on connections per app. Source: node-slack-sdk#1654. */
const mostConnections = 10;
const pingEvery = 10_000;
const host = 'workspace-local';

const Acknowledgement = z.looseObject({ envelope_id: z.string(), payload: z.unknown().optional() });

/** Slack's Socket Mode: the app asks for an address, connects, and acknowledges every envelope. */
export class SocketMode implements Delivery {
  readonly #appId: string;
  readonly #ackWithin: number;
  readonly #timers = new Timers();
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #tickets = new Set<string>();
  readonly #open: WebSocket[] = [];
  readonly #retiring = new WeakSet<WebSocket>();
  readonly #waiting = new Map<string, (answer: Answer) => void>();
  readonly #heartbeat: NodeJS.Timeout;
  #turn = 0;
  #onChange: () => void = () => {};

  /** @param ackWithin how long the app has to acknowledge, in milliseconds */
  constructor(appId: string, ackWithin: number) {
    this.#appId = appId;
    this.#ackWithin = ackWithin;
    this.#heartbeat = setInterval(() => this.#ping(), pingEvery);
    this.#heartbeat.unref();
  }

  /** A one-time path at which the app may connect. */
  ticket(): string {
    const ticket = secret();
    this.#tickets.add(ticket);
    const [oldest] = this.#tickets;
    if (this.#tickets.size > 1000 && oldest !== undefined) this.#tickets.delete(oldest);
    return `/link/?ticket=${ticket}&app_id=${this.#appId}`;
  }

  /** Takes over an HTTP connection that wants to become a socket. */
  accept(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    const ticket = new URL(request.url ?? '/', 'http://localhost').searchParams.get('ticket') ?? '';
    if (!this.#tickets.delete(ticket)) {
      stream.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(request, stream, head, (socket) => this.#welcome(socket));
  }

  connected(): boolean {
    return this.#usable().length > 0;
  }

  connections(): number {
    return this.#open.length;
  }

  onChange(callback: () => void): void {
    this.#onChange = callback;
  }

  send(envelope: Envelope): Promise<Answer> {
    const usable = this.#usable();
    this.#turn += 1;
    const socket = usable[this.#turn % Math.max(usable.length, 1)];
    if (!socket) return Promise.resolve({ kind: 'unreachable' });
    const id = randomUUID();
    return new Promise((resolve) => {
      const settle = (answer: Answer) => {
        this.#waiting.delete(id);
        this.#timers.cancel(timer);
        resolve(answer);
      };
      const timer = this.#timers.after(this.#ackWithin, () => settle({ kind: 'late' }));
      this.#waiting.set(id, settle);
      socket.send(JSON.stringify(frame(id, envelope)));
    });
  }

  /** Asks every socket to reconnect, as Slack does every few hours. */
  refresh(): void {
    for (const socket of this.#usable()) this.#retire(socket, 'refresh_requested');
    this.#onChange();
  }

  /** Cuts every connection without a word. */
  drop(): void {
    for (const socket of [...this.#open]) socket.terminate();
  }

  async close(): Promise<void> {
    clearInterval(this.#heartbeat);
    this.#timers.close();
    for (const settle of this.#waiting.values()) settle({ kind: 'unreachable' });
    this.#onChange = () => {};
    this.drop();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  #welcome(socket: WebSocket): void {
    socket.on('error', () => socket.terminate());
    if (this.#open.length >= mostConnections) {
      this.#retire(socket, 'too_many_websockets');
      socket.close();
      return;
    }
    this.#open.push(socket);
    socket.on('message', (data) => this.#hear(data));
    socket.on('close', () => {
      this.#open.splice(this.#open.indexOf(socket), 1);
      this.#onChange();
    });
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: this.#open.length,
        debug_info: { host, build_number: 1, approximate_connection_time: 18_060 },
        connection_info: { app_id: this.#appId },
      }),
    );
    this.#onChange();
  }

  #hear(data: RawData): void {
    const parsed = Acknowledgement.safeParse(jsonOf(data));
    if (!parsed.success) return;
    const { envelope_id, payload } = parsed.data;
    this.#waiting.get(envelope_id)?.({ kind: 'acknowledged', payload });
  }

  #retire(socket: WebSocket, reason: string): void {
    this.#retiring.add(socket);
    socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host } }));
  }

  #usable(): readonly WebSocket[] {
    return this.#open.filter(
      (socket) => socket.readyState === socket.OPEN && !this.#retiring.has(socket),
    );
  }

  #ping(): void {
    for (const socket of this.#open) socket.ping();
  }
}

function frame(id: string, { type, payload, takesAnswer, retry }: Envelope): object {
  return {
    envelope_id: id,
    type,
    accepts_response_payload: takesAnswer,
    ...(type === 'events_api' && {
      retry_attempt: retry?.attempt ?? 0,
      retry_reason: retry?.reason ?? '',
    }),
    payload,
  };
}

function jsonOf(data: RawData): unknown {
  try {
    return JSON.parse(String(data));
  } catch {
    return undefined;
  }
}
