import { describe, expect, it } from 'vitest';
import { aWebClient } from './support/apps.ts';
import { aManifest, aWorkspace } from './support/workspaces.ts';

/** A call with nothing but fetch, to see the answer as it is. */
async function call(
  url: string,
  init: {
    readonly headers?: Record<string, string>;
    readonly body: string | URLSearchParams | FormData;
  },
) {
  const response = await fetch(url, { method: 'POST', ...init });
  return { status: response.status, headers: response.headers, answer: await response.json() };
}

describe('who may call what', () => {
  it('tells an app who it is', async () => {
    const workspace = await aWorkspace();

    expect(await aWebClient(workspace).auth.test()).toMatchObject({
      ok: true,
      team: 'Golden Harbor',
      team_id: 'T0GOLDIE',
      user_id: 'U0GOLDIE',
      bot_id: 'B0GOLDIE',
    });
  });

  it.each([
    ['chat.postMessage', undefined, 'not_authed'],
    ['chat.postMessage', 'xoxb-wrong', 'invalid_auth'],
    ['chat.postMessage', 'app', 'not_allowed_token_type'],
    ['apps.connections.open', 'bot', 'not_allowed_token_type'],
    ['chat.whisper', 'bot', 'unknown_method'],
  ])('%s with the token %s answers %s', async (method, which, error) => {
    const { apiUrl, tokens } = await aWorkspace();
    const token = which === 'app' ? tokens.app : which === 'bot' ? tokens.bot : which;

    const { answer } = await call(`${apiUrl}${method}`, {
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
      body: new URLSearchParams({ channel: 'C0WEB', text: 'hi' }),
    });

    expect(answer).toMatchObject({ ok: false, error });
  });

  it('names the scope that the manifest lacks', async () => {
    const workspace = await aWorkspace({ manifest: aManifest({ scopes: ['chat:write'] }) });

    await expect(aWebClient(workspace).users.info({ user: 'U0WEBOP' })).rejects.toMatchObject({
      data: { error: 'missing_scope', needed: 'users:read', provided: 'chat:write' },
    });
  });

  it('asks for the history scope of the kind of channel', async () => {
    const workspace = await aWorkspace({ manifest: aManifest({ scopes: ['im:history'] }) });
    const { conversations } = aWebClient(workspace);

    expect(await conversations.history({ channel: 'D0WEBOP' })).toMatchObject({ messages: [] });
    await expect(conversations.history({ channel: 'C0WEB' })).rejects.toMatchObject({
      data: { error: 'missing_scope', needed: 'channels:history' },
    });
  });

  it('takes arguments as form, JSON or multipart, and the token as a field', async () => {
    const { apiUrl, tokens, ...workspace } = await aWorkspace();
    const url = `${apiUrl}chat.postMessage`;
    const form = new FormData();
    for (const [key, value] of [
      ['token', tokens.bot],
      ['channel', 'C0WEB'],
      ['text', 'multipart'],
    ] as const)
      form.set(key, value);

    await call(url, {
      body: new URLSearchParams({ token: tokens.bot, channel: 'C0WEB', text: 'form' }),
    });
    await call(url, {
      headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens.bot}` },
      body: JSON.stringify({ channel: 'C0WEB', text: 'json' }),
    });
    await call(url, { body: form });

    const texts = workspace.messages('C0WEB', { as: 'U0WEBOP' }).map((message) => message.text);
    expect(texts).toEqual(['form', 'json', 'multipart']);
    expect(workspace.calls.at(-1)).toEqual({
      method: 'chat.postMessage',
      args: { channel: 'C0WEB', text: 'multipart' },
    });
  });

  it('fails the next call the way it was told to', async () => {
    const workspace = await aWorkspace();
    workspace.failNext('chat.postMessage', { status: 429, error: 'ratelimited', retryAfter: 7 });
    const post = () =>
      call(`${workspace.apiUrl}chat.postMessage`, {
        headers: { authorization: `Bearer ${workspace.tokens.bot}` },
        body: new URLSearchParams({ channel: 'C0WEB', text: 'hi' }),
      });

    const first = await post();
    const second = await post();

    expect([first.status, first.headers.get('retry-after')]).toEqual([429, '7']);
    expect(second.answer).toMatchObject({ ok: true });
  });
});
