import { expect, it } from 'vitest';
import { ProjectId } from '../../src/images/ids.ts';
import type { Job, Place } from '../../src/images/job.ts';
import { Notice } from '../../src/images/unit.ts';
import { routeNotice } from '../../src/notices/route-notice.ts';
import { withWay } from '../../src/notices/settings.ts';
import { messenger } from '../../src/slack/messenger.ts';
import type { Poster } from '../../src/slack/poster.ts';
import { memoryNoticeSettings } from '../../src/storage/notice-settings.ts';
import { saying } from '../../src/wording/reply.ts';
import { aJob, aUnit } from '../images/builders.ts';

const start = '2026-11-20T10:00:00.000Z';
const project = ProjectId.parse('a'.repeat(32));

function aMessenger({ channel, says = true }: { channel?: string; says?: boolean } = {}) {
  const posts: string[] = [];
  const shown: Job[] = [];
  const poster: Pick<Poster, 'post'> = {
    async post(spot, _, key, mayBeThere) {
      posts.push(`${spot.channel} ${spot.thread ?? '-'} ${key}${mayBeThere ? ', looked for' : ''}`);
      return { channel: spot.channel, ts: String(posts.length) };
    },
  };
  const settings = memoryNoticeSettings();
  const tells = messenger({
    poster,
    cards: { show: (job) => void shown.push(job), async showEnd() {}, stop() {} },
    word: () => (says ? saying([{ text: 'Done.' }]) : undefined),
    routes: routeNotice(settings, () => ({ channel, people: ['U0WEBOP', 'U0ADMIN'] })),
    people: settings.people,
  });
  return { ...tells, posts, shown, settings };
}

function aNotice(to: Place, kind = 'job.finished'): Notice {
  return Notice.parse({
    id: 'n1',
    kind,
    to,
    asker: 'U0WEBOP',
    facts: {},
    owedSince: '2026-11-20T10:00:00.000Z',
  });
}

it.each<[string, Place, string]>([
  ['the thread it was asked in', { channel: 'C0WEB', thread: '1.1' }, 'C0WEB 1.1 n1/C0WEB'],
  ['a person’s direct messages', { person: 'U0WEBOP' }, 'U0WEBOP - n1/U0WEBOP'],
])('posts a notice in %s', async (_, to, expected) => {
  const { post, posts } = aMessenger();

  const posted = await post(aNotice(to), false);

  expect(posts).toEqual([expected]);
  expect(posted).toEqual({ channel: expected.split(' ')[0], ts: '1' });
});

it('tells a project in its channel', async () => {
  const { post, posts } = aMessenger({ channel: 'C0WEB' });

  await post(aNotice({ project }), true);

  expect(posts).toEqual(['C0WEB - n1/C0WEB, looked for']);
});

it('tells the people of a project without a channel, each with a mark of their own', async () => {
  const { post, posts } = aMessenger();

  await post(aNotice({ project }), false);

  expect(posts).toEqual(['U0WEBOP - n1/U0WEBOP', 'U0ADMIN - n1/U0ADMIN']);
});

it('keeps for the digest what somebody wants there, however often it is delivered', async () => {
  const { post, posts, settings } = aMessenger({ channel: 'C0WEB' });
  await settings.people.change('U0WEBOP', (own) => withWay(own, 'jobs', 'digest', start));
  const notice = aNotice({ channel: 'C0WEB', thread: '1.1' });

  await post(notice, false);
  await post(notice, true);

  expect(posts).toEqual([]);
  expect((await settings.people.of('U0WEBOP')).held).toEqual([notice]);
});

it('posts nothing where there is nothing to add', async () => {
  const { post, posts } = aMessenger({ says: false });

  expect(await post(aNotice({ person: 'U0WEBOP' }), false)).toBeUndefined();
  expect(posts).toEqual([]);
});

it('hands progress on to the cards', () => {
  const { show, shown } = aMessenger();

  show(aJob(), aUnit());

  expect(shown).toHaveLength(1);
});
