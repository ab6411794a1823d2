import { beforeAll, describe, expect, it } from 'vitest';
import { pressBegin } from '../../src/operations/buttons.ts';
import {
  everyWord,
  type Library,
  openTalk,
  readLibrary,
  type TalkKit,
} from '../support/talk-kit.ts';

let library: Library;
let kit: TalkKit;
beforeAll(async () => {
  library = await readLibrary();
  kit = await openTalk(library);
}, 120_000);

describe('the words after a command', () => {
  it.each([
    ['image.share', 'web with a, b', { images: ['web'], projects: ['a', 'b'] }],
    ['image.share', 'web db to a', { images: ['web', 'db'], projects: ['a'] }],
    ['image.share', 'web a b', { images: ['web'], projects: ['a', 'b'] }],
    ['image.share', '', { images: [], projects: [] }],
    ['image.unshare', '"My Image" from a', { images: ['My Image'], projects: ['a'] }],
    ['image.unshare', 'web all', { images: ['web'], projects: ['all'] }],
    ['image.delete', 'web, db and "x y"', { images: ['web', 'db', 'x y'] }],
    ['image.accept', 'web from a', { offers: ['web from a'] }],
    ['image.accept', 'all', { offers: ['all'] }],
    ['image.accept', 'all rejected from a', { offers: ['all rejected from a'] }],
    ['image.accept', 'all-in-one', { offers: ['all-in-one'] }],
    ['image.reject', 'web', { offers: ['web'] }],
    ['image.create', 'web-01 as web new', { server: ['web-01'], name: ['web new'] }],
    ['image.create', 'from web-01 named "web new"', { server: ['web-01'], name: ['web new'] }],
    ['image.create', 'web-01 web-new', { server: ['web-01'], name: ['web-new'] }],
    ['image.create', 'web-01', { server: ['web-01'], name: [] }],
    [
      'image.create-full',
      'web-01 as web full in safe',
      { server: ['web-01'], name: ['web full'], vault: ['safe'] },
    ],
    ['image.create-full', 'web-01', { server: ['web-01'], name: [], vault: [] }],
    ['image.create-data', 'db-01 /dev/vdb as data', { disk: ['db-01 /dev/vdb'], name: ['data'] }],
    ['image.create-data', '', { disk: [], name: [] }],
    [
      'image.create-from-disk',
      'db-01 as sys with Windows 10 64bit',
      { disk: ['db-01'], name: ['sys'], os: ['Windows 10 64bit'] },
    ],
    ['image.create-full-backup', 'nightly as b', { backup: ['nightly'], name: ['b'] }],
    ['image.import', 'a.raw as web fast', { file: ['a.raw'], name: ['web'], way: ['fast'] }],
    [
      'image.import',
      'a.raw as web fast with the data disks b.raw 100 GB, c.raw and d.raw',
      { file: ['a.raw'], name: ['web'], way: ['fast'], data: ['b.raw 100 GB', 'c.raw', 'd.raw'] },
    ],
    ['image.import', 'bucket:a.raw', { file: ['bucket:a.raw'], name: [], way: [] }],
    ['image.import-iso', 'a.iso as b', { file: ['a.iso'], name: ['b'], os: [] }],
    ['disk.create', 'db-data 300 GB', { image: ['db-data'], disk: ['300 GB'] }],
    ['server.create', 'web as app in az-1', { image: ['web'], name: ['app'], az: ['az-1'] }],
    ['server.create', 'from web app', { image: ['web'], name: ['app'], az: [] }],
    ['image.show', '“My Image”', { image: ['My Image'] }],
    ['image.show', 'Ubuntu 22.04 64bit', { image: ['Ubuntu 22.04 64bit'] }],
    ['image.search', 'golden  ubuntu', { words: ['golden', 'ubuntu'] }],
    ['image.search', '  ', {}],
    ['project.switch', 'team-ops', { project: ['team-ops'] }],
    [
      'image.modify',
      'web minimum memory to 4 GB',
      { image: ['web'], field: ['minimum memory'], value: ['4 GB'] },
    ],
    ['image.modify', '', { image: [], field: [], value: [] }],
    ['image.rename', 'web "web 2"', { image: ['web'], name: ['web 2'] }],
    ['image.protect', 'web', { image: ['web'] }],
    ['image.tag', 'web with a=b, c=d', { image: ['web'], tags: ['a=b', 'c=d'] }],
    ['image.tag', 'web db a=b', { image: ['web', 'db'], tags: ['a=b'] }],
    ['image.tag', 'web, db with a', { image: ['web', 'db'], tags: ['a'] }],
    ['image.replicate', 'web, db as *-x', { image: ['web', 'db'], name: ['*-x'], key: [] }],
    ['image.replicate', 'web copy', { image: ['web'], name: ['copy'], key: [] }],
    ['image.untag', 'web a b', { image: ['web'], keys: ['a', 'b'] }],
    ['image.replicate', 'web as web 2 with k', { image: ['web'], name: ['web 2'], key: ['k'] }],
    ['image.encrypt', 'web web2 using key k', { image: ['web'], name: ['web2'], key: ['k'] }],
    [
      'image.export',
      'web to b:f as vhd',
      { image: ['web'], bucket: ['b'], file: ['f'], way: ['normal'], format: ['vhd'] },
    ],
    [
      'image.export',
      'web to b f as fast',
      { image: ['web'], bucket: ['b'], file: ['f'], way: ['fast'], format: [] },
    ],
    [
      'image.replicate-across',
      'web to eu-nl as x by a',
      { image: ['web'], region: ['eu-nl'], name: ['x'], agency: ['a'] },
    ],
    ['server.change-os', 's1 to web', { server: ['s1'], image: ['web'] }],
    ['server.stop', 's1', { server: ['s1'] }],
    [
      'audit.list',
      'last day warnings web',
      { period: ['last day'], status: ['warning'], image: ['web'] },
    ],
    ['audit.list', 'week refused', { period: ['week'], status: ['refused'] }],
    [
      'audit.list',
      'who=<@U0WEBOP|wendy> what=delete project=team-data since yesterday archive',
      {
        who: ['<@U0WEBOP|wendy>'],
        what: ['delete'],
        project: ['team-data'],
        period: ['since yesterday'],
        archive: ['yes'],
      },
    ],
    ['audit.list', '', {}],
    [
      'image.tagged',
      'stage=test|live, team any a b=1 without old untagged count limit=5 name~web',
      {
        tags: [
          'all:stage=test|live',
          'all:team',
          'any:a',
          'any:b=1',
          'none:old',
          'untagged',
          'count',
          'limit=5',
          'name~web',
        ],
      },
    ],
    ['image.tagged', '', {}],
    ['image.export-list', 'Public', { scope: ['public'] }],
    ['job.show', '', { job: [] }],
    ['help', 'Share', { about: ['share'] }],
    ['image.list', 'whatever', { filters: ['whatever'] }],
    ['image.list', 'my images', {}],
    ['image.modify', 'web min-ram 2048', { image: ['web'], field: ['min-ram'], value: ['2048'] }],
    ['image.list', 'type=data "CentOS 7.9"', { filters: ['type=data', 'CentOS 7.9'] }],
    [
      'image.list',
      'os="CentOS 7.9" disk > 40 GB, tag=stage:test sort=-size',
      { filters: ['os=CentOS 7.9', 'disk>40 GB', 'tag=stage:test', 'sort=-size'] },
    ],
    ['image.search', 'golden disk<=40', { words: ['golden'], filters: ['disk<=40'] }],
  ])('%s reads “%s”', (id, text, raw) => {
    expect(kit.operations.get(id)?.words(text)).toEqual(raw);
  });
});

