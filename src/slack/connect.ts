import { App, HTTPReceiver, type Receiver, type SocketModeReceiver } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { type Log, sdkLogger } from './sdk-logger.ts';
import { socket } from './sockets.ts';

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

/** Puts Bolt together; listeners are added before `start`. */
export function connect(connection: Connection, slackApiUrl: string, log: Log): Connected {
  const doors =
    connection.mode === 'socket' ? twoSockets(connection, slackApiUrl, log) : http(connection, log);
  const app = new App({
    token: connection.botToken,
    receiver: doors.first,
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
        await Promise.all([app.init(), doors.mayOpen()]);
        await doors.open(app);
      } catch (error) {
        throw new ConnectionRefused(reason(error, slackApiUrl));
      }
    },
    stop: () => doors.close(),
  };
}

interface Doors {
  readonly first: Receiver;
  /** Rejects when Slack would not have it. */
  mayOpen(): Promise<void>;
  open(app: App): Promise<void>;
  close(): Promise<void>;
}

/**
 * Two sockets, because Slack refreshes each of them from time to time and a socket takes five seconds to come back: what
 * arrives meanwhile goes through the other one.
 */
function twoSockets(
  { appToken }: Extract<Connection, { mode: 'socket' }>,
  slackApiUrl: string,
  log: Log,
): Doors {
  const first = socket(appToken, slackApiUrl, log);
  const second = socket(appToken, slackApiUrl, log);
  return {
    first,
    mayOpen: () => mayConnect(appToken, slackApiUrl, log),
    async open(app) {
      second.init(app);
      await Promise.all([inTime(first), inTime(second)]);
    },
    async close() {
      await Promise.all([first.client.disconnect(), second.client.disconnect()]);
    },
  };
}

/** The socket client tries again for ever where a token lacks a right; asked once beforehand, Slack says so at once. */
async function mayConnect(appToken: string, slackApiUrl: string, log: Log): Promise<void> {
  const client = new WebClient(appToken, {
    slackApiUrl,
    timeout: 10_000,
    retryConfig: { retries: 2, maxTimeout: 2_000 },
    logger: sdkLogger(log),
  });
  await client.apps.connections.open({});
}

/** The socket client waits for ever for Slack's hello; nobody who starts Goldie does. */
async function inTime(receiver: SocketModeReceiver): Promise<void> {
  const patienceMs = 30_000;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const failure = new Error(`no answer over Socket Mode within ${patienceMs / 1000} s`);
    timer = setTimeout(() => reject(failure), patienceMs);
  });
  await Promise.race([receiver.start(), late]).finally(() => clearTimeout(timer));
}

function http({ signingSecret, port }: Extract<Connection, { mode: 'http' }>, log: Log): Doors {
  const first = new HTTPReceiver({
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
    first,
    mayOpen: async () => undefined,
    open: async () => void (await first.start(port)),
    close: async () => void (await first.stop()),
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
