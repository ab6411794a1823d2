import { App, HTTPReceiver, type Receiver } from '@slack/bolt';
import type { Time } from './pace.ts';
import { type Log, sdkLogger } from './sdk-logger.ts';
import { socketsOf } from './socket.ts';
import { sockets } from './sockets.ts';

/** How Slack is reached, as the environment says. */
export type Connection =
  | { readonly mode: 'socket'; readonly botToken: string; readonly appToken: string }
  | {
      readonly mode: 'http';
      readonly botToken: string;
      readonly signingSecret: string;
      readonly port: number;
    };

/** A Bolt app and the way to open and close its doors. */
export interface Connected {
  readonly app: App;
  /** Rejects with one sentence when Slack refuses the tokens or cannot be reached. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Slack answered, but will not have us: what to look at. */
export class ConnectionRefused extends Error {
  override readonly name = 'ConnectionRefused';
}

export interface ConnectOptions {
  readonly time: Time;
  /** Slack takes the tokens no more, and nothing comes through any longer. */
  readonly lost?: (refusal: ConnectionRefused) => void;
}

/** Puts Bolt together; listeners are added before `start`. */
export function connect(
  connection: Connection,
  slackApiUrl: string,
  log: Log,
  { time, lost = () => {} }: ConnectOptions,
): Connected {
  const refused = (error: unknown) => new ConnectionRefused(reason(error, slackApiUrl));
  const doors =
    connection.mode === 'socket'
      ? socketDoors(connection, slackApiUrl, log, { time, lost: (error) => lost(refused(error)) })
      : http(connection, log);
  const app = new App({
    token: connection.botToken,
    receiver: doors.receiver,
    logger: sdkLogger(log),
    convoStore: false,
    extendedErrorHandler: true,
    deferInitialization: true,
    clientOptions: {
      slackApiUrl,
      timeout: 10_000,
      retryConfig: { retries: 2, maxTimeout: 2_000 },
      // the client would hold every call up because of one; src/slack/pace.ts knows which one has to wait
      rejectRateLimitedCalls: true,
    },
  });
  return {
    app,
    async start() {
      try {
        await doors.open(app, app.init());
      } catch (error) {
        await doors.close();
        throw refused(error);
      }
    },
    stop: () => doors.close(),
  };
}

interface Doors {
  /** What Bolt is told to listen to; opening and closing is done here. */
  readonly receiver: Receiver;
  /** Rejects when Slack would not have it, or the app is never ready. */
  open(app: App, ready: Promise<unknown>): Promise<void>;
  close(): Promise<void>;
}

function socketDoors(
  { appToken }: Extract<Connection, { mode: 'socket' }>,
  slackApiUrl: string,
  log: Log,
  { time, lost }: { readonly time: Time; readonly lost: (error: unknown) => void },
): Doors {
  let close = async () => {};
  return {
    receiver: { init: () => {}, start: async () => {}, stop: async () => {} },
    async open(app, ready) {
      const settings = { appToken, slackApiUrl, ready };
      const all = sockets({ open: socketsOf(app, settings, log), time, log, lost });
      close = () => all.stop();
      await Promise.all([ready, all.start()]);
    },
    close: () => close(),
  };
}

function http({ signingSecret, port }: Extract<Connection, { mode: 'http' }>, log: Log): Doors {
  let isOpen = false;
  const receiver = new HTTPReceiver({
    signingSecret,
    port,
    endpoints: '/slack/events',
    logger: sdkLogger(log),
    customRoutes: [
      {
        path: '/healthz',
        method: 'GET',
        handler: (_, response) => void response.writeHead(200).end('ok'),
      },
    ],
  });
  return {
    receiver,
    async open(_, ready) {
      await ready;
      await receiver.start(port);
      isOpen = true;
    },
    async close() {
      if (isOpen) await receiver.stop();
      isOpen = false;
    },
  };
}

const advice: Readonly<Record<string, string>> = {
  invalid_auth: 'Slack does not know these tokens. Copy SLACK_BOT_TOKEN and SLACK_APP_TOKEN again.',
  not_authed: 'Slack got no token. Set SLACK_BOT_TOKEN and SLACK_APP_TOKEN.',
  not_allowed_token_type:
    'A token is of the wrong kind: SLACK_BOT_TOKEN begins with xoxb-, SLACK_APP_TOKEN with xapp-.',
  account_inactive: 'The app was removed from the workspace. Install it again and copy the tokens.',
  token_revoked: 'The token was revoked. Install the app again and copy the new tokens.',
  missing_scope:
    'A token lacks a right: the app-level token needs connections:write, the bot the scopes of manifest.yml.',
};

function reason(error: unknown, slackApiUrl: string): string {
  const said = error instanceof Error ? error.message : String(error);
  const known = Object.keys(advice).find((code) => said.includes(code));
  if (known !== undefined) return advice[known] ?? said;
  if (/EADDRINUSE/.test(said))
    return 'The port is in use. Stop what listens there, or set PORT to another one.';
  return `Slack cannot be reached at ${slackApiUrl}: ${said}`;
}
