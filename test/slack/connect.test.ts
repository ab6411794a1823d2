import { expect, it } from 'vitest';
import { type Connection, ConnectionRefused, connect } from '../../src/slack/connect.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
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
  const connected = connect(connection, workspace.apiUrl, log);
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
  expect(workspace.connections()).toBe(0);
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
  const { start } = connect(connection, 'http://127.0.0.1:9/api/', aLog().log);

  await expect(start()).rejects.toThrow(
    /^Slack cannot be reached at http:\/\/127\.0\.0\.1:9\/api\//,
  );
});

it('answers through one socket while the other is refreshed', async () => {
  const slack = await aBareSlack();
  const connection: Connection = { mode: 'socket', botToken: 'xoxb-a', appToken: 'xapp-a' };
  const connected = connect(connection, slack.apiUrl, aLog().log);
  closing({ close: () => connected.stop() });
  connected.app.command(/.*/, async ({ ack }) => ack('here'));
  await connected.start();
  const [first, second] = slack.sockets;
  if (!first || !second) throw new Error('two sockets were expected');

  await slack.refresh(first);
  const answer = await slack.command(second, '/image', 'help');

  expect(slack.isOpen(first)).toBe(false);
  expect(answer).toMatchObject({ payload: { text: 'here' } });
});

it('lives on when Slack says that it holds events back', async () => {
  const slack = await aBareSlack();
  const connection: Connection = { mode: 'socket', botToken: 'xoxb-a', appToken: 'xapp-a' };
  const { log, lines } = aLog();
  const connected = connect(connection, slack.apiUrl, log);
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
