import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { aBoltAppOverHttp, aWebClient } from './support/apps.ts';
import { aFreePort, portOf } from './support/ports.ts';
import { aButton } from './support/views.ts';
import { aWorkspace, closing } from './support/workspaces.ts';

const signingSecret = 'a-signing-secret';

/** A server that answers with the given statuses and remembers what came. */
async function aListener(statuses: readonly number[]) {
  const received: { readonly headers: IncomingMessage['headers']; readonly body: string }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    response.statusCode = statuses[received.length] ?? 200;
    received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing({ close: () => server.close() });
  return { received, port: portOf(server.address()) };
}

const deliverTo = (port: number) => ({
  url: `http://127.0.0.1:${port}/slack/events`,
  signingSecret,
});

describe('delivery by signed HTTP', () => {
  it('carries commands, events and presses to a Bolt app', async () => {
    const port = await aFreePort();
    const workspace = await aWorkspace({ deliverTo: deliverTo(port) });
    await aBoltAppOverHttp(workspace, { port, signingSecret }, (app) => {
      app.command('/image', ({ ack, command }) => ack(`You said: ${command.text}`));
      app.event('app_mention', async ({ say }) => {
        await say({ text: 'Press it', blocks: [aButton('go', 'Go')] });
      });
      app.action('go', async ({ ack, respond }) => {
        await ack();
        await respond({ text: 'Pressed', replace_original: true });
      });
    });
    const wendy = workspace.as('U0WEBOP');

    await wendy.command('C0WEB', '/image list & more');
    await wendy.say('C0WEB', '@goldie hello');
    const question = await workspace.waitFor((message) => message.text === 'Press it');
    await wendy.press(question, 'Go');

    await workspace.waitFor((message) => message.text === 'You said: list &amp; more');
    expect(await workspace.waitFor((message) => message.text === 'Pressed')).toMatchObject({
      ts: question.ts,
    });
  });

  it('signs what it sends', async () => {
    const { received, port } = await aListener([]);
    const clock = () => 1_800_000_000_000;
    const workspace = await aWorkspace({ deliverTo: deliverTo(port), clock });

    await workspace.as('U0WEBOP').command('C0WEB', '/image list');

    const [{ headers, body } = { headers: {}, body: '' }] = received;
    const digest = createHmac('sha256', signingSecret)
      .update(`v0:1800000000:${body}`)
      .digest('hex');
    expect(headers).toMatchObject({
      'x-slack-request-timestamp': '1800000000',
      'x-slack-signature': `v0=${digest}`,
    });
    expect(new URLSearchParams(body).get('text')).toBe('list');
  });

  it('delivers an event again when the app answers with an error', async () => {
    const { received, port } = await aListener([500, 500, 200]);
    const workspace = await aWorkspace({ deliverTo: deliverTo(port), timeScale: 60_000 });

    await workspace.as('U0WEBOP').say('C0WEB', '@goldie hello');

    await expect.poll(() => received.length).toBe(3);
    expect(
      received.map(({ headers }) => [
        headers['x-slack-retry-num'],
        headers['x-slack-retry-reason'],
      ]),
    ).toEqual([
      [undefined, undefined],
      ['1', 'http_error'],
      ['2', 'http_error'],
    ]);
  });

  it('says so when nobody listens there', async () => {
    const workspace = await aWorkspace({ deliverTo: deliverTo(await aFreePort()) });

    await workspace.as('U0WEBOP').command('C0WEB', '/image');

    expect(workspace.messages('C0WEB', { as: 'U0WEBOP' })).toMatchObject([
      { system: true, text: expect.stringContaining('is not connected') },
    ]);
  });

  it('has no sockets to offer', async () => {
    const workspace = await aWorkspace({ deliverTo: deliverTo(1) });

    await expect(
      aWebClient(workspace, workspace.tokens.app).apps.connections.open(),
    ).rejects.toThrow('not_allowed_token_type');
  });
});
