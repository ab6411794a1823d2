import { mkdtemp, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startWorkspace } from '../../src/workspace/workspace.ts';
import { aWebClient } from './support/apps.ts';
import { aManifest, aWorkspace, closing, demoSeed } from './support/workspaces.ts';

/** A request with headers that fetch would not let us set. */
function ask(
  url: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {},
): Promise<{ readonly status: number | undefined; readonly text: string; readonly type: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode,
          text: Buffer.concat(chunks).toString(),
          type: response.headers['content-type'] ?? '',
        }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const jsonHeaders = { 'content-type': 'application/json' };

describe('what the page asks for', () => {
  it('is the state as one person sees it', async () => {
    const { url } = await aWorkspace();

    const { text } = await ask(`${url}/page/state?as=U0DATOP`);

    expect(JSON.parse(text)).toMatchObject({
      team: { name: 'Golden Harbor' },
      me: 'U0DATOP',
      bot: 'U0GOLDIE',
      home: null,
      botConnected: false,
      commands: [{ command: '/image', description: 'Images', usageHint: '[help]' }, {}],
    });
    expect(JSON.parse(text).channels.map((channel: { id: string }) => channel.id)).toEqual([
      'C0GENERAL',
      'C0IMAGES',
      'C0DATA',
      'C0RANDOM',
      'D0DATOP',
    ]);
  });

  it('is the first person of the seed when nobody was named', async () => {
    const { url } = await aWorkspace();

    expect(JSON.parse((await ask(`${url}/page/state`)).text)).toMatchObject({ me: 'U0WEBOP' });
  });

  it('comes 200 messages at a time, without ephemeral ones', async () => {
    const workspace = await aWorkspace();
    const { chat } = aWebClient(workspace);
    await chat.postEphemeral({ channel: 'C0WEB', user: 'U0WEBOP', text: 'psst' });
    const wendy = workspace.as('U0WEBOP');
    for (let count = 1; count <= 203; count += 1) await wendy.say('C0WEB', `no. ${count}`);
    const read = async (query: string) =>
      JSON.parse(
        (await ask(`${workspace.url}/page/messages?as=U0WEBOP&channel=C0WEB${query}`)).text,
      );

    const newest = await read('');
    const older = await read(`&before=${newest.messages[0].ts}`);

    expect([newest.messages.length, newest.hasMore]).toEqual([200, true]);
    expect(newest.messages.at(-1).text).toBe('no. 203');
    expect(older).toMatchObject({
      messages: [{ text: 'no. 1' }, { text: 'no. 2' }, { text: 'no. 3' }],
      hasMore: false,
    });
  });

  it('is refused for a channel that the person is not in', async () => {
    const { url } = await aWorkspace();

    expect(await ask(`${url}/page/messages?as=U0DATOP&channel=C0WEB`)).toMatchObject({
      status: 403,
      text: 'You are not in this channel.',
    });
  });
});

describe('what the page is told', () => {
  async function aTab(url: string, as: string) {
    const socket = closing(new WebSocket(`${url.replace('http', 'ws')}/page/live?as=${as}`));
    const news: { type: string; message?: { text: string } }[] = [];
    socket.on('message', (data) => news.push(JSON.parse(String(data))));
    await new Promise((resolve) => socket.once('open', resolve));
    return { news, close: () => socket.terminate() };
  }

  it('is what its person may see, and nothing else', async () => {
    const workspace = await aWorkspace();
    const wendy = await aTab(workspace.url, 'U0WEBOP');
    const dan = await aTab(workspace.url, 'U0DATOP');
    const { chat } = aWebClient(workspace);

    await chat.postMessage({ channel: 'C0WEB', text: 'for the web team' });
    await chat.postEphemeral({ channel: 'C0GENERAL', user: 'U0WEBOP', text: 'for Wendy' });
    await chat.postMessage({ channel: 'C0GENERAL', text: 'for all' });

    const texts = (news: typeof dan.news) => news.map(({ message }) => message?.text);
    await expect.poll(() => texts(dan.news)).toEqual(['for all']);
    await expect
      .poll(() => texts(wendy.news))
      .toEqual(['for the web team', 'for Wendy', 'for all']);
  });
});

