import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { aBoltApp, aWebClient } from './support/apps.ts';
import { aClock, aManifest, aWorkspace } from './support/workspaces.ts';

/** What the page shows around messages. */
const Around = z.looseObject({ agents: z.array(z.unknown()), prompts: z.array(z.unknown()) });

const scopes = ['chat:write', 'im:history', 'assistant:write'];
const anAgent = aManifest({
  scopes,
  events: ['message.im', 'agent_session_stopped'],
  features: { agent_view: { agent_description: 'Looks after images' } },
});

/** A conversation with Wendy that has one message, and what the page would show around it. */
async function aTalk({ manifest = anAgent, clock = aClock() } = {}) {
  const workspace = await aWorkspace({ manifest, clock: clock.now });
  const wendy = workspace.as('U0WEBOP');
  const ts = await wendy.say(wendy.dm, 'share web-server');
  const page = async () => {
    const response = await fetch(`${workspace.url}/page/state?as=U0WEBOP`);
    return Around.parse(await response.json());
  };
  return {
    ...aWebClient(workspace),
    workspace,
    wendy,
    clock,
    thread: { channel_id: wendy.dm, thread_ts: ts },
    channel: wendy.dm,
    ts,
    page,
  };
}

describe('a status', () => {
  it('stands until the app posts into the thread', async () => {
    const { assistant, chat, thread, channel, ts, page } = await aTalk();

    await assistant.threads.setStatus({
      ...thread,
      status: 'is thinking …',
      loading_messages: ['Reading the rules'],
    });
    const before = await page();
    await chat.postMessage({ channel, thread_ts: ts, text: 'Yes, you can.' });

    expect(before.agents).toMatchObject([
      { threadTs: ts, status: 'is thinking …', loading: ['Reading the rules'] },
    ]);
    expect((await page()).agents).toMatchObject([{ status: '', loading: [] }]);
  });

  it('goes after two minutes', async () => {
    const { assistant, thread, clock, page } = await aTalk();
    await assistant.threads.setStatus({ ...thread, status: 'is thinking …' });

    clock.pass(119_000);
    const early = await page();
    clock.pass(2_000);

    expect(early.agents).toMatchObject([{ status: 'is thinking …' }]);
    expect((await page()).agents).toMatchObject([{ status: '' }]);
  });

  it('needs a thread that is there', async () => {
    const { assistant, channel } = await aTalk();

    await expect(
      assistant.threads.setStatus({ channel_id: channel, thread_ts: '1.1', status: 'x' }),
    ).rejects.toThrow('invalid_thread_ts');
  });
});

describe('suggested prompts', () => {
  const prompts = [{ title: 'Quota', message: 'How many images do I have left?' }];

  it('are shown to the person, four at the most', async () => {
    const { assistant, channel, page } = await aTalk();

    await assistant.threads.setSuggestedPrompts({ channel_id: channel, title: 'Try', prompts });

    expect((await page()).prompts).toEqual([{ channel, title: 'Try', prompts }]);
    await expect(
      assistant.threads.setSuggestedPrompts({
        channel_id: channel,
        prompts: Array(5).fill(prompts[0]),
      }),
    ).rejects.toThrow('invalid_arguments');
  });

  it('with a thread do nothing for an agent, and say nothing about it', async () => {
    const { assistant, thread, page } = await aTalk();

    await assistant.threads.setSuggestedPrompts({ ...thread, prompts });

    expect((await page()).prompts).toEqual([]);
  });
});

describe('an agent session', () => {
  it('has a status and a title, which can be changed', async () => {
    const { agents, assistant, thread, page } = await aTalk();

    const started = await agents.sessions.setStatus({
      ...thread,
      status: 'processing',
      title: 'Sharing',
    });
    await agents.sessions.rename({ ...thread, title: 'Sharing web-server' });
    const renamed = await page();
    await assistant.threads.setTitle({ ...thread, title: 'web-server' });

    expect(started).toMatchObject({ ok: true, status: 'processing', title: 'Sharing' });
    expect(renamed.agents).toMatchObject([{ session: 'processing', title: 'Sharing web-server' }]);
    expect((await page()).agents).toMatchObject([{ title: 'web-server' }]);
  });

  it('is unknown to Slack when the app is no agent', async () => {
    const { agents, thread } = await aTalk({ manifest: aManifest({ scopes }) });

    await expect(agents.sessions.setStatus({ ...thread, status: 'active' })).rejects.toThrow(
      'unknown_method',
    );
  });

  it('tells the app that a person pressed Stop, and ends its streams', async () => {
    const { agents, chat, thread, channel, ts, wendy, workspace } = await aTalk();
    const stopped: unknown[] = [];
    await aBoltApp(workspace, (app) =>
      app.event('agent_session_stopped', async ({ event }) => {
        stopped.push(event);
      }),
    );
    await agents.sessions.setStatus({ ...thread, status: 'processing' });
    const stream = await chat.startStream({ channel, thread_ts: ts, markdown_text: 'Well' });

    const outcome = wendy.stop(channel, ts);

    expect(outcome).toEqual({ ok: true });
    await expect
      .poll(() => stopped)
      .toMatchObject([
        { channel, user: 'U0WEBOP', thread_ts: ts, streaming_message_ts: [stream.ts] },
      ]);
    await expect(
      chat.appendStream({ channel, ts: stream.ts ?? '', markdown_text: ' …' }),
    ).rejects.toThrow('stopped_by_user');
  });

  it('that runs no work has nothing to stop', async () => {
    const { wendy, channel, ts } = await aTalk();

    expect(wendy.stop(channel, ts)).toMatchObject({ ok: false });
  });
});