describe('the catalog', () => {
  it('has a different word for every operation', () => {
    const words = [...kit.operations.values()].flatMap(({ verbs, slash = [] }) => [verbs, slash]);

    expect(new Set(words.flat()).size).toBe(words.flat().length);
  });

  it('asks a right for everything but what concerns nobody else than the person', () => {
    const free = [...kit.operations.values()].filter(({ needs }) => needs === undefined);

    expect(free.map(({ id }) => id)).toEqual([
      'project.list',
      'project.switch',
      'settings.show',
      'settings.notify',
      'settings.daily',
      'help',
    ]);
  });

  it.each([
    ['U0WEBRO', 'viewer'],
    ['U0WEBOP', 'operator'],
    ['U0ADMIN', 'administrator'],
  ] as const)('%s, a %s, is offered by help exactly what the role may do', async (who, role) => {
    const { parts } = await kit.ordered(who, '/image', 'help');
    const offered = parts.flatMap((part) =>
      part.kind === 'bullets'
        ? part.items.flatMap((line) => line.filter(({ code }) => code).map(({ text }) => text))
        : [],
    );
    const administering = ['audit', 'feedback'];
    const changing = [...kit.operations.values()].filter(
      ({ kind, id, needs }) =>
        (kind === 'task' && needs !== undefined) || id === 'settings.channel',
    );
    const words = [...[...kit.operations.values()].map(({ verbs }) => verbs[0] ?? ''), 'feedback'];
    const all = words.filter((one) => !administering.includes(one));
    const forbidden = changing.map(({ verbs }) => verbs[0] ?? '');
    const may = {
      viewer: all.filter((one) => !forbidden.includes(one)),
      operator: all,
      administrator: words,
    };

    expect(offered).toEqual(may[role]);
  });

  it('tells administrators how to type what the conversation answers itself', async () => {
    const mine = await kit.ordered('U0ADMIN', '/image', 'help feedback');
    const theirs = await kit.ordered('U0WEBOP', '/image', 'help feedback');

    expect(mine.text).toContain('/image feedback');
    expect(mine.choices).toEqual([]);
    expect(theirs.text).not.toContain('/image feedback');
  });

  it('answers nobody who lacks the right, whichever way they ask', async () => {
    const typed = await kit.ordered('U0WEBRO', '/image', 'audit');
    const pressed = await kit.pressed('U0WEBRO', pressBegin('audit.list'));

    for (const reply of [typed, pressed.reply]) {
      expect(everyWord(reply)).toContain('You do not have the right cts:traces:list');
      expect(reply.seenBy).toBe('asker');
    }
  });

  it('explains every operation with a command that can be typed', async () => {
    for (const { id, verbs, slash } of kit.operations.values()) {
      const { text } = await kit.ordered('U0ADMIN', '/image', `help ${verbs[0]}`);

      expect(text, id).toContain(slash ?? `/image ${verbs[0]}`);
    }
  });
});
