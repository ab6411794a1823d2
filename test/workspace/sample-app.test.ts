import type { App } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { aBoltApp, aBoltAppOverHttp } from './support/apps.ts';
import { aFreePort } from './support/ports.ts';
import { aManifest, aWorkspace } from './support/workspaces.ts';

// The flows of Slack's own starter for Bolt: a command, a message, a global shortcut that opens a
// modal, a view submission, an action that updates the modal, a Home tab; official clients only.

const manifest = aManifest({
  scopes: ['channels:history', 'chat:write', 'commands'],
  events: ['app_home_opened', 'message.channels'],
  features: {
    shortcuts: [
      {
        name: 'Run sample shortcut',
        type: 'global',
        callback_id: 'sample_shortcut_id',
        description: 'Runs a sample shortcut',
      },
    ],
  },
});

const plain = (text: string) => ({ type: 'plain_text' as const, text, emoji: true });

/** The starter's listeners, one after the other. */
function starter(app: App): void {
  app.command('/image', async ({ ack, respond }) => {
    await ack();
    await respond('Responding to the sample command!');
  });

  app.message(/^(hi|hello|hey).*/, async ({ context, say }) => {
    await say(`${context.matches[0]}, how are you?`);
  });

  app.shortcut('sample_shortcut_id', async ({ ack, client, shortcut }) => {
    await ack();
    await client.views.open({
      trigger_id: shortcut.trigger_id,
      view: {
        type: 'modal',
        callback_id: 'sample_view_id',
        title: plain('Sample modal title'),
        submit: plain('Submit'),
        blocks: [
          {
            type: 'section',
            block_id: 'section_block_id',
            text: { type: 'mrkdwn', text: 'Click the button to update the modal' },
            accessory: { type: 'button', action_id: 'sample_action_id', text: plain('Button') },
          },
          {
            type: 'input',
            block_id: 'input_block_id',
            label: plain('What are your hopes and dreams?'),
            element: { type: 'plain_text_input', action_id: 'sample_input_id', multiline: true },
          },
          {
            type: 'input',
            block_id: 'select_channel_block_id',
            label: plain('Which channel?'),
            element: {
              type: 'conversations_select',
              action_id: 'sample_dropdown_id',
              response_url_enabled: true,
              default_to_current_conversation: true,
            },
          },
        ],
      },
    });
  });

  app.action('sample_action_id', async ({ ack, body, client }) => {
    await ack();
    if (body.type !== 'block_actions' || !body.view) return;
    await client.views.update({
      view_id: body.view.id,
      hash: body.view.hash,
      view: {
        type: 'modal',
        callback_id: 'sample_view_id',
        title: plain('Update modal title'),
        blocks: [
          { type: 'section', text: plain('Nice! You updated the modal! 🎉') },
          { type: 'image', image_url: 'https://example.com/dance.gif', alt_text: 'Yay!' },
        ],
      },
    });
  });

  app.view('sample_view_id', async ({ ack, view, body, client }) => {
    await ack();
    const { input_block_id: input, select_channel_block_id: select } = view.state.values;
    await client.chat.postMessage({
      channel: select?.sample_dropdown_id?.selected_conversation ?? '',
      text: `<@${body.user.id}> submitted: ${input?.sample_input_id?.value}`,
    });
  });

  app.event('app_home_opened', async ({ client, event }) => {
    if (event.tab !== 'home') return;
    await client.views.publish({
      user_id: event.user,
      view: {
        type: 'home',
        blocks: [
          {
            type: 'section',
            text: { type: 'mrkdwn', text: `*Welcome home, <@${event.user}> :house:*` },
          },
        ],
      },
    });
  });
}

/** The starter on either way of delivery. */
async function aStarter(way: 'Socket Mode' | 'signed HTTP') {
  if (way === 'Socket Mode') {
    const workspace = await aWorkspace({ manifest });
    await aBoltApp(workspace, starter);
    return workspace;
  }
  const [port, signingSecret] = [await aFreePort(), 'a secret'];
  const url = `http://127.0.0.1:${port}/slack/events`;
  const workspace = await aWorkspace({ manifest, deliverTo: { url, signingSecret } });
  await aBoltAppOverHttp(workspace, { port, signingSecret }, starter);
  return workspace;
}

describe.each(['Socket Mode', 'signed HTTP'] as const)('the Bolt starter over %s', (way) => {
  it('answers its command and a greeting', async () => {
    const workspace = await aStarter(way);
    const wendy = workspace.as('U0WEBOP');

    await wendy.command('C0WEB', '/image');
    await wendy.say('C0WEB', 'hello there');

    await workspace.waitFor(({ text }) => text === 'Responding to the sample command!');
    await workspace.waitFor(({ text }) => text === 'hello there, how are you?');
  });

  it('opens a modal from its shortcut and takes what is submitted', async () => {
    const workspace = await aStarter(way);
    const wendy = workspace.as('U0WEBOP');
    await wendy.shortcut('sample_shortcut_id');
    const modal = await wendy.waitForModal();

    const empty = await wendy.submit(modal);
    const full = await wendy.submit(modal, {
      sample_input_id: 'images that build themselves',
      sample_dropdown_id: 'C0WEB',
    });

    expect(empty).toMatchObject({ errors: { input_block_id: expect.any(String) } });
    expect(full).toEqual({ ok: true });
    await workspace.waitFor(
      ({ text }) => text === '<@U0WEBOP> submitted: images that build themselves',
    );
    expect(wendy.modal()).toBeUndefined();
  });

  it('updates its modal when the button in it is pressed', async () => {
    const workspace = await aStarter(way);
    const wendy = workspace.as('U0WEBOP');
    await wendy.shortcut('sample_shortcut_id');

    await wendy.press(await wendy.waitForModal(), 'Button');

    const updated = await wendy.waitForModal((open) => open.view.blocks.length === 2);
    expect(updated.view).toMatchObject({ title: { text: 'Update modal title' } });
  });

  it('publishes its Home tab', async () => {
    const workspace = await aStarter(way);
    const wendy = workspace.as('U0WEBOP');

    wendy.openHome();

    expect((await wendy.waitForHome()).view.blocks).toMatchObject([
      { text: { text: '*Welcome home, <@U0WEBOP> :house:*' } },
    ]);
  });
});
