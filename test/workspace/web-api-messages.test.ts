import { describe, expect, it } from 'vitest';
import { aBoltApp, aWebClient } from './support/apps.ts';
import { aManifest, aWorkspace } from './support/workspaces.ts';

describe('posting', () => {
  it.each([
    ['an unknown channel', { channel: 'C0NONE', text: 'hi' }, 'channel_not_found'],
    ['a channel without the bot', { channel: 'C0RANDOM', text: 'hi' }, 'not_in_channel'],
    ['nothing', { channel: 'C0WEB', text: '' }, 'no_text'],
    [
      '101 attachments',
      { channel: 'C0WEB', text: 'hi', attachments: Array.from({ length: 101 }, () => ({})) },
      'too_many_attachments',
    ],
    [
      'blocks with too much text',
      {
        channel: 'C0WEB',
        text: 'hi',
        blocks: Array.from({ length: 5 }, () => ({
          type: 'section' as const,
          text: { type: 'mrkdwn' as const, text: 'x'.repeat(2700) },
        })),
      },
      'msg_blocks_too_long',
    ],
    [
      'a reply to nothing',
      { channel: 'C0WEB', text: 'hi', thread_ts: '1234567890.000001' },
      'thread_not_found',
    ],
  ])('refuses %s', async (_, message, error) => {
    const workspace = await aWorkspace();

    await expect(aWebClient(workspace).chat.postMessage(message)).rejects.toThrow(error);
    expect(workspace.messages('C0WEB', { as: 'U0WEBOP' })).toEqual([]);
  });

  it('reaches a public channel without the bot when the manifest has chat:write.public', async () => {
    const scopes = ['chat:write', 'chat:write.public'];
    const workspace = await aWorkspace({ manifest: aManifest({ scopes }) });

    await aWebClient(workspace).chat.postMessage({ channel: '#random', text: 'hi' });

    expect(workspace.messages('C0RANDOM', { as: 'U0WEBOP' })).toHaveLength(1);
  });

  it('goes to no DM and no Home tab when the manifest has them off', async () => {
    const manifest = aManifest().replaceAll('tab_enabled: true', 'tab_enabled: false');
    const workspace = await aWorkspace({ manifest });
    const { chat, views } = aWebClient(workspace);

    await expect(chat.postMessage({ channel: 'U0WEBOP', text: 'hi' })).rejects.toThrow(
      'messages_tab_disabled',
    );
    await expect(
      views.publish({ user_id: 'U0WEBOP', view: { type: 'home', blocks: [] } }),
    ).rejects.toThrow('not_enabled');
  });

  it('says which block is wrong and where', async () => {
    const workspace = await aWorkspace();

    const refused = aWebClient(workspace).chat.postMessage({
      channel: 'C0WEB',
      text: 'hi',
      blocks: [
        { type: 'divider' },
        { type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } },
      ],
    });

    await expect(refused).rejects.toMatchObject({
      data: {
        error: 'invalid_blocks',
        errors: ['must be less than 151 characters [json-pointer:/blocks/1/text/text]'],
        response_metadata: {
          messages: ['[ERROR] must be less than 151 characters [json-pointer:/blocks/1/text/text]'],
        },
      },
    });
  });

  it('gives every message a later stamp, even when the clock stands still', async () => {
    const workspace = await aWorkspace({ clock: () => 1_800_000_000_000 });
    const { chat } = aWebClient(workspace);

    const stamps = await Promise.all(
      Array.from({ length: 20 }, () => chat.postMessage({ channel: 'C0WEB', text: 'hi' })),
    );

    expect(new Set(stamps.map(({ ts }) => ts)).size).toBe(20);
    expect(stamps[0]?.ts).toMatch(/^1800000000\.\d{6}$/);
  });

  it('edits and deletes the own messages of the app only', async () => {
    const workspace = await aWorkspace();
    const { chat } = aWebClient(workspace);
    const channel = 'C0WEB';
    const foreign = await workspace.as('U0WEBOP').say(channel, 'mine');
    const { ts = '' } = await chat.postMessage({ channel, text: 'first' });

    await chat.update({ channel, ts, text: 'second', parse: 'none' });

    await expect(chat.update({ channel, ts: foreign, text: 'x' })).rejects.toThrow(
      'cant_update_message',
    );
    await expect(chat.delete({ channel, ts: foreign })).rejects.toThrow('cant_delete_message');
    await expect(chat.update({ channel, ts, text: 'x'.repeat(4001) })).rejects.toThrow(
      'msg_too_long',
    );
    expect(workspace.messages(channel, { as: 'U0WEBOP' })).toMatchObject([
      { text: 'mine' },
      { text: 'second', edited: true },
    ]);
    await chat.delete({ channel, ts });
    expect(workspace.messages(channel, { as: 'U0WEBOP' })).toHaveLength(1);
  });

  it('keeps the blocks when an edit does not mention them, and drops them when it says so', async () => {
    const workspace = await aWorkspace();
    const { chat } = aWebClient(workspace);
    const channel = 'C0WEB';
    const { ts = '' } = await chat.postMessage({
      channel,
      text: 'first',
      blocks: [{ type: 'divider' }],
    });
    const shown = () => workspace.messages(channel, { as: 'U0WEBOP' });

    await chat.update({ channel, ts, text: 'second', parse: 'none' });
    expect(shown()).toMatchObject([{ text: 'second', blocks: [{ type: 'divider' }] }]);
    await chat.update({ channel, ts, text: 'third', blocks: [], parse: 'none' });

    expect(shown()).toMatchObject([{ text: 'third', blocks: [] }]);
  });

  it('keeps ephemeral messages out of the history and out of reach of chat.update', async () => {
    const workspace = await aWorkspace();
    const { chat, conversations } = aWebClient(workspace);
    const channel = 'C0WEB';

    const { message_ts: ts = '' } = await chat.postEphemeral({
      channel,
      user: 'U0WEBOP',
      text: 'psst',
    });

    expect(workspace.messages(channel, { as: 'U0WEBOP' })).toHaveLength(1);
    expect(workspace.messages(channel, { as: 'U0WEBRO' })).toHaveLength(0);
    expect((await conversations.history({ channel })).messages).toEqual([]);
    await expect(chat.update({ channel, ts, text: 'x' })).rejects.toThrow('message_not_found');
    await expect(chat.postEphemeral({ channel, user: 'U0DATOP', text: 'psst' })).rejects.toThrow(
      'user_not_in_channel',
    );
  });

  it('links to a message', async () => {
    const workspace = await aWorkspace();
    const { chat } = aWebClient(workspace);
    const { ts = '' } = await chat.postMessage({ channel: 'C0WEB', text: 'hi' });

    const { permalink } = await chat.getPermalink({ channel: 'C0WEB', message_ts: ts });

    expect(permalink).toContain(`/archives/C0WEB/p${ts.replace('.', '')}`);
  });
});

