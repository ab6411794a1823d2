import { App, type Receiver } from '@slack/bolt';
import type { Log } from '../../../src/slack/sdk-logger.ts';
import { sdkLogger } from '../../../src/slack/sdk-logger.ts';

/** A Bolt app with a door that only the test comes through: no socket, no network but the Web API given. */
export interface Door {
  readonly app: App;
  /** Delivers a payload; ends when it has been listened to, with what it was acknowledged with. */
  deliver(body: Record<string, unknown>): Promise<readonly unknown[]>;
}

interface DoorOptions {
  readonly slackApiUrl?: string;
  readonly token?: string;
  readonly log?: Log;
}

export async function aDoor(options: DoorOptions = {}): Promise<Door> {
  const receiver: Receiver = { init() {}, start: async () => {}, stop: async () => {} };
  const app = new App({
    receiver,
    token: options.token ?? 'xoxb-test',
    botId: 'B0GOLDIE',
    botUserId: 'U0GOLDIE',
    tokenVerificationEnabled: false,
    convoStore: false,
    extendedErrorHandler: true,
    logger: sdkLogger(options.log ?? aLog().log),
    clientOptions: {
      slackApiUrl: options.slackApiUrl ?? 'http://127.0.0.1:9/api/',
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
    },
  });
  return {
    app,
    async deliver(body) {
      const acknowledged: unknown[] = [];
      const ack = async (answer?: unknown) => void acknowledged.push(answer);
      await app.processEvent({ body, ack });
      return acknowledged;
    },
  };
}

/** A log that can be read. */
export function aLog() {
  const lines: { readonly level: string; readonly fields: object; readonly message: string }[] = [];
  const write = (level: string) => (fields: object, message: string) =>
    void lines.push({ level, fields, message });
  const log: Log = { info: write('info'), warn: write('warn'), error: write('error') };
  return { log, lines, text: () => JSON.stringify(lines, reasons) };
}

function reasons(_: string, value: unknown): unknown {
  return value instanceof Error ? `${value.name}: ${value.message}` : value;
}
