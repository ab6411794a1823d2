import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
  WebClient,
} from '@slack/web-api';
import { expect, it } from 'vitest';
import { quickCall } from '../../src/slack/quick-call.ts';
import { sdkLogger } from '../../src/slack/sdk-logger.ts';
import { closing } from '../workspace/support/workspaces.ts';
import { aLog } from './support/a-door.ts';

interface Heard {
  readonly path: string | undefined;
  readonly type: string | undefined;
  readonly authorization: string | undefined;
  readonly body: string;
}
type Answer = (response: ServerResponse) => unknown;

/** A server that answers one call after the other as the test says, the last answer for all that come after. */
async function aServer(...answers: readonly Answer[]) {
  const heard: Heard[] = [];
  const server = createServer(async (request, response) => {
    heard.push(await read(request));
    (answers[heard.length - 1] ?? answers.at(-1))?.(response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing({
    close() {
      server.close();
      server.closeAllConnections();
    },
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was taken');
  const client = new WebClient('xoxb-a', {
    slackApiUrl: `http://127.0.0.1:${address.port}/api/`,
    retryConfig: { retries: 1, minTimeout: 1 },
    rejectRateLimitedCalls: true,
    logger: sdkLogger(aLog().log),
  });
  return { heard, call: quickCall(client) };
}

async function read(request: IncomingMessage): Promise<Heard> {
  const { url: path, headers } = request;
  const { authorization, 'content-type': type } = headers;
  let body = '';
  for await (const chunk of request) body += chunk;
  return { path, type, authorization, body };
}

const json =
  (status: number, body: object, headers = {}): Answer =>
  (response) =>
    response.writeHead(status, headers).end(JSON.stringify(body));
const hangUp: Answer = (response) => response.destroy();
const args = { channel: 'C1', blocks: [{ type: 'divider' }] };

it('calls a method once and gives what Slack answered', async () => {
  const { heard, call } = await aServer(json(200, { ok: true, ts: '1.2' }));

  expect(await call('chat.postMessage', args)).toMatchObject({ ok: true, ts: '1.2' });

  expect(heard).toEqual([
    {
      path: '/api/chat.postMessage',
      type: 'application/json; charset=utf-8',
      authorization: 'Bearer xoxb-a',
      body: JSON.stringify(args),
    },
  ]);
});

it('says as the SDK does why Slack refused, and does not try again', async () => {
  const { heard, call } = await aServer(json(200, { ok: false, error: 'not_in_channel' }));

  const refused = await call('chat.postMessage', args).catch((error: unknown) => error);

  expect(refused).toBeInstanceOf(WebAPIPlatformError);
  expect(refused).toMatchObject({ data: { error: 'not_in_channel' } });
  expect(heard).toHaveLength(1);
});

it('says as the SDK does how long Slack wants to be left alone', async () => {
  const { heard, call } = await aServer(json(429, { ok: false }, { 'retry-after': '7' }));

  const refused = await call('chat.postMessage', args).catch((error: unknown) => error);

  expect(refused).toBeInstanceOf(WebAPIRateLimitedError);
  expect(refused).toMatchObject({ retryAfter: 7 });
  expect(heard).toHaveLength(1);
});

it.each([
  ['hung up', hangUp],
  ['was broken', json(503, {})],
  ['answered nonsense', (response: ServerResponse) => response.end('<html>')],
])('lets the SDK try again after a server %s', async (_, failing) => {
  const { heard, call } = await aServer(failing, json(200, { ok: true, ts: '1.2' }));

  expect(await call('chat.postMessage', args)).toMatchObject({ ok: true, ts: '1.2' });
  expect(heard).toHaveLength(2);
});

it.each([
  ['hangs up', hangUp, WebAPIRequestError],
  ['is broken', json(503, {}), WebAPIHTTPError],
])('gives up as the SDK does on a server that always %s', async (_, failing, kind) => {
  const { heard, call } = await aServer(failing);

  await expect(call('chat.postMessage', args)).rejects.toBeInstanceOf(kind);
  expect(heard).toHaveLength(3);
});