describe('who is notified', () => {
  it('counts mentions in text, in blocks and as rich text', async () => {
    const workspace = await aWorkspace();
    const { chat } = aWebClient(workspace);

    await chat.postMessage({ channel: 'C0WEB', text: 'Hello <@U0WEBOP>' });
    await chat.postMessage({
      channel: 'C0WEB',
      text: 'quiet',
      blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'all: <!channel>' } }],
    });

    expect(workspace.pings.map(({ user, via }) => [user, via])).toEqual([
      ['U0WEBOP', 'mention'],
      ['U0WEBOP', 'channel'],
      ['U0WEBRO', 'channel'],
      ['U0ADMIN', 'channel'],
    ]);
  });

  it('is only the one who sees an ephemeral message', async () => {
    const workspace = await aWorkspace();

    await aWebClient(workspace).chat.postEphemeral({
      channel: 'C0WEB',
      user: 'U0WEBOP',
      text: '<!channel> <@U0WEBRO>',
    });

    expect(workspace.pings.map(({ user, via }) => [user, via])).toEqual([['U0WEBOP', 'channel']]);
  });

  it('is nobody when the signs were escaped or the text is data', async () => {
    const workspace = await aWorkspace();

    await aWebClient(workspace).chat.postMessage({
      channel: 'C0WEB',
      text: 'image &lt;!channel&gt; of @wendy',
      blocks: [
        {
          type: 'rich_text',
          elements: [
            { type: 'rich_text_section', elements: [{ type: 'text', text: '<!here> <@U0WEBOP>' }] },
          ],
        },
      ],
    });

    expect(workspace.pings).toEqual([]);
  });

  it('is everybody named in an edit, unless the edit says parse none', async () => {
    const workspace = await aWorkspace();
    const { chat } = aWebClient(workspace);
    const { ts = '' } = await chat.postMessage({ channel: 'C0WEB', text: 'image' });

    await chat.update({ channel: 'C0WEB', ts, text: 'image @wendy', parse: 'none' });
    expect(workspace.pings).toEqual([]);
    await chat.update({ channel: 'C0WEB', ts, text: 'image @wendy' });

    expect(workspace.pings).toMatchObject([{ user: 'U0WEBOP', edited: true }]);
  });
});

describe('events about the own messages of an app', () => {
  it('come with its bot_id when it subscribed to them', async () => {
    const workspace = await aWorkspace({
      manifest: aManifest({ events: ['message.channels'] }),
    });
    const heard: unknown[] = [];
    await aBoltApp(
      workspace,
      (app) =>
        app.use(async ({ body, next }) => {
          heard.push(body);
          await next();
        }),
      { ignoreSelf: false },
    );
    const { chat } = aWebClient(workspace);

    const { ts = '' } = await chat.postMessage({ channel: 'C0WEB', text: 'one' });
    await chat.update({ channel: 'C0WEB', ts, text: 'two', parse: 'none' });
    await chat.delete({ channel: 'C0WEB', ts });
    await workspace.as('U0WEBOP').say('C0WEB', '@goldie no app_mention without a subscription');

    await expect.poll(() => heard.length).toBe(4);
    expect(heard).toMatchObject([
      { event: { type: 'message', bot_id: 'B0GOLDIE', channel_type: 'channel', text: 'one' } },
      {
        event: {
          subtype: 'message_changed',
          message: { text: 'two' },
          previous_message: { text: 'one' },
        },
      },
      { event: { subtype: 'message_deleted', deleted_ts: ts } },
      { event: { type: 'message', user: 'U0WEBOP' } },
    ]);
  });
});
