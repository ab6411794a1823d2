import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { aBoltApp, aBoltAppOverHttp, aWebClient } from './support/apps.ts';
import { aFreePort } from './support/ports.ts';
import { aButton, aModal } from './support/views.ts';
import { aManifest, aWorkspace, closing } from './support/workspaces.ts';

interface Frame {
  readonly type: string;
  readonly retry_attempt?: number;
  readonly envelope_id?: string;
  readonly payload?: { readonly event_id?: string; readonly type?: string };
}

/** A socket that acknowledges everything at once and remembers the frames. */
async function anEagerSocket(workspace: Awaited<ReturnType<typeof aWorkspace>>) {
  const { url } = await aWebClient(workspace, workspace.tokens.app).apps.connections.open();
  const socket = closing(new WebSocket(url ?? ''));
  const frames: Frame[] = [];
  socket.on('message', (data) => {
    const frame: Frame = JSON.parse(String(data));
    frames.push(frame);
    if (frame.envelope_id) socket.send(JSON.stringify({ envelope_id: frame.envelope_id }));
  });
  await expect.poll(() => frames.length).toBeGreaterThan(0);
  return frames;
}

const said = { channel: 'C0WEB', text: 'hi' };

describe('disturbed calls', () => {
  it('are told to come back later, as long as the switch is on', async () => {
    const workspace = await aWorkspace();
    const call = () =>
      fetch(`${workspace.apiUrl}chat.postMessage`, {
        method: 'POST',
        headers: { authorization: `Bearer ${workspace.tokens.bot}` },
        body: new URLSearchParams(said),
      });
    workspace.disturb({
      failing: [{ method: 'chat.postMessage', status: 429, error: 'ratelimited', retryAfter: 7 }],
    });

    const [limited, other] = [await call(), await aWebClient(workspace).auth.test()];
    workspace.calm();

    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '7']);
    expect(other.ok).toBe(true);
    expect((await call()).status).toBe(200);
  });

  it('meet a broken server on every method', async () => {
    const workspace = await aWorkspace();
    workspace.disturb({ failing: [{ method: '*', status: 503, error: 'service_unavailable' }] });

    await expect(aWebClient(workspace).auth.test()).rejects.toThrow('503');
  });

  it('are refused a block type, and the place is named', async () => {
    const workspace = await aWorkspace();
    const { chat, views } = aWebClient(workspace);
    const button = { ...said, blocks: [aButton('go', 'Go')] };
    workspace.disturb({ refusedBlocks: ['actions', 'external_select'] });

    await expect(chat.postMessage(button)).rejects.toMatchObject({
      data: {
        error: 'invalid_blocks',
        errors: ['unsupported type: actions [json-pointer:/blocks/0/type]'],
      },
    });
    await expect(views.open({ trigger_id: 'any', view: aModal() })).rejects.toMatchObject({
      data: { error: 'invalid_arguments' },
    });
    await chat.postMessage({ ...said, blocks: [{ type: 'divider' }] });
  });

  it('are refused a block type at a response_url, too', async () => {
    const workspace = await aWorkspace();
    const statuses: unknown[] = [];
    await aBoltApp(workspace, (app) =>
      app.command('/image', async ({ ack, command }) => {
        await ack();
        const response = await fetch(command.response_url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ blocks: [{ type: 'divider' }] }),
        });
        statuses.push(response.status, await response.text());
      }),
    );
    workspace.disturb({ refusedBlocks: ['divider'] });

    await workspace.as('U0WEBOP').command('C0WEB', '/image');

    await expect.poll(() => statuses).toEqual([400, 'invalid_blocks']);
  });

  it('come with a trigger that has expired', async () => {
    const workspace = await aWorkspace();
    const errors: unknown[] = [];
    await aBoltApp(workspace, (app) =>
      app.command('/image', async ({ ack, command, client }) => {
        await ack();
        await client.views
          .open({ trigger_id: command.trigger_id, view: aModal() })
          .catch((error) => errors.push(error.data.error));
      }),
    );
    workspace.disturb({ expireTriggers: true });

    await workspace.as('U0WEBOP').command('C0WEB', '/image');

    await expect.poll(() => errors).toEqual(['expired_trigger_id']);
    expect(workspace.as('U0WEBOP').modal()).toBeUndefined();
  });

  it('come with a token that was revoked; the app token still works', async () => {
    const workspace = await aWorkspace();
    workspace.disturb({ revokeToken: true });

    await expect(aWebClient(workspace).auth.test()).rejects.toThrow('token_revoked');
    expect((await aWebClient(workspace, workspace.tokens.app).apps.connections.open()).ok).toBe(
      true,
    );
  });

  it('are answered late, not wrongly', async () => {
    const workspace = await aWorkspace();
    workspace.disturb({ latencyMs: 1000 });
    const order: string[] = [];
    const { auth } = aWebClient(workspace);

    const late = auth.test().then(() => order.push('late'));
    await expect.poll(() => workspace.calls.length).toBe(1);
    workspace.calm();
    const prompt = aWebClient(workspace)
      .auth.test()
      .then(() => order.push('prompt'));
    await Promise.all([late, prompt]);

    expect(order).toEqual(['prompt', 'late']);
    expect(workspace.trace()[0]).toMatchObject({ name: 'auth.test', answer: { ok: true } });
  });
});

