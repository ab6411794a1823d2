import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { aBoltApp, aWebClient } from './support/apps.ts';
import { aWorkspace, closing } from './support/workspaces.ts';

interface Frame {
  readonly type: string;
  readonly envelope_id?: string;
  readonly retry_attempt?: number;
  readonly retry_reason?: string;
  readonly reason?: string;
  readonly payload?: { readonly event_id: string };
}

/** A socket that only listens, unless told to acknowledge. */
async function aSocket(workspace: Awaited<ReturnType<typeof aWorkspace>>) {
  const { url } = await aWebClient(workspace, workspace.tokens.app).apps.connections.open();
  const socket = new WebSocket(url ?? '');
  const frames: Frame[] = [];
  socket.on('message', (data) => frames.push(JSON.parse(String(data))));
  closing({ close: () => socket.terminate() });
  await expect.poll(() => frames.length).toBeGreaterThan(0);
  return { socket, frames };
}

describe('delivery over sockets', () => {
  it('delivers an unacknowledged event four times, as the same event', async () => {
    const workspace = await aWorkspace({ ackWithinMs: 20, timeScale: 60_000 });
    const { frames } = await aSocket(workspace);

    await workspace.as('U0WEBOP').say('C0WEB', '@goldie hello');

    await expect.poll(() => frames.length).toBe(5);
    const events = frames.slice(1);
    expect(events.map((frame) => [frame.retry_attempt, frame.retry_reason])).toEqual([
      [0, ''],
      [1, 'timeout'],
      [2, 'timeout'],
      [3, 'timeout'],
    ]);
    expect(new Set(events.map((frame) => frame.payload?.event_id)).size).toBe(1);
  });

  it('delivers an acknowledged event once', async () => {
    const workspace = await aWorkspace({ ackWithinMs: 50, timeScale: 60_000 });
    const { socket, frames } = await aSocket(workspace);
    socket.on('message', (data) => {
      const { envelope_id } = JSON.parse(String(data));
      socket.send(JSON.stringify({ envelope_id, payload: {} }));
    });
    const wendy = workspace.as('U0WEBOP');

    await wendy.say('C0WEB', '@goldie one');
    await wendy.command('C0WEB', '/image');
    await wendy.say('C0WEB', '@goldie two');

    await expect.poll(() => frames.length).toBe(4);
    expect(frames.every((frame) => !frame.retry_attempt)).toBe(true);
  });

  it('keeps events for the next connection, and marks them as retries', async () => {
    const workspace = await aWorkspace();
    await workspace.as('U0WEBOP').say('C0WEB', '@goldie are you there?');

    const { frames } = await aSocket(workspace);

    await expect.poll(() => frames[1]).toMatchObject({ type: 'events_api', retry_attempt: 1 });
  });

  it('delivers an event twice on demand, with the same event_id', async () => {
    const workspace = await aWorkspace();
    const { frames } = await aSocket(workspace);
    await workspace.as('U0WEBOP').say('C0WEB', '@goldie hello');

    workspace.repeatLastEvent();

    await expect.poll(() => frames.length).toBe(3);
    expect(frames[2]).toMatchObject({ retry_attempt: 1, payload: frames[1]?.payload });
  });

  it('takes turns between two sockets', async () => {
    const workspace = await aWorkspace();
    const sockets = [await aSocket(workspace), await aSocket(workspace)];

    for (let count = 0; count < 4; count += 1)
      await workspace.as('U0WEBOP').say('C0WEB', `@goldie no. ${count}`);

    await expect.poll(() => sockets.map(({ frames }) => frames.length)).toEqual([3, 3]);
  });

  it('turns away the eleventh socket', async () => {
    const workspace = await aWorkspace();
    for (let count = 0; count < 10; count += 1) await aSocket(workspace);

    const { frames } = await aSocket(workspace);

    expect(frames).toMatchObject([{ type: 'disconnect', reason: 'too_many_websockets' }]);
    expect(workspace.connections()).toBe(10);
  });

  it('sends to the other socket while one is being refreshed', async () => {
    const workspace = await aWorkspace();
    const first = await aSocket(workspace);
    workspace.refreshSockets();
    const second = await aSocket(workspace);

    await workspace.as('U0WEBOP').say('C0WEB', '@goldie one');
    await workspace.as('U0WEBOP').say('C0WEB', '@goldie two');

    await expect.poll(() => second.frames.length).toBe(3);
    expect(first.frames.map((frame) => frame.type)).toEqual(['hello', 'disconnect']);
  });

  it('has Bolt come back after its connection was cut', async () => {
    const workspace = await aWorkspace();
    await aBoltApp(workspace, (app) =>
      app.command('/image', ({ ack }) => ack({ text: 'still here' })),
    );

    workspace.dropSockets();
    await expect.poll(() => workspace.connections(), { timeout: 10_000 }).toBe(0);
    await expect.poll(() => workspace.connections(), { timeout: 10_000 }).toBe(1);
    await workspace.as('U0WEBOP').command('C0WEB', '/image');

    await workspace.waitFor((message) => message.text === 'still here');
  });

  it('takes a ticket once', async () => {
    const workspace = await aWorkspace();
    const { url = '' } = await aWebClient(workspace, workspace.tokens.app).apps.connections.open();
    const first = closing(new WebSocket(url));
    await new Promise((resolve) => first.once('open', resolve));

    const second = new WebSocket(url);
    const refused = await new Promise<Error>((resolve) => second.once('error', resolve));

    expect(refused.message).toContain('403');
  });
});
