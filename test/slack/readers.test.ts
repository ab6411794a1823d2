import { expect, it } from 'vitest';
import { slackReaders } from '../../src/slack/readers.ts';
import { aTime } from '../jobs/a-runner.ts';
import { aManifest, aWorkspace } from '../workspace/support/workspaces.ts';
import { aDoor, aLog } from './support/a-door.ts';

const wendy = 'U0WEBOP';
const minute = 60_000;

async function someReaders(manifest = aManifest()) {
  const workspace = await aWorkspace({ manifest });
  const { app, deliver } = await aDoor({
    slackApiUrl: workspace.apiUrl,
    token: workspace.tokens.bot,
  });
  const { log, lines } = aLog();
  const time = aTime();
  return {
    readers: slackReaders(app, log, time),
    lines,
    asked: () => workspace.calls.filter(({ method }) => method === 'users.info').length,
    pass: (ms: number) => time.pass(ms, async () => {}),
    waiting: () => time.waiting,
    changes: (user: string) =>
      deliver({
        type: 'event_callback',
        team_id: 'T0GOLDIE',
        event: { type: 'user_change', user: { id: user } },
      }),
  };
}

it('knows the time zone and locale that somebody has in Slack, and asks once an hour', async () => {
  const { readers, asked, pass } = await someReaders();

  expect(await readers.of(wendy)).toEqual({ zone: 'Europe/Berlin', locale: 'en-US' });
  await readers.of(wendy);
  expect(asked()).toBe(1);

  await pass(61 * minute);
  await readers.of(wendy);
  await expect.poll(asked).toBe(2);
});

it('asks again at once when Slack tells of a change, about that person only', async () => {
  const { readers, asked, changes } = await someReaders();
  await readers.of(wendy);
  await readers.of('U0DATOP');

  await changes(wendy);
  await readers.of(wendy);
  await readers.of('U0DATOP');

  expect(asked()).toBe(3);
});

it('uses UTC where the app may not look at people, and does not ask again with every message', async () => {
  const { readers, asked, pass, lines } = await someReaders(aManifest({ scopes: ['chat:write'] }));

  expect(await readers.of(wendy)).toEqual({ zone: 'UTC', locale: 'en' });
  await readers.of(wendy);
  expect(asked()).toBe(1);
  expect(lines.map(({ level }) => level)).toEqual(['warn']);

  await pass(6 * minute);
  await readers.of(wendy);
  await expect.poll(asked).toBe(2);
});

it('uses UTC for somebody Slack does not know', async () => {
  const { readers } = await someReaders();

  expect(await readers.of('U0NOBODY')).toEqual({ zone: 'UTC', locale: 'en' });
});

it('makes no answer wait long for somebody of whom Slack is slow to tell', async () => {
  const { readers, pass, waiting } = await someReaders();

  const asked = readers.of(wendy);
  expect(waiting()).toBe(1);
  await pass(1_000);

  expect(await asked).toEqual({ zone: 'UTC', locale: 'en' });
  expect((await readers.patiently(wendy)).zone).toBe('Europe/Berlin');
  expect((await readers.of(wendy)).zone).toBe('Europe/Berlin');
});