describe('a stream', () => {
  it('grows word by word and step by step, and ends as an ordinary message', async () => {
    const { workspace, wendy, ts, channel } = await aTalk();
    const streamer = aWebClient(workspace).chatStream({ channel, thread_ts: ts, buffer_size: 1 });

    await streamer.append({ markdown_text: 'Checking ' });
    const early = workspace.thread(channel, ts, { as: wendy.id }).at(-1);
    await streamer.append({
      chunks: [
        { type: 'task_update', id: 'quota', title: 'Quota', status: 'in_progress' },
        { type: 'task_update', id: 'quota', title: 'Quota', status: 'complete', output: '62' },
      ],
    });
    await streamer.append({ markdown_text: 'is *done*.' });
    await streamer.stop({ blocks: [{ type: 'divider' }] });
    const late = workspace.thread(channel, ts, { as: wendy.id }).at(-1);

    expect(early).toMatchObject({ text: 'Checking ', streaming: true });
    expect(late).toMatchObject({
      ts: early?.ts,
      text: 'Checking is *done*.',
      blocks: [
        { type: 'task_card', task_id: 'quota', status: 'complete' },
        { type: 'markdown', text: 'Checking is *done*.' },
        { type: 'divider' },
      ],
    });
    expect(late?.streaming).toBeUndefined();
    expect(late?.edited).toBeUndefined();
  });

  it('shows its steps as one plan when asked to', async () => {
    const { chat, workspace, wendy, channel, ts } = await aTalk();

    await chat.startStream({
      channel,
      thread_ts: ts,
      task_display_mode: 'plan',
      chunks: [
        { type: 'plan_update', title: 'Before sharing' },
        { type: 'task_update', id: 'limit', title: 'Limit', status: 'pending' },
      ],
    });

    expect(workspace.thread(channel, ts, { as: wendy.id }).at(-1)?.blocks).toMatchObject([
      { type: 'plan', title: 'Before sharing', tasks: [{ task_id: 'limit' }] },
    ]);
  });

  it('cannot be written to after five silent minutes, or once it has ended', async () => {
    const { chat, clock, channel, ts } = await aTalk();
    const first = await chat.startStream({ channel, thread_ts: ts, markdown_text: 'a' });
    const second = await chat.startStream({ channel, thread_ts: ts, markdown_text: 'b' });
    const append = (to: { ts?: string }) =>
      chat.appendStream({ channel, ts: to.ts ?? '', markdown_text: 'c' });

    await chat.stopStream({ channel, ts: second.ts ?? '' });
    await expect(append(second)).rejects.toThrow('message_not_in_streaming_state');
    clock.pass(4 * 60_000);
    await append(first);
    clock.pass(4 * 60_000);
    await append(first);
    clock.pass(6 * 60_000);

    await expect(append(first)).rejects.toThrow('message_not_in_streaming_state');
  });

  it('in a channel needs to know for whom it is', async () => {
    const { chat, workspace } = await aTalk();
    const { ts = '' } = await chat.postMessage({ channel: 'C0WEB', text: 'hi' });
    const start = { channel: 'C0WEB', thread_ts: ts, markdown_text: 'x' };

    await expect(chat.startStream(start)).rejects.toThrow('missing_recipient_team_id');
    await chat.startStream({
      ...start,
      recipient_team_id: 'T0GOLDIE',
      recipient_user_id: 'U0WEBOP',
    });

    expect(workspace.thread('C0WEB', ts, { as: 'U0WEBOP' })).toHaveLength(2);
  });
});
