import { createHmac } from 'node:crypto';
import type { Answer, Delivery, Envelope } from './delivery.ts';

export interface HttpTarget {
  readonly url: string;
  readonly signingSecret: string;
}

/** Slack's other way of delivery: signed requests to an address of the app. */
export class SignedHttp implements Delivery {
  readonly #target: HttpTarget;
  readonly #clock: () => number;
  readonly #ackWithin: number;
  readonly #closing = new AbortController();

  /** @param ackWithin how long the app has to answer, in milliseconds */
  constructor(target: HttpTarget, clock: () => number, ackWithin: number) {
    this.#target = target;
    this.#clock = clock;
    this.#ackWithin = ackWithin;
  }

  connected(): boolean {
    return true;
  }

  connections(): number {
    return 1;
  }

  onChange(): void {
    // An address is always there; only a request shows whether somebody answers.
  }

  async send(envelope: Envelope): Promise<Answer> {
    const limit = AbortSignal.timeout(this.#ackWithin);
    try {
      const response = await fetch(this.#target.url, {
        method: 'POST',
        ...this.#signed(envelope),
        signal: AbortSignal.any([limit, this.#closing.signal]),
      });
      const text = await response.text();
      return response.ok
        ? { kind: 'acknowledged', payload: payloadOf(text) }
        : { kind: 'refused', status: response.status };
    } catch {
      return { kind: limit.aborted ? 'late' : 'unreachable' };
    }
  }

  async close(): Promise<void> {
    this.#closing.abort();
  }

  #signed(envelope: Envelope): { headers: Record<string, string>; body: string } {
    const { body, type } = bodyOf(envelope);
    const at = String(Math.floor(this.#clock() / 1000));
    const digest = createHmac('sha256', this.#target.signingSecret)
      .update(`v0:${at}:${body}`)
      .digest('hex');
    return {
      body,
      headers: {
        'content-type': type,
        'x-slack-request-timestamp': at,
        'x-slack-signature': `v0=${digest}`,
        ...(envelope.retry && {
          'x-slack-retry-num': String(envelope.retry.attempt),
          'x-slack-retry-reason':
            envelope.retry.reason === 'timeout' ? 'http_timeout' : envelope.retry.reason,
        }),
      },
    };
  }
}

function bodyOf({ type, payload }: Envelope): { body: string; type: string } {
  if (type === 'events_api') return { body: JSON.stringify(payload), type: 'application/json' };
  const fields =
    type === 'interactive'
      ? { payload: JSON.stringify(payload) }
      : Object.fromEntries(Object.entries(payload).map(([key, value]) => [key, String(value)]));
  return {
    body: new URLSearchParams(fields).toString(),
    type: 'application/x-www-form-urlencoded',
  };
}

/** An empty body means "received"; a body that is not JSON is a text to show. */
function payloadOf(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return { text };
  }
}
