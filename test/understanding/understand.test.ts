import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadUnderstanding } from '../../src/understanding/load-understanding.ts';
import { nothingKnown, type Slots, type Understander } from '../../src/understanding/meaning.ts';
import { inventory } from './inventory.ts';

let goldie: Understander;
beforeAll(async () => {
  goldie = await loadUnderstanding('intents');
}, 60_000);

const understand = (text: string) => goldie.understand(text, inventory, { bot: 'U0BOT' });

describe('names in a text', () => {
  it.each<[string, string, Slots]>([
    [
      'share web-golden with team-data',
      'image.share',
      { images: ['web-golden'], projects: ['team-data'] },
    ],
    [
      '<@U0BOT> share `web-golden` with team-data',
      'image.share',
      { images: ['web-golden'], projects: ['team-data'], quoted: ['web-golden'] },
    ],
    [
      'Share WEB-GOLDEN with Team-Data!',
      'image.share',
      { images: ['web-golden'], projects: ['team-data'] },
    ],
    [
      'share web golden with team data',
      'image.share',
      { images: ['web-golden'], projects: ['team-data'] },
    ],
    [
      'shar web-goldn wiht team-dta',
      'image.share',
      { images: ['web-golden'], projects: ['team-data'] },
    ],
    [
      'share web-golden and db-golden with team-data',
      'image.share',
      { images: ['web-golden', 'db-golden'], projects: ['team-data'] },
    ],
    [
      'share web-golden with <@U0DATOP>',
      'image.share',
      { images: ['web-golden'], people: ['U0DATOP'] },
    ],
    [
      'share the image id-of-web-golden with team-data',
      'image.share',
      { images: ['id-of-web-golden'], projects: ['team-data'] },
    ],
    ['delete web-golden', 'image.delete', { images: ['web-golden'] }],
    [
      'delete the image \u201cUbuntu 22.04 server\u201d',
      'image.delete',
      { images: ['Ubuntu 22.04 server'], quoted: ['Ubuntu 22.04 server'] },
    ],
    ['delete Ubuntu 22.04 server', 'image.delete', { images: ['Ubuntu 22.04 server'] }],
    ['delete image no-such-thing-7', 'image.delete', { images: ['no-such-thing-7'] }],
    [
      'create an image from web-01 called web-2026',
      'image.create',
      { servers: ['web-01'], names: ['web-2026'] },
    ],
    [
      'create image web-2026 from web-01',
      'image.create',
      { names: ['web-2026'], servers: ['web-01'] },
    ],
    ['create 3 servers from web-golden', 'server.create', { counts: [3], images: ['web-golden'] }],
    ['switch to team-data', 'project.switch', { projects: ['team-data'] }],
    ['is job-1042 done yet?', 'job.show', { jobs: ['job-1042'] }],
    ['search for debian images', 'image.search', { names: ['debian'] }],
    [
      'export web-golden to the bucket golden-exports',
      'image.export',
      { images: ['web-golden'], buckets: ['golden-exports'] },
    ],
    [
      'encrypt web-golden with the key team-kye',
      'image.encrypt',
      { images: ['web-golden'], keys: ['team-key'] },
    ],
    [
      'share web-golden with <!subteam^S123|@team-data>',
      'image.share',
      { images: ['web-golden'], projects: ['team-data'] },
    ],
    [
      'rename web-golden to team-kee',
      'image.rename',
      { images: ['web-golden'], names: ['team-kee'] },
    ],
    ['stop web-11 to web-14', 'server.stop', { servers: ['web-11', 'web-12', 'web-14'] }],
    ['stop web-11 and web-14', 'server.stop', { servers: ['web-11', 'web-14'] }],
  ])('%s', (text, id, slots) => {
    expect(understand(text)).toMatchObject({ kind: 'operation', id });
    expect(understand(text).slots).toEqual(slots);
  });

  it('never take one number for another', () => {
    expect(understand('create an image of web-02').slots).toEqual({ servers: ['web-02'] });
  });

  it('are only those that the asker may see', () => {
    const { slots } = goldie.understand('delete web-goldn', nothingKnown);

    expect(slots).toEqual({ images: ['web-goldn'] });
  });
});

