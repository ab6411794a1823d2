import { describe, expect, it } from 'vitest';
import { base, faultsOf, image, reading, readingDemo } from './written.ts';

const web = 'a'.repeat(32);
const server =
  'servers: [{ name: web-01, project: team-web, state: running, osVersion: Debian, disks: [{ role: system, sizeGb: 40 }] }]';

describe('what images are made of besides servers', () => {
  it('is in the unit of its project, with servers, vaults and images found by their names', async () => {
    const { units } = await reading({
      'all.yaml': `${base}
${server}
images: [${image('')}]
vaults: [{ name: safe, project: team-web, capacityGb: 100, usedGb: 0, servers: [web-01] }]
buckets:
  - { name: files, project: team-web, objects: [{ key: a.iso, sizeBytes: 1, format: iso }] }
  - { name: far-files, project: team-web, region: eu-nl }
backups: [{ name: nightly, project: team-web, service: cbr, server: web-01, vault: safe, usedBy: golden }]`,
    });

    const unit = units.find(({ project }) => project === web);
    if (!unit) throw new Error('there is no team-web');
    expect(unit.vaults).toMatchObject([{ servers: [unit.servers[0]?.id] }]);
    expect(unit.buckets).toMatchObject([
      { name: 'files', region: 'eu-de', storageClass: 'Standard', objects: [{ key: 'a.iso' }] },
      { name: 'far-files', region: 'eu-nl' },
    ]);
    expect(unit.backups).toMatchObject([
      {
        serverId: unit.servers[0]?.id,
        vaultId: unit.vaults[0]?.id,
        usedByImageId: unit.images[0]?.id,
        disks: [{ sizeGb: 40 }],
      },
    ]);
  });

  it('is there in the demo: a file to import, an ISO file and a finished backup', async () => {
    const { units } = await readingDemo();
    const objects = units.flatMap(({ buckets }) => buckets.flatMap((bucket) => bucket.objects));

    expect(objects.map(({ format }) => format)).toEqual(expect.arrayContaining(['qcow2', 'iso']));
    expect(units.flatMap(({ backups }) => backups)).toContainEqual(
      expect.objectContaining({ state: 'available', service: 'cbr' }),
    );
  });
});

it.each([
  [
    'a vault of an unknown server',
    'vaults: [{ name: safe, project: team-web, capacityGb: 1, usedGb: 0, servers: [web-99] }]',
    'more.yaml: vaults[0] (safe): team-web has no server web-99',
  ],
  [
    'a backup of an unknown server',
    'backups: [{ name: nightly, project: team-web, service: cbr, server: web-99 }]',
    'more.yaml: backups[0] (nightly): team-web has no server web-99',
  ],
  [
    'a backup in an unknown vault',
    'backups: [{ name: nightly, project: team-web, service: cbr, server: web-01, vault: hole }]',
    'more.yaml: backups[0] (nightly): team-web has no vault hole',
  ],
  [
    'a backup of an unknown image',
    'backups: [{ name: nightly, project: team-web, service: cbr, server: web-01, usedBy: none }]',
    'more.yaml: backups[0] (nightly): team-web has no image none',
  ],
  [
    'a bucket in an unknown region',
    'buckets: [{ name: files, project: team-web, region: mars }]',
    'more.yaml: buckets[0] (files): there is no region mars',
  ],
  [
    'a bucket of an unknown project',
    'buckets: [{ name: files, project: nobody }]',
    'more.yaml: buckets[0] (files): there is no project nobody',
  ],
])('says what is wrong with %s', async (_what, more, fault) => {
  expect(await faultsOf({ 'base.yaml': `${base}\n${server}`, 'more.yaml': more })).toContain(fault);
});
