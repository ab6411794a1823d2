import type { BlockAction } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { aBoltApp, aWebClient } from './support/apps.ts';
import { aButton } from './support/views.ts';
import { aClock, aWorkspace } from './support/workspaces.ts';

describe('pressing buttons', () => {
  it('tells the app who pressed what, and lets it replace the message', async () => {
    const workspace = await aWorkspace();
    const bodies: BlockAction[] = [];
    await aBoltApp(workspace, (app) =>
      app.action<BlockAction>('confirm', async ({ ack, body, respond }) => {
        bodies.push(body);
        await ack();
        await respond({ text: 'Done', replace_original: true });
      }),
    );
    await aWebClient(workspace).chat.postMessage({
      channel: 'C0WEB',
      text: 'Shall I?',
      blocks: [aButton('confirm', 'Go ahead', 'proposal-1')],
    });
    const question = await workspace.waitFor((message) => message.text === 'Shall I?');

    const outcome = await workspace.as('U0WEBOP').press(question, 'Go ahead');
    const answer = await workspace.waitFor((message) => message.text === 'Done');

    expect(outcome).toEqual({ ok: true });
    expect(answer).toMatchObject({ ts: question.ts, edited: true, blocks: [] });
    expect(bodies).toMatchObject([
      {
        user: { id: 'U0WEBOP', username: 'wendy' },
        container: { type: 'message', channel_id: 'C0WEB', is_ephemeral: false },
        actions: [{ type: 'button', action_id: 'confirm', value: 'proposal-1' }],
      },
    ]);
  });

  it('sends the value the app put there, whatever the page claims', async () => {
    const workspace = await aWorkspace();
    const values: unknown[] = [];
    await aBoltApp(workspace, (app) =>
      app.action<BlockAction>('confirm', async ({ ack, payload }) => {
        values.push('value' in payload && payload.value);
        await ack();
      }),
    );
    const { ts = '' } = await aWebClient(workspace).chat.postMessage({
      channel: 'C0WEB',
      text: 'Shall I?',
      blocks: [{ ...aButton('confirm', 'Go ahead', 'mine'), block_id: 'row' }],
    });

    await fetch(`${workspace.url}/page/action`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        as: 'U0WEBOP',
        container: { type: 'message', channel: 'C0WEB', ts },
        action: { type: 'button', action_id: 'confirm', block_id: 'row', value: 'forged' },
        values: {},
      }),
    });

    expect(values).toEqual(['mine']);
  });

  it('lets nobody press in a channel or an ephemeral message that is not theirs', async () => {
    const workspace = await aWorkspace();
    await aBoltApp(workspace, (app) => app.action(/.*/, ({ ack }) => ack()));
    await aWebClient(workspace).chat.postEphemeral({
      channel: 'C0IMAGES',
      user: 'U0WEBOP',
      text: 'Only for you',
      blocks: [aButton('confirm', 'Go ahead')],
    });
    const question = await workspace.waitFor((message) => message.text === 'Only for you');

    expect(await workspace.as('U0DATOP').press(question, 'confirm')).toMatchObject({ ok: false });
    expect(await workspace.as('U0WEBOP').press(question, 'confirm')).toEqual({ ok: true });
  });

  it('hands over choices and the state of the inputs next to them', async () => {
    const workspace = await aWorkspace();
    const bodies: BlockAction[] = [];
    await aBoltApp(workspace, (app) =>
      app.action<BlockAction>('region', async ({ ack, body }) => {
        bodies.push(body);
        await ack();
      }),
    );
    const option = (value: string) => ({
      text: { type: 'plain_text' as const, text: value.toUpperCase() },
      value,
    });
    await aWebClient(workspace).chat.postMessage({
      channel: 'C0WEB',
      text: 'Where?',
      blocks: [
        {
          type: 'actions',
          block_id: 'where',
          elements: [
            {
              type: 'static_select',
              action_id: 'region',
              options: [option('eu-de'), option('eu-nl')],
            },
            {
              type: 'checkboxes',
              action_id: 'extras',
              options: [option('encrypt')],
              initial_options: [option('encrypt')],
            },
          ],
        },
      ],
    });
    const question = await workspace.waitFor((message) => message.text === 'Where?');

    await workspace.as('U0WEBOP').press(question, 'region', 'EU-NL');

    expect(bodies).toMatchObject([
      {
        actions: [{ type: 'static_select', selected_option: { value: 'eu-nl' } }],
        state: {
          values: {
            where: {
              region: { selected_option: { value: 'eu-nl' } },
              extras: { selected_options: [{ value: 'encrypt' }] },
            },
          },
        },
      },
    ]);
  });

  it('answers a press that nobody acknowledges with a sentence', async () => {
    const workspace = await aWorkspace({ ackWithinMs: 50 });
    await aBoltApp(workspace, (app) => app.action('confirm', async () => {}));
    await aWebClient(workspace).chat.postMessage({
      channel: 'C0WEB',
      text: 'Shall I?',
      blocks: [aButton('confirm', 'Go ahead')],
    });
    const question = await workspace.waitFor((message) => message.text === 'Shall I?');

    expect(await workspace.as('U0WEBOP').press(question, 'confirm')).toEqual({
      ok: false,
      error: expect.stringContaining('operation_timeout'),
    });
  });
});

