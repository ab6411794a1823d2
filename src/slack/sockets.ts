import { SocketModeReceiver } from '@slack/bolt';
import { z } from 'zod';
import { type Log, sdkLogger } from './sdk-logger.ts';

const Envelope = z.object({
  type: z.string(),
  envelope_id: z.string(),
  payload: z.looseObject({}),
});

/** A Socket Mode receiver that outlives what is known to kill the plain one. */
export function socket(appToken: string, slackApiUrl: string, log: Log): SocketModeReceiver {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: sdkLogger(log),
    installerOptions: {
      // Bolt changes the object it is given, so it is made anew each time
      clientOptions: {
        slackApiUrl,
        timeout: 10_000,
        retryConfig: { forever: true, minTimeout: 500, factor: 1.5, maxTimeout: 30_000 },
      },
    },
  });
  surviveRateLimitNotes(receiver, log);
  return receiver;
}

/** `app_rate_limited` comes without an inner event, on which the client would throw in nobody's hands. */
function surviveRateLimitNotes({ client }: SocketModeReceiver, log: Log): void {
  const handlers = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', (data: unknown, binary: unknown) => {
    const text = String(data);
    const envelope = text.includes('app_rate_limited') ? readEnvelope(text) : undefined;
    if (envelope?.type === 'events_api' && envelope.payload.event === undefined) {
      log.warn({ payload: envelope.payload.type }, 'slack sent a note without an event');
      client.websocket?.send(JSON.stringify({ envelope_id: envelope.envelope_id }), () => {});
      return;
    }
    for (const handle of handlers)
      Promise.resolve(handle.call(client, data, binary)).catch((error: unknown) =>
        log.error({ error }, 'socket message failed'),
      );
  });
}

function readEnvelope(text: string): z.infer<typeof Envelope> | undefined {
  try {
    return Envelope.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
