import { mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ProjectId } from '../../src/images/ids.ts';
import { groupNote } from '../../src/storage/group-note.ts';
import { openStateDir } from '../../src/storage/state-dir.ts';
import { lowdbUnitStore } from '../../src/storage/unit-store.ts';
import { openTenancy, type SettledTenancy } from '../../src/tenancy/open-tenancy.ts';
import { type Clouds, readClouds } from '../../src/tenancy/read-clouds.ts';
import { readTenancy } from '../../src/tenancy/read-tenancy.ts';
import { base, root } from './written.ts';

const web = ProjectId.parse('a'.repeat(32));
const clouds = await readClouds(join(root, 'data/clouds'));

const strange: Clouds = new Map(
  [...clouds].map(([id, profile]) => [
    id,
    { ...profile, imageId: { ...profile.imageId, regex: '^strange' } },
  ]),
);

const golden = {
  name: 'golden',
  project: 'team-web',
  type: 'system',
  minDisk: 40,
  origin: { kind: 'server' },
};
const world = `${base}
helpdesk: C0HELP
labFaults: "*/transfer = IMG.0046: the disk is gone"
people: [{ slackId: U1, name: Ada, projects: { team-web: operator }, adminOf: northwind }]
publicImages: [{ name: Debian, type: system, vendor: debian, minDisk: 40 }]
`;

describe('a tenancy that was opened before', () => {
  it('is not read again, and says the same', async () => {
    const life = await aLife();
    const inFull = await readTenancy({
      tenancy: life.tenancy,
      clouds,
      defaultCloud: 'huawei',
    });
    await spoilUnseen(join(life.tenancy, 'base.yaml'));
    await spoilUnseen(join(life.tenancy, 'images.json'));

    const tenancy = await life.open();

    expect(said(tenancy)).toEqual(said(inFull));
    expect(tenancy.labFaults).toHaveLength(1);
    expect(await life.imagesOf(web)).toEqual(['golden']);
  });

  it('is read again when a file has changed, and stops the start with every fault of every file', async () => {
    const life = await aLife();
    await life.write('images.json', [{ ...golden, minDisk: 0 }]);
    await writeFile(join(life.tenancy, 'base.yaml'), `${world}colour: red\n`);

    await expect(life.open()).rejects.toThrow(
      /base\.yaml[\s\S]*"colour"[\s\S]*images\.json[\s\S]*images\[0\] \(golden\) minDisk/,
    );
  });

  it('is read again after it was put right', async () => {
    const life = await aLife();
    await life.write('images.json', [{ ...golden, minDisk: 0 }]);
    await expect(life.open()).rejects.toThrow('minDisk');
    await life.write('images.json', [golden]);
    await writeFile(join(life.tenancy, 'base.yaml'), world.replace('Ada', 'Grace'));

    expect((await life.open()).people).toMatchObject([{ name: 'Grace' }]);
  });

  it('is read again when a file was added, or taken away', async () => {
    const life = await aLife();
    const added = join(life.tenancy, 'more.json');
    await writeFile(added, '{ "images": ');
    await expect(life.open()).rejects.toThrow('more.json');

    await rm(added);
    await rm(join(life.tenancy, 'base.yaml'));
    await expect(life.open()).rejects.toThrow('there is no project team-web');
  });

  it.each<[string, { readonly clouds?: Clouds; readonly defaultCloud?: string }]>([
    ['another cloud is the default', { defaultCloud: 'otc' }],
    ['a cloud has other figures', { clouds: strange }],
  ])('is read again when %s', async (_, changed) => {
    const life = await aLife();
    await spoilUnseen(join(life.tenancy, 'images.json'));

    await expect(life.open(changed)).rejects.toThrow('images.json');
  });

  it('is read again when a project has no unit, which then gets what the files say', async () => {
    const life = await aLife();
    await rm(join(life.state, 'units', 'eu-de', `${web}.json`));

    await life.open();

    expect(await life.imagesOf(web)).toEqual(['golden']);
  });

  it('is read again when a file had been written just before it was read', async () => {
    const life = await aLife({ readYoung: true });
    await spoilUnseen(join(life.tenancy, 'images.json'));

    await expect(life.open()).rejects.toThrow('images.json');
  });

  it.each([
    ['is gone', (note: string) => rm(note)],
    [
      'was cut short',
      async (note: string) => writeFile(note, (await readFile(note)).subarray(0, 99)),
    ],
    [
      'is of another edition',
      async (note: string) => rewrite(note, (text) => text.replace('"edition":"', '"edition":"0.')),
    ],
    [
      'cannot be an outline',
      async (note: string) =>
        rewrite(note, (text) => text.replaceAll('"account":"northwind"', '"account":"southwind"')),
    ],
  ])('is read again when the note of it %s', async (_, spoil) => {
    const life = await aLife();
    await spoil(join(life.state, 'notes', 'tenancy.json'));
    const names = async () => (await life.open()).directory.account('northwind')?.name;
    expect(await names()).toBe('Northwind');

    await spoil(join(life.state, 'notes', 'tenancy.json'));
    await spoilUnseen(join(life.tenancy, 'images.json'));

    await expect(life.open()).rejects.toThrow('images.json');
  });
});

