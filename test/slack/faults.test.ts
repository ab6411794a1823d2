import { join } from 'node:path';
import { WebClient } from '@slack/web-api';
import { expect, it } from 'vitest';
import { root } from '../../src/root.ts';
import { tellAboutFaults } from '../../src/slack/faults.ts';
import { poster } from '../../src/slack/poster.ts';
import { sdkLogger } from '../../src/slack/sdk-logger.ts';
import { loadWording } from '../../src/wording/load-wording.ts';
import { aWorkspace } from '../workspace/support/workspaces.ts';
import { aDoor, aLog } from './support/a-door.ts';
import { aCommand, aMessage, aPress } from './support/payloads.ts';

const wendy = 'U0WEBOP';

async function aFailingApp(slackApiUrl: string, token: string) {
  const { log, lines, text } = aLog();
  const { app, deliver } = await aDoor({ slackApiUrl, token, log });
  const client = new WebClient(token, {
    slackApiUrl,
    retryConfig: { retries: 0 },
    logger: sdkLogger(log),
  });
  const wording = await loadWording(join(root, 'intents', 'wording'));
  tellAboutFaults(app, poster(client, log), wording, () => 'ref-4711', log);
  const fail = async () => {
    throw new Error('the disk is full');
  };
  app.command(/.*/, fail);
  app.action(/.*/, fail);
  app.event('message', fail);
  app.event('app_home_opened', fail);
  return { deliver, lines, text };
}

it('tells the person a reference, which is in the log with the reason', async () => {
  const workspace = await aWorkspace();
  const { deliver, lines } = await aFailingApp(workspace.apiUrl, workspace.tokens.bot);

  await deliver(aCommand('share web-golden with team-data'));

  const [told, ...more] = workspace.messages('C0WEB', { as: wendy });
  expect(more).toEqual([]);
  expect(told).toMatchObject({ visibleTo: wendy });
  expect(told?.text).toContain('ref-4711');
  expect(told?.text).not.toContain('disk');
  expect(lines).toMatchObject([
    { level: 'error', fields: { reference: 'ref-4711', error: { message: 'the disk is full' } } },
  ]);
});

it('tells it in the direct messages, and after a press', async () => {
  const workspace = await aWorkspace();
  const { dm } = workspace.as(wendy);
  const { deliver } = await aFailingApp(workspace.apiUrl, workspace.tokens.bot);
  const message = aMessage('help');

  await deliver({ ...message, event: { ...message.event, channel: dm } });
  await deliver(aPress('{}', { channel: 'C0WEB' }));

  expect(workspace.messages(dm, { as: wendy })[0]?.text).toContain('ref-4711');
  expect(workspace.messages('C0WEB', { as: wendy })[0]?.text).toContain('ref-4711');
});

it('tells it in the direct messages where there is no channel, or none it may write to', async () => {
  const workspace = await aWorkspace();
  const { dm } = workspace.as(wendy);
  const { deliver } = await aFailingApp(workspace.apiUrl, workspace.tokens.bot);
  const { channel: _, ...press } = aPress('{}');

  await deliver({ ...press, container: { type: 'view', view_id: 'V1' } });
  await deliver({ ...aCommand('help'), channel_id: 'C0NOWHERE' });

  const told = workspace.messages(dm, { as: wendy });
  expect(told).toHaveLength(2);
  for (const { text } of told) expect(text).toContain('ref-4711');
});

it('writes it down, and goes on, when Slack cannot be reached either', async () => {
  const { deliver, lines } = await aFailingApp('http://127.0.0.1:9/api/', 'xoxb-any');

  await deliver(aCommand('help'));
  await deliver(aCommand('help'));

  const errors = lines.filter(
    ({ level, message }) => level === 'error' && message !== 'slack library',
  );
  expect(errors.map(({ message }) => message)).toEqual([
    'a request failed',
    'could not say that a request failed',
    'a request failed',
    'could not say that a request failed',
  ]);
});

it('says nothing where there is nobody to say it to', async () => {
  const workspace = await aWorkspace();
  const { deliver, lines } = await aFailingApp(workspace.apiUrl, workspace.tokens.bot);

  await deliver({
    type: 'event_callback',
    team_id: 'T0GOLDIE',
    event_id: 'Ev1',
    event: { type: 'app_home_opened' },
  });

  expect(workspace.calls).toEqual([]);
  expect(lines).toHaveLength(1);
});

it('logs neither what was written nor a token', async () => {
  const workspace = await aWorkspace();
  const { deliver, text } = await aFailingApp(workspace.apiUrl, workspace.tokens.bot);

  await deliver(aCommand('create web-01 as my-secret-plan'));
  await deliver(aPress('{"does":"my-secret-plan"}'));

  expect(text()).not.toContain('my-secret-plan');
  expect(text()).not.toContain(workspace.tokens.bot);
});