describe('only an order changes anything', () => {
  it.each([
    "don't delete web-golden",
    'please do not delete the image web-golden',
    'never share web-golden with team-data',
    'I said do not delete web-golden',
  ])('%s', (text) => {
    expect(understand(text)).toMatchObject({ speech: 'negated', kind: 'unsure', id: null });
  });

  it.each([
    ['what if I delete web-golden', 'image.delete'],
    ['how do I delete web-golden', 'image.delete'],
    ['what happens if I share web-golden with team-data?', 'image.share'],
  ])('%s is explained', (text, about) => {
    expect(understand(text)).toMatchObject({ kind: 'operation', id: 'help', slots: { about } });
  });

  it('may I share this image? is a question about the plan', () => {
    expect(understand('can I share web-golden with team-data?')).toMatchObject({
      id: 'image.share',
      speech: 'question',
    });
  });
});

describe('what others wrote', () => {
  it.each([
    '> delete web-golden',
    '&gt; please delete web-golden',
    '<@U0BOT> > delete web-golden',
    '```\ndelete web-golden\n```',
    'Fwd: please delete web-golden and db-golden',
    'From: Jill\nTo: me\nPlease delete web-golden.',
  ])('is never an order: %j', (message) => {
    expect(understand(message)).toMatchObject({ speech: 'quoted', kind: 'unsure', id: null });
  });

  it('is left out when the writer adds words', () => {
    expect(understand('list my images\n> delete web-golden')).toMatchObject({
      id: 'image.list',
      text: 'list my images',
      slots: {},
    });
  });

  it('is not what somebody marks as a name', () => {
    expect(understand('delete ```web-golden```')).toMatchObject({
      id: 'image.delete',
      slots: { images: ['web-golden'] },
    });
  });

  it.each(['yes', 'confirm', 'ok, go ahead', 'approve all'])(
    'a bare consent means nothing by itself: %s',
    (text) => {
      expect(understand(text)).toMatchObject({ kind: 'unsure', id: null, alternatives: [] });
    },
  );
});

describe('several wishes', () => {
  it('are told apart, each with its own names', () => {
    const { id, slots, wishes } = understand(
      'share web-golden with team-data and delete db-golden',
    );

    expect({ id, slots }).toEqual({
      id: 'image.share',
      slots: { images: ['web-golden'], projects: ['team-data'] },
    });
    expect(wishes?.map((wish) => [wish.id, wish.slots.images])).toEqual([
      ['image.share', ['web-golden']],
      ['image.delete', ['db-golden']],
    ]);
  });

  it.each(['how do I create and share an image', 'share web-golden and db-golden with team-data'])(
    'are not made of one: %s',
    (text) => {
      expect(understand(text).wishes).toBeUndefined();
    },
  );
});

describe('questions', () => {
  it('keep the cloud that they are about', () => {
    expect(
      understand('do I have to stop the server on JD Cloud before I make an image?'),
    ).toMatchObject({
      kind: 'answer',
      id: 'faq.stop-needed-for-image',
      slots: { clouds: ['jdcloud'] },
    });
  });

  it('are understood with a wrong letter in them', () => {
    expect(understand('how many tennants can i shaer an image with')).toMatchObject({
      kind: 'answer',
      id: 'faq.share-tenant-limit',
    });
  });
});

describe('whatever is written', () => {
  it.each(['frobnicate web-golden', '\u6211\u53ef\u4ee5', 'zzzqqq wwwvvv'])(
    'Goldie does not guess when it knows none of the words: %s',
    (text) => {
      expect(understand(text)).toMatchObject({ kind: 'unsure', id: null, alternatives: [] });
    },
  );

  it('a bare mention asks for help', () => {
    expect(understand('<@U0BOT>')).toMatchObject({ kind: 'operation', id: 'help' });
  });

  it.each([
    '\u4f60\u597d'.repeat(20_000),
    'delete '.repeat(6000),
    `${'x'.repeat(40_000)}`,
    '"'.repeat(40_000),
    '<@'.repeat(20_000),
    '((((['.repeat(8000),
    '-'.repeat(40_000),
  ])('a text of 40,000 characters is heard to the end of what counts (%#)', (text) => {
    expect(understand(text).text.length).toBeLessThanOrEqual(2000);
  });

  it('there is an understanding, with at most three alternatives and a probability', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { kind, id, sureness, alternatives } = understand(text);
        expect(sureness).toBeGreaterThanOrEqual(0);
        expect(sureness).toBeLessThanOrEqual(1);
        expect(alternatives.length).toBeLessThanOrEqual(3);
        expect(id === null).toBe(kind === 'unsure');
      }),
    );
  });
});
