import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { masked } from '../../src/workspace/workshop/mask.ts';
import { aBoltApp, aWebClient } from './support/apps.ts';
import { aButton } from './support/views.ts';
import { aWorkspace, demoSeed } from './support/workspaces.ts';

type Running = Awaited<ReturnType<typeof aWorkspace>>;

async function post({ url }: Running, path: string, body: unknown = {}) {
  const response = await fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return response.json();
}

describe('the trace', () => {
  it('holds calls, events, commands and presses with their answers', async () => {
    const workspace = await aWorkspace();
    await aBoltApp(workspace, (app) => {
      app.command('/image', async ({ ack, respond }) => {
        await ack();
        await respond({ text: 'Go?', blocks: [aButton('go', 'Go')] });
      });
      app.action('go', ({ ack }) => ack());
      app.event('app_mention', async ({ say }) => void (await say('Hello')));
    });
    const wendy = workspace.as('U0WEBOP');

    await wendy.say('C0WEB', '@goldie hi');
    await workspace.waitFor(({ text }) => text === 'Hello');
    await wendy.command('C0WEB', '/image');
    await wendy.press(await workspace.waitFor(({ text }) => text === 'Go?'), 'Go');

    const names = workspace.trace().map(({ kind, name }) => `${kind} ${name}`);
    expect(names).toEqual(
      expect.arrayContaining([
        'event app_mention',
        'call chat.postMessage',
        'command /image',
        'response response_url',
        'interaction block_actions',
      ]),
    );
    const posted = workspace.trace().find(({ name }) => name === 'chat.postMessage');
    expect(posted).toMatchObject({ sent: { text: 'Hello' }, answer: { ok: true } });
  });

  it('shows no token and no one-time address', async () => {
    const workspace = await aWorkspace();
    await aBoltApp(workspace, (app) => app.command('/image', ({ ack }) => ack()));
    await aWebClient(workspace).files.getUploadURLExternal({ filename: 'a.txt', length: 1 });
    await workspace.as('U0WEBOP').command('C0WEB', '/image');

    const text = await (await fetch(`${workspace.url}/page/trace`)).text();

    expect(text).toContain('/image');
    expect(text).not.toContain(workspace.tokens.bot);
    expect(text).not.toMatch(/ticket=\w/);
    expect(text).not.toMatch(/\/respond\/commands\/\w/);
    expect(text).not.toMatch(/\/upload\/v1\/\w/);
  });

  it('masks tokens wherever they hide', () => {
    expect(
      masked({
        token: 'secret',
        list: ['use xoxb-1-abc now'],
        deep: { bot_access_token: 'xwfp-9' },
      }),
    ).toEqual({ token: '…', list: ['use xoxb-… now'], deep: { bot_access_token: 'xwfp-…' } });
  });

  it('gives only what is new since a version', async () => {
    const workspace = await aWorkspace();
    const { auth, users } = aWebClient(workspace);
    await auth.test();
    const seen = workspace.trace().at(-1)?.version ?? 0;

    await users.list({});
    const response = await fetch(`${workspace.url}/page/trace?since=${seen}`);

    expect(await response.json()).toMatchObject({ entries: [{ name: 'users.list' }] });
  });
});

