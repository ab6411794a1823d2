import { WebClient } from '@slack/web-api';
import { expect, it } from 'vitest';
import { poster } from '../../src/slack/poster.ts';
import { type Reply, saying } from '../../src/wording/reply.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { aManifest, aWorkspace } from '../workspace/support/workspaces.ts';
import { aLog } from './support/a-door.ts';

const wendy = 'U0WEBOP';
const hello = saying([{ text: 'Hello' }]);
const table: Reply = {
  text: 'One image.',
  parts: [
    { kind: 'paragraph', lines: [[{ text: 'One image.' }]] },
    {
      kind: 'table',
      rows: [
        ['Name', 'Size'],
        ['web-golden', '40 GB'],
      ],
    },
  ],
  seenBy: 'everyone',
};
const csv = { ...table, file: { name: 'images.csv', content: 'name,size\r\nweb-golden,40\r\n' } };

function aPoster(workspace: Workspace) {
  const { log, lines, text } = aLog();
  const client = new WebClient(workspace.tokens.bot, {
    slackApiUrl: workspace.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
  });
  return { ...poster(client, log), lines, text };
}

function callsOf(workspace: Workspace, method: string) {
  return workspace.calls.filter((call) => call.method === method);
}

it('posts a message once, when asked whether it may be there', async () => {
  const workspace = await aWorkspace();
  const { post } = aPoster(workspace);

  const first = await post({ channel: 'C0WEB' }, hello, 'notice-1');
  const again = await post({ channel: 'C0WEB' }, hello, 'notice-1', true);
  const other = await post({ channel: 'C0WEB' }, hello, 'notice-2', true);

  expect(again).toEqual(first);
  expect(other.ts).not.toBe(first.ts);
  expect(workspace.messages('C0WEB', { as: wendy })).toHaveLength(2);
});

it('finds its message in a thread and in direct messages too', async () => {
  const workspace = await aWorkspace();
  const { post } = aPoster(workspace);
  const thread = await workspace.as(wendy).say('C0WEB', 'Hello everybody');

  const inThread = await post({ channel: 'C0WEB', thread }, hello, 'a');
  const inDirect = await post({ channel: wendy }, hello, 'b');

  expect(await post({ channel: 'C0WEB', thread }, hello, 'a', true)).toEqual(inThread);
  expect(await post({ channel: wendy }, hello, 'b', true)).toEqual(inDirect);
});

it('posts where it may not look, rather than staying silent', async () => {
  const scopes = ['chat:write', 'im:write'];
  const workspace = await aWorkspace({ manifest: aManifest({ scopes }) });
  const { post, lines } = aPoster(workspace);

  await post({ channel: 'C0WEB' }, hello, 'notice-1', true);

  expect(workspace.messages('C0WEB', { as: wendy })).toHaveLength(1);
  expect(lines).toMatchObject([{ fields: { error: 'missing_scope' } }]);
});

it('says it plainly where tables are refused', async () => {
  const workspace = await aWorkspace();
  const { post } = aPoster(workspace);
  workspace.failNext('chat.postMessage', { error: 'invalid_blocks' });

  await post({ channel: 'C0WEB' }, table, 'a');

  const [message] = workspace.messages('C0WEB', { as: wendy });
  expect(message?.blocks.map(({ type }) => type)).toEqual(['rich_text']);
  expect(JSON.stringify(message?.blocks)).toContain('web-golden, Size: 40 GB');
});

it('remembers which blocks a workspace refuses, and sends no more of them', async () => {
  const workspace = await aWorkspace();
  const { post, lines } = aPoster(workspace);
  const rated: Reply = {
    ...table,
    choices: [
      { label: 'Helpful', value: 'yes', thumb: 'up' },
      { label: 'Not helpful', value: 'no', thumb: 'down' },
    ],
  };
  workspace.disturb({ refusedBlocks: ['context_actions'] });

  await post({ channel: 'C0WEB' }, rated, 'a');
  await post({ channel: 'C0WEB' }, rated, 'b');

  const messages = workspace.messages('C0WEB', { as: wendy });
  expect(messages.map(({ blocks }) => blocks.map(({ type }) => type))).toEqual([
    ['rich_text', 'actions'],
    ['rich_text', 'table', 'actions'],
  ]);
  expect(lines).toHaveLength(1);
});