describe('disturbed events', () => {
  it('come twice with one event_id, the second time as a retry', async () => {
    const workspace = await aWorkspace();
    const frames = await anEagerSocket(workspace);
    workspace.disturb({ duplicateEvents: true });

    await workspace.as('U0WEBOP').say('C0WEB', '@goldie hello');

    await expect.poll(() => frames.length).toBe(3);
    expect(frames.slice(1).map((frame) => frame.retry_attempt)).toEqual([0, 1]);
    expect(frames[1]?.payload?.event_id).toBe(frames[2]?.payload?.event_id);
  });

  it('come late', async () => {
    const workspace = await aWorkspace();
    const frames = await anEagerSocket(workspace);
    workspace.disturb({ delayEventsMs: 800 });

    await workspace.as('U0WEBOP').say('C0WEB', '@goldie late');
    workspace.disturb({ delayEventsMs: 0 });
    await workspace.as('U0WEBOP').say('C0WEB', '@goldie prompt');

    await expect.poll(() => frames.length).toBe(3);
    expect(frames.slice(1)).toMatchObject([
      { payload: { event: { text: expect.stringContaining('prompt') } } },
      { payload: { event: { text: expect.stringContaining('late') } } },
    ]);
  });

  it('are announced to be held back by app_rate_limited, which has no inner event', async () => {
    const workspace = await aWorkspace();
    const frames = await anEagerSocket(workspace);

    workspace.have('rate-limit-events');

    await expect
      .poll(() => frames[1]?.payload)
      .toMatchObject({
        type: 'app_rate_limited',
        team_id: 'T0GOLDIE',
        minute_rate_limited: expect.any(Number),
      });
  });

  it('can be had by a Bolt app over HTTP as well', async () => {
    const port = await aFreePort();
    const signingSecret = 'a secret';
    const workspace = await aWorkspace({
      manifest: aManifest({ events: ['app_mention'] }),
      deliverTo: { url: `http://127.0.0.1:${port}/slack/events`, signingSecret },
    });
    const heard: string[] = [];
    await aBoltAppOverHttp(workspace, { port, signingSecret }, (app) =>
      app.event('app_mention', async ({ body }) => void heard.push(body.event_id)),
    );
    workspace.disturb({ duplicateEvents: true });

    await workspace.as('U0WEBOP').say('C0WEB', '@goldie hello');

    await expect.poll(() => heard.length).toBe(2);
    expect(new Set(heard).size).toBe(1);
  });
});

describe('the switches of the page', () => {
  const order = async (url: string, body: unknown) => {
    const response = await fetch(`${url}/page/chaos`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: response.status, answer: await response.json() };
  };

  it('change what is given, keep the rest, and go off all at once', async () => {
    const { url } = await aWorkspace();

    await order(url, { set: { duplicateEvents: true } });
    const two = await order(url, { set: { latencyMs: 200 } });
    const none = await order(url, { calm: true });

    expect(two.answer).toMatchObject({ chaos: { duplicateEvents: true, latencyMs: 200 } });
    expect(none.answer).toMatchObject({ chaos: { duplicateEvents: false, latencyMs: 0 } });
  });

  it('cut the sockets of the app', async () => {
    const workspace = await aWorkspace();
    await anEagerSocket(workspace);

    await order(workspace.url, { incident: 'drop-sockets' });

    await expect.poll(() => workspace.connections()).toBe(0);
  });

  it.each([
    [{ set: { latencyMs: -1 } }],
    [{ set: { nonsense: true } }],
    [{ incident: 'earthquake' }],
    [{}],
  ])('refuse %j', async (body) => {
    expect((await order((await aWorkspace()).url, body)).status).toBe(400);
  });
});
