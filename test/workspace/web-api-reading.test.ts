import { describe, expect, it } from 'vitest';
import { aWebClient } from './support/apps.ts';
import { aWorkspace } from './support/workspaces.ts';

describe('looking around', () => {
  it('knows the people', async () => {
    const workspace = await aWorkspace();
    const { users } = aWebClient(workspace);

    const { user } = await users.info({ user: 'U0JDCOP', include_locale: true });

    expect(user).toMatchObject({
      name: 'jing',
      real_name: 'Jing Chen',
      tz: 'Asia/Shanghai',
      tz_offset: 28_800,
      locale: 'en-US',
      is_bot: false,
    });
    expect((await users.list({})).members).toHaveLength(7);
    await expect(users.info({ user: 'U0NOBODY' })).rejects.toThrow('user_not_found');
  });

  it('knows the channels and who is in them', async () => {
    const workspace = await aWorkspace();
    const { conversations } = aWebClient(workspace);

    const { channel } = await conversations.info({ channel: 'C0WEB', include_num_members: true });
    const { members } = await conversations.members({ channel: 'C0WEB' });
    const { channels } = await conversations.list({ limit: 2 });
    const direct = await conversations.open({ users: 'U0WEBOP' });

    expect(channel).toMatchObject({ name: 'team-web', is_member: true, num_members: 4 });
    expect(members).toEqual(['U0WEBOP', 'U0WEBRO', 'U0ADMIN', 'U0GOLDIE']);
    expect(channels).toHaveLength(2);
    expect(direct.channel?.id).toBe('D0WEBOP');
  });

  it('pages through the history and shows metadata when asked', async () => {
    const workspace = await aWorkspace();
    const { chat, conversations } = aWebClient(workspace);
    const channel = 'C0WEB';
    const metadata = { event_type: 'job', event_payload: { id: 'job-1' } };
    for (const text of ['1', '2', '3', '4', '5'])
      await chat.postMessage({ channel, text, metadata });

    const newest = await conversations.history({ channel, limit: 3 });
    const older = await conversations.history({
      channel,
      limit: 3,
      cursor: newest.response_metadata?.next_cursor ?? '',
      include_all_metadata: true,
    });

    expect(newest.messages?.map(({ text }) => text)).toEqual(['5', '4', '3']);
    expect(newest.has_more).toBe(true);
    expect(newest.messages?.[0]).not.toHaveProperty('metadata');
    expect(older).toMatchObject({
      messages: [{ text: '2', metadata }, { text: '1' }],
      has_more: false,
    });
  });

  it('limits the history to a time, with or without its ends', async () => {
    const workspace = await aWorkspace();
    const { chat, conversations } = aWebClient(workspace);
    const channel = 'C0WEB';
    const stamps: string[] = [];
    for (const text of ['1', '2', '3', '4'])
      stamps.push((await chat.postMessage({ channel, text })).ts ?? '');
    const [oldest = '', , , latest = ''] = stamps;

    const between = await conversations.history({ channel, oldest, latest });
    const including = await conversations.history({ channel, oldest, latest, inclusive: true });

    expect(between.messages?.map(({ text }) => text)).toEqual(['3', '2']);
    expect(including.messages?.map(({ text }) => text)).toEqual(['4', '3', '2', '1']);
  });

  it('shows a thread from any of its messages', async () => {
    const workspace = await aWorkspace();
    const { chat, conversations } = aWebClient(workspace);
    const channel = 'C0WEB';
    const { ts = '' } = await chat.postMessage({ channel, text: 'first' });
    const reply = await chat.postMessage({ channel, text: 'second', thread_ts: ts });

    const thread = await conversations.replies({ channel, ts: reply.ts ?? '' });

    expect(thread.messages).toMatchObject([
      { text: 'first', reply_count: 1 },
      { text: 'second', thread_ts: ts, parent_user_id: 'U0GOLDIE' },
    ]);
    await expect(conversations.replies({ channel, ts: '1.000000' })).rejects.toThrow(
      'thread_not_found',
    );
  });

  it('takes a reaction once', async () => {
    const workspace = await aWorkspace();
    const { chat, reactions } = aWebClient(workspace);
    const { ts = '' } = await chat.postMessage({ channel: 'C0WEB', text: 'hi' });
    const reaction = { channel: 'C0WEB', timestamp: ts, name: 'eyes' };

    await reactions.add(reaction);

    await expect(reactions.add(reaction)).rejects.toThrow('already_reacted');
    await expect(reactions.add({ ...reaction, name: 'No Such' })).rejects.toThrow('invalid_name');
  });
});

describe('files', () => {
  it('are uploaded in three steps and can be downloaded from the message', async () => {
    const workspace = await aWorkspace();

    await aWebClient(workspace).filesUploadV2({
      channel_id: 'C0WEB',
      filename: 'images.csv',
      content: 'name,status\nweb-server,active\n',
      initial_comment: 'All images',
    });

    const posted = await workspace.waitFor((message) => message.text === 'All images');
    expect(posted.files).toMatchObject([{ name: 'images.csv', bytes: 30 }]);
    const file = await fetch(posted.files?.[0]?.url ?? '');
    expect(await file.text()).toBe('name,status\nweb-server,active\n');
    expect(file.headers.get('content-disposition')).toContain('images.csv');
  });

  it('cannot be completed before they were sent', async () => {
    const workspace = await aWorkspace();
    const { files } = aWebClient(workspace);
    const { file_id = '' } = await files.getUploadURLExternal({ filename: 'a.csv', length: 3 });

    await expect(
      files.completeUploadExternal({ files: [{ id: file_id }], channel_id: 'C0WEB' }),
    ).rejects.toThrow('file_not_found');
  });
});