it('tells a start that finds no tenancy what is missing', async () => {
  const life = await aLife();
  await rm(life.tenancy, { recursive: true });

  await expect(life.open()).rejects.toThrow('there is no such file or folder');
});

/** A tenancy, and a state folder of a Goldie that has opened it once. */
async function aLife({ readYoung = false } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'goldie-life-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const state = join(folder, 'state');
  const tenancy = await mkdtemp(join(folder, 'tenancy-'));
  const write = (name: string, images: readonly unknown[]) =>
    writeFile(join(tenancy, name), JSON.stringify({ images }));

  async function inStore<T>(live: (store: Store) => Promise<T>): Promise<T> {
    const dir = await openStateDir(state);
    try {
      return await live(await lowdbUnitStore(dir));
    } finally {
      await dir.close();
    }
  }

  const open = (changed: { readonly clouds?: Clouds; readonly defaultCloud?: string } = {}) =>
    inStore((store) =>
      openTenancy({ tenancy, clouds, defaultCloud: 'huawei', ...changed }, store, (format, files) =>
        groupNote({ path: state }, format, files),
      ),
    );

  await writeFile(join(tenancy, 'base.yaml'), world);
  await write('images.json', [golden]);
  for (const name of ['base.yaml', 'images.json']) await age(join(tenancy, name));
  if (readYoung) await startOfTomorrow(join(tenancy, 'images.json'));
  await open();

  return {
    tenancy,
    state,
    write,
    open,
    imagesOf: (project: ProjectId) =>
      inStore(async (store) => (await store.read(project))?.value.images.map(({ name }) => name)),
  };
}

type Store = Awaited<ReturnType<typeof lowdbUnitStore>>;

/** Everything that is asked of a tenancy once it is open. */
function said({ directory, profiles, people, channels, helpdesk, labFaults }: SettledTenancy) {
  const regions = ['eu-de', 'eu-nl'];
  return {
    profiles,
    people,
    channels,
    helpdesk,
    labFaults,
    projects: directory.projects(),
    account: directory.account('northwind'),
    regions: regions.map(directory.region),
    publicImages: regions.map(directory.publicImages),
  };
}

function age(path: string): Promise<void> {
  return utimes(path, 1_700_000_000, 1_700_000_000);
}

function startOfTomorrow(path: string): Promise<void> {
  const later = Math.ceil(Date.now() / 86_400_000) * 86_400;
  return utimes(path, later, later);
}

/** Spoils the content of a file so that it looks the same from outside. */
async function spoilUnseen(path: string): Promise<void> {
  const { size, atime, mtime } = await stat(path);
  await writeFile(path, '{'.repeat(size), { flag: 'r+' });
  await utimes(path, atime, mtime);
}

async function rewrite(path: string, change: (text: string) => string): Promise<void> {
  await writeFile(path, change(await readFile(path, 'utf8')));
}
