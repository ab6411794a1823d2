import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { render, renderPlainly } from '../../src/slack/render.ts';
import type { Reply } from '../../src/wording/reply.ts';
import {
  everyWord,
  type Library,
  openTalk,
  readLibrary,
  type TalkKit,
} from '../support/talk-kit.ts';
import { problemsIn } from './slack-problems.ts';

let library: Library;
let kit: TalkKit;
beforeAll(async () => {
  library = await readLibrary();
  kit = await openTalk(library);
}, 120_000);
afterAll(() => kit.stop());

const people = ['U0WEBOP', 'U0DATOP', 'U0ADMIN', 'U0WEBRO', 'U0JDCOP', 'U0GUEST'] as const;
const who = fc.constantFrom(...people);

/** Pieces that people, or somebody with bad intentions, may put together. */
const bits = fc.constantFrom(
  'why?',
  'and',
  'no, ',
  'it',
  'can i',
  'ask a human',
  'share',
  'delete',
  'accept',
  'create an image of',
  'create a server from',
  'show',
  'search',
  'web-golden',
  'data-golden',
  'web-01',
  'team-data',
  'with',
  'as',
  'named',
  'all',
  'yes',
  'no',
  '<!channel>',
  '<@U0DATOP>',
  '<https://a.example|b>',
  '&amp;',
  '&lt;',
  '<',
  '>',
  '&',
  '*',
  '_',
  '`',
  '```',
  '~',
  '"',
  '“',
  '\n',
  '\u200b',
  '\u202e',
  '\u2067',
  '{{image}}',
  '$1',
  '镜像',
  'صورة',
  '🧪',
  '__proto__',
  '',
);
const words = fc.oneof(
  fc.array(bits, { maxLength: 8 }).map((some) => some.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
);
const ids = fc.oneof(
  fc.constantFrom('help', 'image.share', 'image.delete', 'faq.share-limit'),
  words,
);
const slots = fc.dictionary(
  fc.constantFrom(
    'images',
    'image',
    'projects',
    'project',
    'offers',
    'name',
    'server',
    'words',
    'job',
    'about',
  ),
  fc.array(words, { maxLength: 3 }),
);
const values = fc.oneof(
  words,
  fc.json(),
  fc.record({ does: fc.constantFrom('confirm', 'cancel', 'drop', 'answer'), id: ids }).map(asText),
  fc.record({ does: fc.constant('pick'), id: ids, option: fc.integer() }).map(asText),
  fc
    .record({
      does: fc.constant('rate'),
      answer: fc.oneof(ids, fc.constant('faq.share-tenant-limit')),
      liked: fc.boolean(),
      text: words,
    })
    .map(asText),
  fc
    .record({
      does: fc.constant('teach'),
      step: fc.constantFrom('begin', 'as', 'set-aside', 'approve', 'withdraw'),
      text: words,
      meaning: ids,
    })
    .map(asText),
  fc.record({ does: fc.constant('hand-over'), text: words }).map(asText),
  fc
    .record({ does: fc.constant('begin'), operation: ids, slots, agreed: fc.boolean() })
    .map(asText),
  fc
    .record({ does: fc.constant('begin'), operation: fc.constantFrom(...operationIds()), slots })
    .map(asText),
);

describe('whatever people write or press', () => {
  const runs = { numRuns: 150 };

  it('free words are answered in a message that Slack takes', async () => {
    await fc.assert(
      fc.asyncProperty(who, words, async (person, text) => {
        expectFit(await kit.said(person, text));
      }),
      runs,
    );
  });

  it('commands are answered in a message that Slack takes', async () => {
    await fc.assert(
      fc.asyncProperty(
        who,
        fc.constantFrom('/image', '/image-share', '/image-accept', '/image-reject', '/other'),
        words,
        async (person, command, text) => {
          expectFit(await kit.ordered(person, command, text));
        },
      ),
      runs,
    );
  });

  it('presses are answered in a message that Slack takes, whatever the button brings back', async () => {
    await fc.assert(
      fc.asyncProperty(who, values, async (person, value) => {
        expectFit((await kit.pressed(person, value)).reply);
      }),
      runs,
    );
  });

  it('free words never change anything, unless they say yes', async () => {
    const untouched = await openTalk(library);
    const before = await untouched.unit('team-web');
    await fc.assert(
      fc.asyncProperty(words, async (text) => {
        await untouched.said('U0WEBOP', text, { where: `D${text.length}-${text.slice(0, 5)}` });

        const { images, servers, received, jobs } = await untouched.unit('team-web');
        expect({ images, servers, received, jobs }).toEqual({
          images: before.images,
          servers: before.servers,
          received: before.received,
          jobs: before.jobs,
        });
      }),
      runs,
    );
    await untouched.stop();
  });
});

it.each([
  ['Chinese', '请把镜像共享给团队 '.repeat(4000)],
  ['Arabic with direction marks', '\u2067شارك الصورة\u2069\u200f '.repeat(2500)],
  ['emoji', '👩‍🚀🧪'.repeat(6000)],
  [
    'zero-width characters',
    `share web\u200b-\u200bgolden with team-data${'\u200b\u200d'.repeat(20_000)}`,
  ],
  ['one long word', `share ${'a'.repeat(40_000)}`],
  ['control characters of Slack', '<!channel> & <@U0WEBOP> '.repeat(1700)],
])('40,000 characters of %s are read and answered', async (_script, text) => {
  expectFit(await kit.said('U0WEBOP', text));
  expectFit(await kit.ordered('U0WEBOP', '/image', text));
  expectFit(await kit.ordered('U0WEBOP', '/image-share', text));
});

it.each([
  '<!channel>',
  '<https://a.example|click>',
  'a & b',
  '*bold* `code`',
  'line\nbreak',
  '\u202egnp',
])('a name like %j is shown as it is and never as markup', async (name) => {
  const reply = await kit.ordered('U0WEBOP', '/image', `delete "${name}"`);

  expect(everyWord(reply)).toContain(name);
  expectFit(reply);
});

function expectFit(reply: Reply): void {
  for (const next of reply.more ?? []) expectFit(next);
  expect(reply.text.length).toBeGreaterThan(0);
  expect([...problemsIn(render(reply)), ...problemsIn(renderPlainly(reply))]).toEqual([]);
}

function asText(value: unknown): string {
  return JSON.stringify(value);
}

function operationIds() {
  return [
    'help',
    'image.list',
    'image.show',
    'image.search',
    'image.create',
    'image.share',
    'image.unshare',
    'image.shared-with-me',
    'image.accept',
    'image.reject',
    'server.create',
    'image.delete',
    'server.list',
    'quota.show',
    'job.list',
    'job.show',
    'project.list',
    'project.switch',
  ] as const;
}
