import { LogLevel } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { expect, it } from 'vitest';
import { sdkLogger } from '../../src/slack/sdk-logger.ts';
import { aWorkspace } from '../workspace/support/workspaces.ts';
import { aLog } from './support/a-door.ts';

it('passes warnings and errors on, and nothing below', () => {
  const { log, lines } = aLog();
  const logger = sdkLogger(log);

  logger.debug('payload', { text: 'my-secret-plan' });
  logger.info('connected');
  logger.warn('slow', { text: 'my-secret-plan' });
  logger.error(new Error('lost'), 'again');

  expect(lines).toEqual([
    { level: 'warn', fields: { sdk: 'slow object' }, message: 'slack library' },
    { level: 'error', fields: { sdk: 'lost again' }, message: 'slack library' },
  ]);
});

it('cannot be made to say more', () => {
  const { log, lines } = aLog();
  const logger = sdkLogger(log);

  logger.setLevel(LogLevel.DEBUG);
  logger.setName('anything');
  logger.debug('payload');

  expect(logger.getLevel()).toBe(LogLevel.WARN);
  expect(lines).toEqual([]);
});

it('keeps texts and tokens out of the log while real calls are made', async () => {
  const workspace = await aWorkspace();
  const { log, text } = aLog();
  const client = new WebClient(workspace.tokens.bot, {
    slackApiUrl: workspace.apiUrl,
    logger: sdkLogger(log),
    logLevel: LogLevel.DEBUG,
    retryConfig: { retries: 1, minTimeout: 1 },
  });
  workspace.failNext('chat.postMessage', { status: 500, error: 'internal_error' });

  await client.chat.postMessage({ channel: 'C0WEB', text: 'my-secret-plan' });
  await client.chat
    .postMessage({ channel: 'C0NOWHERE', text: 'my-secret-plan' })
    .catch(() => undefined);

  expect(text()).not.toContain('my-secret-plan');
  expect(text()).not.toContain(workspace.tokens.bot);
});