describe('a reset', () => {
  it('forgets messages, files, views and sessions, and keeps people and channels', async () => {
    const workspace = await aWorkspace();
    const { chat, views } = aWebClient(workspace);
    await chat.postMessage({ channel: 'C0WEB', text: 'hi' });
    await views.publish({ user_id: 'U0WEBOP', view: { type: 'home', blocks: [] } });
    const wendy = workspace.as('U0WEBOP');
    wendy.upload('C0WEB', 'a.txt', 'x');
    const [, file] = workspace.messages('C0WEB', { as: 'U0WEBOP' });

    await post(workspace, '/page/reset');

    expect(workspace.messages('C0WEB', { as: 'U0WEBOP' })).toEqual([]);
    expect(wendy.home()).toBeUndefined();
    expect((await fetch(file?.files?.[0]?.url ?? '')).status).toBe(404);
    await wendy.say('C0WEB', 'still here');
    expect(workspace.messages('C0WEB', { as: 'U0WEBOP' })).toHaveLength(1);
  });

  it('has the people of a scene say their lines, which the app hears as it hears all talk', async () => {
    const lines = [
      { who: 'ada', where: 'general', says: 'Morning.' },
      { who: 'wendy', where: 'team-web', says: '@goldie hi' },
      { who: 'dan', says: 'hello' },
    ];
    const seed = { ...(await demoSeed()), scenes: [{ name: 'A morning', lines }] };
    const workspace = await aWorkspace({ seed });
    await aBoltApp(workspace, (app) => {
      app.event('app_mention', async ({ say }) => void (await say('You called?')));
      app.event('message', async ({ say }) => void (await say('Hello, Dan.')));
    });
    await workspace.as('U0WEBOP').say('C0GENERAL', 'to be forgotten');

    const answer = await post(workspace, '/page/reset', { scene: 'A morning' });
    await workspace.waitFor(({ text }) => text === 'You called?');
    await workspace.waitFor(({ text }) => text === 'Hello, Dan.');

    expect(answer).toEqual({ ok: true });
    const said = workspace.messages('C0GENERAL', { as: 'U0ADMIN' });
    expect(said.map(({ text, user }) => [user, text])).toEqual([['U0ADMIN', 'Morning.']]);
  });

  it('forgets nothing for a scene that does not exist', async () => {
    const workspace = await aWorkspace();
    await workspace.as('U0WEBOP').say('C0GENERAL', 'still here');

    const answer = await post(workspace, '/page/reset', { scene: 'Elsewhere' });

    expect(answer).toMatchObject({ ok: false, error: 'There is no scene Elsewhere.' });
    expect(workspace.messages('C0GENERAL', { as: 'U0WEBOP' })).toHaveLength(1);
  });

  it('can be followed by a channel full of sample talk, of which the app hears nothing', async () => {
    const workspace = await aWorkspace();

    await post(workspace, '/page/fill', { channel: 'C0WEB', count: 500 });

    expect(workspace.messages('C0WEB', { as: 'U0WEBOP' })).toHaveLength(500);
    expect(workspace.trace()).toEqual([]);
    expect(await post(workspace, '/page/fill', { channel: 'C0NONE', count: 1 })).toMatchObject({
      ok: false,
    });
  });
});

describe('the recorder', () => {
  it('writes a conversation down as a dialog', async () => {
    const workspace = await aWorkspace();
    await aBoltApp(workspace, (app) => {
      app.event('app_mention', async ({ say, event, client }) => {
        await say({
          text: 'Share *web-golden* with team-data.\nAnyone there can use it.',
          thread_ts: event.ts,
          blocks: [aButton('share', 'Share')],
        });
        await client.chat.postMessage({ channel: 'C0DATA', text: 'An offer is on its way.' });
      });
      app.action('share', async ({ ack, respond }) => {
        await ack();
        await respond('Offering web-golden.');
      });
      app.command('/image', ({ ack }) => ack('Nothing is shared.'));
    });
    const wendy = workspace.as('U0WEBOP');
    await wendy.say('C0WEB', 'before the recording');
    await post(workspace, '/page/record', { do: 'start' });

    await wendy.say('C0WEB', '@goldie share web-golden with team-data');
    await workspace.waitFor(({ text }) => text.startsWith('An offer'));
    await wendy.press(await workspace.waitFor(({ text }) => text.startsWith('Share')), 'Share');
    await workspace.waitFor(({ text }) => text.startsWith('Offering'));
    await wendy.command(wendy.dm, '/image shared');
    const answer = await post(workspace, '/page/record', { do: 'stop', title: 'sharing' });

    expect(parse(String(Object(answer).yaml))).toEqual({
      title: 'sharing',
      dialog: [
        { 'wendy in team-web': 'share web-golden with team-data' },
        { goldie: 'Share web-golden with team-data.', choices: ['Share'] },
        { 'goldie in team-data': 'An offer is on its way.' },
        { 'wendy presses in team-web': 'Share' },
        { goldie: 'Offering web-golden.', private: true },
        { 'wendy types': '/image shared' },
        { goldie: 'Nothing is shared.', private: true },
      ],
    });
  });

  it('has nothing to give when nothing was said', async () => {
    const workspace = await aWorkspace();
    await post(workspace, '/page/record', { do: 'start' });

    expect(await post(workspace, '/page/record', { do: 'stop' })).toMatchObject({ ok: false });
  });
});
