import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startWorkspace } from '../../src/workspace/workspace.ts';
import { aBoltApp, aWebClient } from './support/apps.ts';
import { aModal } from './support/views.ts';
import { aManifest, aWorkspace, demoSeed } from './support/workspaces.ts';

async function aPath(): Promise<string> {
  return join(await mkdtemp(join(tmpdir(), 'workspace-')), 'state', 'workspace.json');
}

describe('the state file', () => {
  it('brings back messages, threads and Home tabs after a restart', async () => {
    const stateFile = await aPath();
    const first = await aWorkspace({ stateFile });
    const { chat, views } = aWebClient(first);
    const { ts = '' } = await chat.postMessage({
      channel: 'C0WEB',
      text: 'first',
      blocks: [{ type: 'divider' }],
      metadata: { event_type: 'job', event_payload: { id: 'job-1' } },
    });
    await first.as('U0WEBOP').say('C0WEB', 'a reply', ts);
    await chat.postEphemeral({ channel: 'C0WEB', user: 'U0WEBOP', text: 'psst' });
    await views.publish({ user_id: 'U0WEBOP', view: { type: 'home', blocks: [] } });
    const before = first.thread('C0WEB', ts, { as: 'U0WEBOP' });
    await first.close();

    const second = await aWorkspace({ stateFile });

    expect(second.thread('C0WEB', ts, { as: 'U0WEBOP' })).toEqual(before);
    expect(second.messages('C0WEB', { as: 'U0WEBOP' })).toMatchObject([
      { text: 'first', replyCount: 1, metadata: { event_type: 'job' } },
    ]);
    expect(second.as('U0WEBOP').home()).toEqual(first.as('U0WEBOP').home());
  });

  it('keeps stamps growing even when the clock went back in between', async () => {
    const stateFile = await aPath();
    const first = await aWorkspace({ stateFile, clock: () => 1_900_000_000_000 });
    const early = await first.as('U0WEBOP').say('C0WEB', 'before');
    await first.close();

    const second = await aWorkspace({ stateFile, clock: () => 1_800_000_000_000 });
    const late = await second.as('U0WEBOP').say('C0WEB', 'after');

    expect(late > early).toBe(true);
  });

  it('brings back files and open modals', async () => {
    const stateFile = await aPath();
    const first = await aWorkspace({ stateFile });
    await aBoltApp(first, (app) =>
      app.command('/image', async ({ ack, client, command }) => {
        await ack();
        await client.views.open({ trigger_id: command.trigger_id, view: aModal() });
      }),
    );
    first.as('U0WEBOP').upload('C0WEB', 'notes.txt', 'kept');
    await first.as('U0WEBOP').command('C0WEB', '/image');
    const modal = await first.as('U0WEBOP').waitForModal();
    await first.close();

    const second = await aWorkspace({ stateFile });

    const [message] = second.messages('C0WEB', { as: 'U0WEBOP' });
    expect(await (await fetch(message?.files?.[0]?.url ?? '')).text()).toBe('kept');
    const state = await (await fetch(`${second.url}/page/state?as=U0WEBOP`)).json();
    expect(state).toMatchObject({ views: [{ id: modal.id }] });
  });

  it('forgets deleted messages', async () => {
    const stateFile = await aPath();
    const first = await aWorkspace({ stateFile });
    const { chat } = aWebClient(first);
    const { ts = '' } = await chat.postMessage({ channel: 'C0WEB', text: 'oops' });
    await chat.delete({ channel: 'C0WEB', ts });
    await first.close();

    const second = await aWorkspace({ stateFile });

    expect(second.messages('C0WEB', { as: 'U0WEBOP' })).toEqual([]);
  });

  it.each([
    ['is not JSON', '{"version":1,', 'is not JSON'],
    ['has another shape', '{"version":1,"messages":[{}],"views":[]}', 'is damaged'],
    ['is of another version', '{"version":2,"messages":[],"views":[]}', 'is damaged'],
  ])('that %s stops the start, is named and stays as it was', async (_, text, sentence) => {
    const path = join(await mkdtemp(join(tmpdir(), 'workspace-')), 'workspace.json');
    await writeFile(path, text);

    const start = startWorkspace({
      port: 0,
      manifest: aManifest(),
      seed: await demoSeed(),
      stateFile: path,
    });

    await expect(start).rejects.toThrow(`${path} ${sentence}`);
    expect(await readFile(path, 'utf8')).toBe(text);
  });
});
