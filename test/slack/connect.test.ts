import { expect, it } from 'vitest';
import { type Connection, ConnectionRefused, connect } from '../../src/slack/connect.ts';
import { machineTime as time } from '../../src/slack/machine-time.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { aTime } from '../jobs/a-runner.ts';
import { aWorkspace, closing } from '../workspace/support/workspaces.ts';
import { aBareSlack } from './support/a-bare-slack.ts';
import { aLog } from './support/a-door.ts';

function aConnection(workspace: Workspace, tokens: { bot?: string; app?: string } = {}) {
  const { log, lines } = aLog();
  const connection: Connection = {
    mode: 'socket',
    botToken: tokens.bot ?? workspace.tokens.bot,
    appToken: tokens.app ?? workspace.tokens.app,
  };
  const connected = connect(connection, workspace.apiUrl, log, { time });
  closing({ close: () => connected.stop() });
  return { ...connected, lines };
}

it('opens two sockets', async () => {
  const workspace = await aWorkspace();

  await aConnection(workspace).start();

  expect(workspace.connections()).toBe(2);
});

it('says in one sentence that a bot token is wrong', async () => {
  const workspace = await aWorkspace();
  const { start } = aConnection(workspace, { bot: 'xoxb-wrong' });

  await expect(start()).rejects.toThrow(
    new ConnectionRefused(
      'Slack does not know these tokens. Copy SLACK_BOT_TOKEN and SLACK_APP_TOKEN again.',
    ),
  );
  await expect.poll(() => workspace.connections()).toBe(0);
});

it('says in one sentence that an app token is wrong', async () => {
  const workspace = await aWorkspace();
  const { start } = aConnection(workspace, { app: 'xapp-wrong' });

  await expect(start()).rejects.toThrow(/^Slack does not know these tokens\./);
});

it('says in one sentence that the tokens were mixed up', async () => {
  const workspace = await aWorkspace();
  const { start } = aConnection(workspace, { app: workspace.tokens.bot });

  await expect(start()).rejects.toThrow(/^A token is of the wrong kind: SLACK_BOT_TOKEN/);
});

it('says in one sentence that a right is missing', async () => {
  const workspace = await aWorkspace();
  workspace.failNext('apps.connections.open', { error: 'missing_scope' });
  const { start } = aConnection(workspace);

  await expect(start()).rejects.toThrow(/^A token lacks a right: .* connections:write/);
});

it('says where Slack was looked for when nobody answers there', async () => {
  const connection: Connection = { mode: 'socket', botToken: 'xoxb-a', appToken: 'xapp-a' };
  const { start } = connect(connection, 'http://127.0.0.1:9/api/', aLog().log, { time });

  await expect(start()).rejects.toThrow(
    /^Slack cannot be reached at http:\/\/127\.0\.0\.1:9\/api\//,
  );
});

it('answers through the old socket until the new one is there, when Slack refreshes both', async () => {
  const slack = await aBareSlack();
  const connection: Connection = { mode: 'socket', botToken: 'xoxb-a', appToken: 'xapp-a' };
  const paused = aTime();
  const connected = connect(connection, slack.apiUrl, aLog().log, { time: paused });
  closing({ close: () => connected.stop() });
  connected.app.command(/.*/, async ({ ack }) => ack('here'));
  await connected.start();
  const old = [...slack.sockets];

  for (const socket of old) slack.refresh(socket);
  await expect.poll(() => paused.pass(1, soon).then(() => slack.sockets.length)).toBe(4);
  for (const socket of slack.sockets)
    expect(await slack.command(socket, '/image', 'help')).toMatchObject({
      payload: { text: 'here' },
    });

  await paused.pass(5_000, soon);
  await expect.poll(() => old.some(slack.isOpen)).toBe(false);
  expect(slack.sockets.filter(slack.isOpen)).toHaveLength(2);
});

it('comes back after Slack cut both sockets without a word', async () => {
  const workspace = await aWorkspace();
  const { start, app } = aConnection(workspace);
  const heard: string[] = [];
  app.event('app_mention', async ({ event }) => void heard.push(event.text));
  await start();

  workspace.dropSockets();
  await workspace.as('U0WEBOP').say('C0WEB', '@goldie are you there?');

  await expect.poll(() => workspace.connections()).toBe(2);
  await expect.poll(() => heard).toHaveLength(1);
});

it('lives on when Slack says that it holds events back', async () => {
  const slack = await aBareSlack();
  const connection: Connection = { mode: 'socket', botToken: 'xoxb-a', appToken: 'xapp-a' };
  const { log, lines } = aLog();
  const connected = connect(connection, slack.apiUrl, log, { time });
  closing({ close: () => connected.stop() });
  connected.app.command(/.*/, async ({ ack }) => ack('here'));
  await connected.start();
  const [socket] = slack.sockets;
  if (!socket) throw new Error('a socket was expected');

  const noted = await slack.deliver(socket, 'events_api', { type: 'app_rate_limited' });
  const answer = await slack.command(socket, '/image', 'help');

  expect(noted).toHaveProperty('envelope_id');
  expect(lines).toMatchObject([{ message: 'slack sent a note without an event' }]);
  expect(answer).toMatchObject({ payload: { text: 'here' } });
});

async function soon(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}
