import { expect, it, onTestFinished } from 'vitest';
import { sendDigests } from '../../src/jobs/send-digests.ts';
import type { NoticeSettings } from '../../src/notices/ports.ts';
import { withDaily } from '../../src/notices/settings.ts';
import { memoryNoticeSettings } from '../../src/storage/notice-settings.ts';
import { aTime, type Time } from './a-runner.ts';

const wendy = 'U0WEBOP';
const hour = 3_600_000;
const day = 24 * hour;
const nothing = async () => {};

/** A chat in which a digest is found by its key, and that can be broken. */
function aChat() {
  const posted = new Map<string, string>();
  const chat = {
    posted,
    broken: false,
    async post(person: string, digest: string, key: string) {
      if (chat.broken) throw new Error('slack is away');
      if (!posted.has(key)) posted.set(key, `${person}: ${digest}`);
    },
  };
  return chat;
}

function aLife(
  settings: NoticeSettings,
  chat: ReturnType<typeof aChat>,
  time: Time,
  compose: () => string | undefined = () => 'news',
) {
  const digests = sendDigests({
    people: () => [wendy, 'U0DATOP'],
    settings: settings.people,
    zoneOf: async () => 'UTC',
    compose: async () => compose(),
    post: chat.post,
    clock: time.clock,
    timers: time.timers,
    log: { warn: () => {} },
  });
  onTestFinished(() => digests.stop());
  settings.onChange(() => digests.wake());
  digests.wake();
  return { ...digests, pass: (ms: number) => time.pass(ms, digests.idle) };
}

/** Somebody who wants a digest at the hour that follows. */
async function wanting(time: Time): Promise<NoticeSettings> {
  const settings = memoryNoticeSettings();
  const next = new Date(time.clock() + hour);
  const now = new Date(time.clock()).toISOString();
  await settings.people.change(wendy, (own) => withDaily(own, next.getUTCHours(), now));
  return settings;
}

it('sends one digest a day, at the hour that was chosen, to who chose one', async () => {
  const time = aTime();
  const chat = aChat();
  const life = aLife(await wanting(time), chat, time);
  await life.idle();
  expect(chat.posted.size).toBe(0);

  await life.pass(3 * day);

  expect([...chat.posted.values()]).toEqual(Array(3).fill(`${wendy}: news`));
});

it('sends what was due while Goldie was away once, and never what was sent', async () => {
  const time = aTime();
  const settings = await wanting(time);
  const chat = aChat();
  await time.pass(3 * day, nothing);

  await aLife(settings, chat, time).stop();
  await aLife(settings, chat, time).stop();

  expect(chat.posted.size).toBe(1);
});

it('finds the digest of a life that ended before it could write down that it was sent', async () => {
  const time = aTime();
  const settings = await wanting(time);
  const chat = aChat();
  await time.pass(day, nothing);
  const forgetful: NoticeSettings = {
    ...settings,
    people: {
      ...settings.people,
      change: async () => {
        throw new Error('the machine is gone');
      },
    },
  };
  await aLife(forgetful, chat, time).stop();
  expect(chat.posted.size).toBe(1);

  await aLife(settings, chat, time).stop();

  expect(chat.posted.size).toBe(1);
  expect((await settings.people.of(wendy)).digestOf).toBeDefined();
});

it('tries again when Slack is away', async () => {
  const time = aTime();
  const chat = aChat();
  chat.broken = true;
  const life = aLife(await wanting(time), chat, time);
  await life.idle();
  await life.pass(2 * hour);

  chat.broken = false;
  await life.pass(2 * hour);

  expect(chat.posted.size).toBe(1);
});

it('says nothing when there is nothing to tell', async () => {
  const time = aTime();
  const chat = aChat();
  const life = aLife(await wanting(time), chat, time, () => undefined);
  await life.idle();

  await life.pass(day);

  expect(chat.posted.size).toBe(0);
});

it('hears at once of an hour that was just chosen', async () => {
  const time = aTime();
  const chat = aChat();
  const settings = memoryNoticeSettings();
  const life = aLife(settings, chat, time);
  await life.idle();
  const next = new Date(time.clock() + hour / 2);
  const now = new Date(time.clock()).toISOString();

  await settings.people.change(wendy, (own) => withDaily(own, next.getUTCHours() + 1, now));
  await life.idle();
  await life.pass(2 * hour);

  expect(chat.posted.size).toBe(1);
});