describe('a response_url', () => {
  async function aResponseUrl(clock = aClock()) {
    const workspace = await aWorkspace({ clock: clock.now });
    const urls: string[] = [];
    await aBoltApp(workspace, (app) =>
      app.command('/image', async ({ ack, command }) => {
        urls.push(command.response_url);
        await ack();
      }),
    );
    await workspace.as('U0WEBOP').command('C0RANDOM', '/image');
    const respond = (body: unknown) =>
      fetch(urls[0] ?? '', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    return { workspace, respond, clock };
  }

  it('works five times, then answers 404', async () => {
    const { workspace, respond } = await aResponseUrl();

    const statuses: number[] = [];
    for (const text of ['1', '2', '3', '4', '5', '6'])
      statuses.push((await respond({ text })).status);

    expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
    expect(workspace.messages('C0RANDOM', { as: 'U0WEBOP' })).toHaveLength(5);
  });

  it('works for half an hour', async () => {
    const { respond, clock } = await aResponseUrl();

    clock.pass(29 * 60_000);
    const inTime = await respond({ text: 'just in time' });
    clock.pass(2 * 60_000);
    const late = await respond({ text: 'too late' });

    expect([inTime.status, late.status]).toEqual([200, 404]);
    expect(await late.json()).toEqual({ ok: false, error: 'expired_url' });
  });

  it('speaks to everybody only when asked to', async () => {
    const { workspace, respond } = await aResponseUrl();

    await respond({ text: 'for one' });
    await respond({ text: 'for all', response_type: 'in_channel' });

    const textsFor = (as: string) =>
      workspace.messages('C0RANDOM', { as }).map((message) => message.text);
    expect(textsFor('U0WEBOP')).toEqual(['for one', 'for all']);
    expect(textsFor('U0DATOP')).toEqual(['for all']);
  });

  it('refuses blocks that Slack would refuse', async () => {
    const { respond } = await aResponseUrl();

    const answer = await respond({ text: 'x', blocks: [{ type: 'nonsense' }] });

    expect([answer.status, await answer.text()]).toEqual([400, 'invalid_blocks']);
  });

  it('deletes the message whose button was pressed', async () => {
    const workspace = await aWorkspace();
    await aBoltApp(workspace, (app) =>
      app.action('dismiss', async ({ ack, respond }) => {
        await ack();
        await respond({ delete_original: true });
        await respond({ text: 'gone' });
      }),
    );
    await aWebClient(workspace).chat.postEphemeral({
      channel: 'C0WEB',
      user: 'U0WEBOP',
      text: 'A hint',
      blocks: [aButton('dismiss', 'Dismiss')],
    });
    const hint = await workspace.waitFor((message) => message.text === 'A hint');

    await workspace.as('U0WEBOP').press(hint, 'Dismiss');
    await workspace.waitFor((message) => message.text === 'gone');

    expect(workspace.messages('C0WEB', { as: 'U0WEBOP' })).toMatchObject([{ text: 'gone' }]);
  });
});