describe('a door that only opens from here', () => {
  it.each([
    ['a foreign name for this address', { host: 'evil.example' }],
    ['a page from elsewhere', { origin: 'http://evil.example' }],
    ['a page on another port', { origin: 'http://127.0.0.1:1' }],
    ['a request the browser calls cross-site', { 'sec-fetch-site': 'cross-site' }],
  ])('turns away %s', async (_, headers) => {
    const { url, ...workspace } = await aWorkspace();

    const read = await ask(`${url}/page/state`, { headers });
    const sent = await ask(`${url}/page/send`, {
      method: 'POST',
      headers: { ...jsonHeaders, ...headers },
      body: JSON.stringify({ as: 'U0WEBOP', channel: 'C0WEB', text: 'hi' }),
    });

    expect([read.status, sent.status]).toEqual([403, 403]);
    expect(workspace.messages('C0WEB', { as: 'U0WEBOP' })).toEqual([]);
  });

  it('turns away a live connection of a page from elsewhere', async () => {
    const { url } = await aWorkspace();
    const socket = new WebSocket(`${url.replace('http', 'ws')}/page/live?as=U0WEBOP`, {
      origin: 'http://evil.example',
    });

    const refused = await new Promise<Error>((resolve) => socket.once('error', resolve));

    expect(refused.message).toContain('403');
  });

  it('lets its own page send', async () => {
    const { url, ...workspace } = await aWorkspace();

    const { text } = await ask(`${url}/page/send`, {
      method: 'POST',
      headers: { ...jsonHeaders, origin: url },
      body: JSON.stringify({ as: 'U0WEBOP', channel: 'C0WEB', text: 'hi' }),
    });

    expect(JSON.parse(text)).toMatchObject({ ok: true });
    expect(workspace.messages('C0WEB', { as: 'U0WEBOP' })).toMatchObject([{ text: 'hi' }]);
  });
});

describe('requests that make no sense', () => {
  it.each([
    ['a body that is not JSON', '/page/send', jsonHeaders, '{', 400],
    ['a body of the wrong shape', '/page/send', jsonHeaders, '{"as":1}', 400],
    ['a form where JSON belongs', '/page/send', {}, 'as=U0WEBOP', 415],
    ['an address that is not there', '/page/nothing', jsonHeaders, '{}', 404],
    ['a response address nobody gave out', '/respond/commands/x', jsonHeaders, '{}', 404],
    ['an upload nobody announced', '/upload/v1/x', {}, 'bytes', 404],
    [
      'a broken multipart body',
      '/upload/v1/x',
      { 'content-type': 'multipart/form-data' },
      'x',
      400,
    ],
    ['five megabytes', '/api/api.test', {}, Buffer.alloc(5 * 1024 * 1024), 413],
  ])('%s at %s', async (_, path, headers, body, status) => {
    const { url } = await aWorkspace();

    const answer = await ask(`${url}${path}`, { method: 'POST', headers, body });

    expect(answer.status).toBe(status);
    expect((await ask(`${url}/page/state`)).status).toBe(200);
  });

  it('of a person in a channel that is not theirs answer with a sentence', async () => {
    const workspace = await aWorkspace();

    await expect(workspace.as('U0DATOP').say('C0WEB', 'hi')).rejects.toThrow(
      'You are not in this channel.',
    );
    expect(() => workspace.as('U0NOBODY')).toThrow('There is nobody with the id U0NOBODY.');
  });
});

describe('the built page', () => {
  it('is served with its types, and nothing outside its folder is', async () => {
    const pageDir = await mkdtemp(join(tmpdir(), 'page-'));
    await writeFile(join(pageDir, 'index.html'), '<p>Hello</p>');
    await writeFile(join(pageDir, 'app.js'), 'go()');
    await writeFile(`${pageDir}.js`, 'secret');
    const { url } = await aWorkspace({ pageDir });

    expect(await ask(`${url}/`)).toMatchObject({
      status: 200,
      text: '<p>Hello</p>',
      type: 'text/html; charset=utf-8',
    });
    expect(await ask(`${url}/app.js`)).toMatchObject({ type: 'text/javascript; charset=utf-8' });
    const outside = `${url}/..%2f${encodeURIComponent(`${pageDir}.js`.split('/').at(-1) ?? '')}`;
    expect(await ask(outside)).toMatchObject({ status: 404 });
    expect(await ask(`${url}/none.js`)).toMatchObject({ status: 404 });
  });

  it('says how to build it when it is not there', async () => {
    const { url } = await aWorkspace({ pageDir: join(tmpdir(), 'no-such-folder') });

    expect(await ask(`${url}/`)).toMatchObject({
      status: 503,
      text: expect.stringContaining('npm run build'),
    });
  });
});

describe('a port that is taken', () => {
  it('is named in one sentence', async () => {
    const { url } = await aWorkspace();
    const port = Number(new URL(url).port);

    await expect(
      startWorkspace({ port, manifest: aManifest(), seed: await demoSeed() }),
    ).rejects.toThrow(`Port ${port} is in use by another program; stop it or choose another port.`);
  });
});
