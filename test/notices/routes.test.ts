import { describe, expect, it } from 'vitest';
import { ProjectId } from '../../src/images/ids.ts';
import type { Place } from '../../src/images/job.ts';
import { Notice } from '../../src/images/unit.ts';
import { News, type Way, waysOf } from '../../src/notices/news.ts';
import { type Audience, routesToAsker, routesToProject } from '../../src/notices/routes.ts';

const wendy = 'U0WEBOP';
const ada = 'U0ADMIN';
const project = ProjectId.parse('a'.repeat(32));

function aNotice(kind: string, to: Place = { project }): Notice {
  const owedSince = '2026-11-20T10:00:00.000Z';
  return Notice.parse({ id: 'n1', kind, to, asker: wendy, facts: {}, owedSince });
}

function anAudience(audience: Partial<Audience> = {}): Audience {
  return { channel: 'C0WEB', silent: [], people: [wendy, ada], settings: new Map(), ...audience };
}

/** Wendy wants all news that way. */
function wanting(way: Way) {
  const ways = Object.fromEntries(News.options.map((news) => [news, way]));
  return { ways };
}

const wishes = (way: Way) => new Map([[wendy, wanting(way)]]);

describe('news to a project', () => {
  it('goes to its channel, and to whoever wants it personally as well', () => {
    const direct = anAudience({ settings: wishes('direct') });

    expect(routesToProject(aNotice('share.stopped'), anAudience())).toEqual([
      { post: { channel: 'C0WEB' } },
    ]);
    expect(routesToProject(aNotice('share.stopped'), direct)).toEqual([
      { post: { channel: 'C0WEB' } },
      { post: { channel: wendy } },
    ]);
  });

  it('goes to its people where there is no channel, or the channel is not told', () => {
    const everybody = [{ post: { channel: wendy } }, { post: { channel: ada } }];
    const silent = anAudience({ silent: ['offers'] });

    expect(routesToProject(aNotice('share.offered'), anAudience({ channel: undefined }))).toEqual(
      everybody,
    );
    expect(routesToProject(aNotice('share.offered'), silent)).toEqual(everybody);
    expect(routesToProject(aNotice('share.stopped'), silent)).toEqual([
      { post: { channel: 'C0WEB' } },
    ]);
  });

  it('is kept for the digest of one, and is nothing to another who wants none', () => {
    const audience = anAudience({
      channel: undefined,
      settings: new Map([
        [wendy, wanting('digest')],
        [ada, wanting('off')],
      ]),
    });

    expect(routesToProject(aNotice('share.stopped'), audience)).toEqual([{ hold: wendy }]);
  });

  it.each(['off', 'digest'] as const)('of an offer cannot be put %s by anybody', (way) => {
    const audience = anAudience({ channel: undefined, people: [wendy], settings: wishes(way) });

    expect(routesToProject(aNotice('share.offered'), audience)).toEqual([
      { post: { channel: wendy } },
    ]);
  });
});

describe('news to whoever asked', () => {
  const thread = { channel: 'C0WEB', thread: '1.1' };

  it.each([
    ['usual', [{ post: thread }]],
    ['direct', [{ post: { channel: wendy } }]],
    ['digest', [{ hold: wendy }]],
    ['off', []],
  ] as const)('comes the way they want: %s', (way, routes) => {
    expect(routesToAsker(aNotice('job.finished', thread), wanting(way))).toEqual(routes);
  });

  it('comes where it was asked for when nobody knows by whom', () => {
    const { asker: _, ...notice } = aNotice('job.finished', thread);

    expect(routesToAsker(notice, wanting('off'))).toEqual([{ post: thread }]);
  });

  it('of a failure cannot be turned off', () => {
    expect(routesToAsker(aNotice('job.failed', thread), wanting('off'))).toEqual([
      { post: thread },
    ]);
  });
});

it('has a usual way for every kind of news', () => {
  for (const news of News.options) expect(waysOf[news][0]).toBe('usual');
});