it('says it in a sentence where every block is refused', async () => {
  const workspace = await aWorkspace();
  const { post } = aPoster(workspace);
  workspace.failNext('chat.postMessage', { error: 'invalid_blocks' });
  workspace.failNext('chat.postMessage', { error: 'msg_blocks_too_long' });

  await post({ channel: 'C0WEB' }, table, 'a');

  const [message] = workspace.messages('C0WEB', { as: wendy });
  expect(message).toMatchObject({ text: 'One image.', blocks: [] });
});

it('passes on what is not about looks', async () => {
  const workspace = await aWorkspace();
  const { post, whisper, edit } = aPoster(workspace);

  await expect(post({ channel: 'C0NOWHERE' }, hello, 'a')).rejects.toThrow('channel_not_found');
  await expect(whisper({ channel: 'C0WEB' }, 'U0NOBODY', hello)).rejects.toThrow(
    'user_not_in_channel',
  );
  await expect(edit({ channel: 'C0WEB', ts: '1.000001' }, hello)).rejects.toThrow(
    'message_not_found',
  );
});

it('posts again after Slack asked for patience', async () => {
  const workspace = await aWorkspace();
  const { post } = aPoster(workspace);
  workspace.failNext('chat.postMessage', { status: 429, error: 'ratelimited', retryAfter: 1 });

  await post({ channel: 'C0WEB' }, hello, 'a');

  expect(callsOf(workspace, 'chat.postMessage')).toHaveLength(2);
  expect(workspace.messages('C0WEB', { as: wendy })).toHaveLength(1);
});

it('whispers to one person only', async () => {
  const workspace = await aWorkspace();
  const { whisper } = aPoster(workspace);

  await whisper({ channel: 'C0WEB' }, wendy, hello);

  expect(workspace.messages('C0WEB', { as: wendy })).toMatchObject([{ visibleTo: wendy }]);
  expect(workspace.messages('C0WEB', { as: 'U0ADMIN' })).toEqual([]);
});

it('edits without ever reading mentions into the text', async () => {
  const workspace = await aWorkspace();
  const { post, edit } = aPoster(workspace);
  const posted = await post({ channel: 'C0WEB' }, hello, 'a');

  await edit(posted, saying([{ text: 'Shared with <!channel> @here' }]));

  expect(callsOf(workspace, 'chat.update')[0]?.args).toMatchObject({ parse: 'none' });
  expect(workspace.messages('C0WEB', { as: wendy })).toMatchObject([
    { edited: true, text: 'Shared with &lt;!channel&gt; @here' },
  ]);
  expect(workspace.pings).toEqual([]);
});

it('puts a file into the same thread as its message', async () => {
  const workspace = await aWorkspace();
  const { post } = aPoster(workspace);
  const thread = await workspace.as(wendy).say('C0WEB', 'list my images');

  await post({ channel: 'C0WEB', thread }, csv, 'a');

  const replies = workspace.thread('C0WEB', thread, { as: wendy }).slice(1);
  expect(replies).toHaveLength(2);
  expect(replies[0]?.files).toMatchObject([{ name: 'images.csv' }]);
  expect(replies[1]?.text).toBe('One image.');
  const [{ url = '' } = {}] = replies[0]?.files ?? [];
  expect(await (await fetch(url)).text()).toBe(csv.file.content);
});

it('puts the file of a whisper into the person’s direct messages', async () => {
  const workspace = await aWorkspace();
  const { whisper } = aPoster(workspace);

  await whisper({ channel: 'C0WEB' }, wendy, csv);

  const person = workspace.as(wendy);
  expect(workspace.messages(person.dm, { as: wendy })).toMatchObject([
    { files: [{ name: 'images.csv' }] },
  ]);
  expect(workspace.messages('C0WEB', { as: 'U0ADMIN' })).toEqual([]);
});

it('says what there is to say even where the file cannot be put, and does not hide that', async () => {
  const workspace = await aWorkspace();
  const { post } = aPoster(workspace);
  workspace.failNext('files.getUploadURLExternal', { error: 'file_uploads_disabled' });

  await expect(post({ channel: 'C0WEB' }, csv, 'a')).rejects.toThrow('file_uploads_disabled');

  expect(workspace.messages('C0WEB', { as: wendy })).toMatchObject([{ text: 'One image.' }]);
});
