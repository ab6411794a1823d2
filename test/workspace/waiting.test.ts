import { describe, expect, it } from 'vitest';
import { aWebClient } from './support/apps.ts';
import { aWorkspace } from './support/workspaces.ts';

describe('waiting for a message', () => {
  it('finds one that is there, the newest first', async () => {
    const workspace = await aWorkspace();
    const wendy = workspace.as('U0WEBOP');
    await wendy.say('C0WEB', 'job 1');
    const newest = await wendy.say('C0WEB', 'job 2');

    const found = await workspace.waitFor((message) => message.text.startsWith('job'));

    expect(found.ts).toBe(newest);
  });

  it('takes nothing that was there before the time it is told', async () => {
    const workspace = await aWorkspace();
    const wendy = workspace.as('U0WEBOP');
    await wendy.say('C0WEB', 'job 1');
    const since = await wendy.say('C0WEB', 'job 2');

    const found = workspace.waitFor(({ text }) => text.startsWith('job'), { since });
    const next = await wendy.say('C0WEB', 'job 3');

    expect((await found).ts).toBe(next);
    expect((await workspace.waitFor(({ text }) => text.startsWith('job'), { since })).ts).toBe(
      next,
    );
  });

  it('wakes up at an edit', async () => {
    const workspace = await aWorkspace();
    const { chat } = aWebClient(workspace);
    const { ts = '' } = await chat.postMessage({ channel: 'C0WEB', text: '10 %' });

    const done = workspace.waitFor((message) => message.text === '100 %');
    await chat.update({ channel: 'C0WEB', ts, text: '100 %', parse: 'none' });

    expect((await done).ts).toBe(ts);
  });

  it('looks only at what a person sees when told whose eyes to use', async () => {
    const workspace = await aWorkspace();
    await workspace.as('U0WEBOP').say('C0WEB', 'hello');

    await expect(
      workspace.waitFor((message) => message.text === 'hello', { as: 'U0DATOP', timeoutMs: 20 }),
    ).rejects.toThrow('No such message within 20 ms');
  });

  it('quotes what was said instead when it gives up', async () => {
    const workspace = await aWorkspace();
    await workspace.as('U0WEBOP').say('C0WEB', 'something else');

    await expect(workspace.waitFor(() => false, { timeoutMs: 20 })).rejects.toThrow(
      'C0WEB U0WEBOP: something else',
    );
  });

  it('ends when the workspace is closed', async () => {
    const workspace = await aWorkspace();
    const waiting = expect(workspace.waitFor(() => false)).rejects.toThrow(
      'The workspace was closed.',
    );

    await workspace.close();

    await waiting;
  });
});
