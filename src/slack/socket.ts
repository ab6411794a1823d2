import { type App, SocketModeReceiver } from '@slack/bolt';
import { z } from 'zod';
import { type Log, sdkLogger } from './sdk-logger.ts';

/** One connection over Socket Mode, which does not outlive being cut. */
export interface Socket {
  /** Resolves when Slack has said hello; rejects with what stands in the way. */
  readonly opened: Promise<void>;
  /** Ends it, at any time. */
  close(): Promise<void>;
}

/** What a socket tells of itself while it has not been closed from here. */
export interface SocketNews {
  /** Something came through it. */
  heard(): void;
  /** Slack will take it away, or does not want it; Slack's word for why. */
  unwanted(reason: string): void;
  /** It was cut. */
  gone(): void;
}

/** Opens a new socket. */
export type OpenSocket = (news: SocketNews) => Socket;

interface Settings {
  readonly appToken: string;
  readonly slackApiUrl: string;
  /** What comes through a socket waits until the app can take it in. */
  readonly ready: Promise<unknown>;
}

/**
 * Sockets that bring what Slack sends to an app. The client's own way of coming back is switched off: it leaves a hole of
 * five seconds at every refresh, waits for ever for a hello, and rejects into nobody's hands (measured with socket-mode
 * 3.1.0). src/slack/lasting-socket.ts comes back instead.
 */
export function socketsOf(app: App, settings: Settings, log: Log): OpenSocket {
  let isReady = false;
  settings.ready.then(
    () => {
      isReady = true;
    },
    () => undefined,
  );

  return (news) => {
    const receiver = newReceiver(settings, log);
    const { client } = receiver;
    receiver.init(app);
    const handlers = client.listeners('ws_message');
    const pass = (data: unknown, binary: unknown) => {
      for (const handle of handlers)
        Promise.resolve(handle.call(client, data, binary)).catch((error: unknown) =>
          log.error({ error }, 'socket message failed'),
        );
    };
    let isOpen = false;
    let refusal = 'Slack closed the connection before it said hello';
    const gone = () => news.gone();

    client.removeAllListeners('ws_message');
    client.on('ws_message', (data: unknown, binary: unknown) => {
      const note = noteIn(data);
      if (note?.type === 'disconnect') {
        refusal = `Slack does not want another connection: ${note.reason}`;
        if (isOpen) news.unwanted(note.reason);
      } else if (note?.type === 'events_api') {
        log.warn({ payload: note.payload.type }, 'slack sent a note without an event');
        client.websocket?.send(JSON.stringify({ envelope_id: note.envelope_id }), () => {});
      } else if (!isOpen || isReady) {
        if (isOpen) news.heard();
        pass(data, binary);
      } else
        settings.ready.then(
          () => pass(data, binary),
          () => undefined,
        );
    });
    client.on('connected', () => {
      isOpen = true;
    });
    client.on('disconnected', gone);

    let isClosed = false;
    const opened = client.start().then(
      async () => {
        // the client does not notice that it was told to stop while it asked for an address
        if (isClosed) await client.disconnect();
      },
      (error: unknown) => {
        throw error ?? new Error(refusal);
      },
    );
    return {
      opened,
      async close() {
        isClosed = true;
        client.off('disconnected', gone);
        await Promise.allSettled([client.disconnect(), opened]);
      },
    };
  };
}

function newReceiver({ appToken, slackApiUrl }: Settings, log: Log): SocketModeReceiver {
  return new SocketModeReceiver({
    appToken,
    logger: sdkLogger(log),
    autoReconnectEnabled: false,
    installerOptions: {
      // Bolt changes the object it is given, so it is made anew each time
      clientOptions: {
        slackApiUrl,
        timeout: 10_000,
        retryConfig: { retries: 2, maxTimeout: 2_000 },
      },
    },
  });
}

/** Slack is about to close a socket; or it holds events back, which it says in an envelope that the client breaks at. */
const Note = z.discriminatedUnion('type', [
  z.object({ type: z.literal('disconnect'), reason: z.string().default('unknown') }),
  z.object({
    type: z.literal('events_api'),
    envelope_id: z.string(),
    payload: z.looseObject({ event: z.undefined().optional() }),
  }),
]);
type Note = z.infer<typeof Note>;

/** How a note begins to be told from all else without being read. */
const mayBeNote = /"type"\s*:\s*"disconnect"|app_rate_limited/;

function noteIn(data: unknown): Note | undefined {
  const text = String(data);
  if (!mayBeNote.test(text)) return undefined;
  try {
    return Note.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
