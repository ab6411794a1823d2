import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ProjectId } from '../../src/images/ids.ts';
import { base, faultsOf, image, reading } from './written.ts';

const web = ProjectId.parse('a'.repeat(32));
const data = ProjectId.parse('b'.repeat(32));

describe('a tenancy', () => {
  it('is read from several files as if they were one', async () => {
    const { directory, channels, units } = await reading({
      'a-images.yaml': `images: [${image('')}]`,
      'base.yaml': base,
      'notes.yml': 'not: { a: tenancy',
    });

    expect(directory.project(web)).toEqual({
      id: web,
      name: 'team-web',
      region: 'eu-de',
      account: 'northwind',
      cloud: 'huawei',
    });
    expect(directory.account('northwind')?.standing).toBe('ok');
    expect(directory.region('eu-de')?.azs).toEqual(['eu-de-01']);
    expect(channels).toEqual(new Map([[web, 'C0WEB']]));
    expect(units.find(({ project }) => project === web)?.images).toHaveLength(1);
  });

  it('lets people name projects by name or by ID', async () => {
    const { people } = await reading({
      'all.yaml': `${base}
people:
  - { slackId: U1, name: Ada, projects: { team-web: operator, ${data}: viewer }, adminOf: northwind }`,
    });

    expect(people).toEqual([
      {
        slackId: 'U1',
        name: 'Ada',
        projects: new Map([
          [web, 'operator'],
          [data, 'viewer'],
        ]),
        adminOf: 'northwind',
      },
    ]);
  });

  it('puts a share into the units of both sides', async () => {
    const { units } = await reading({
      'all.yaml': `${base}
images:
  - ${image('members: [{ project: team-data, status: accepted, offeredAt: 2026-02-01T00:00:00Z, decidedAt: 2026-02-02T00:00:00Z }]')}`,
    });

    const [shared] = units.find(({ project }) => project === web)?.images ?? [];
    expect(shared).toMatchObject({
      visibility: 'shared',
      members: [{ project: data, status: 'accepted', updatedAt: '2026-02-02T00:00:00.000Z' }],
    });
    expect(units.find(({ project }) => project === data)?.received).toMatchObject([
      {
        imageId: shared?.id,
        owner: web,
        status: 'accepted',
        offeredAt: '2026-02-01T00:00:00.000Z',
        decidedAt: '2026-02-02T00:00:00.000Z',
      },
    ]);
  });

  it('gives things without an ID the same one at every start', async () => {
    const files = {
      'all.yaml': `${base}
servers: [{ name: web-01, project: team-web, state: running, osVersion: Debian, disks: [{ role: system, sizeGb: 40 }] }]
images: [${image('')}]
publicImages: [{ name: Debian, type: system, vendor: debian, minDisk: 40 }]`,
    };

    const first = await reading(files);
    const second = await reading(files);

    expect(second.units).toEqual(first.units);
    const ids = ['eu-de', 'eu-nl'].map((region) => first.directory.publicImages(region)[0]?.id);
    expect(ids).toEqual(['eu-de', 'eu-nl'].map((one) => second.directory.publicImages(one)[0]?.id));
    expect(new Set(ids).size).toBe(2);
  });

  it('finds keys by their alias, and takes an image with a disabled one for unusable', async () => {
    const { units } = await reading({
      'all.yaml': `${base}
keys: [{ project: team-web, alias: disks, kind: custom, state: disabled, grants: [{ project: team-data, operations: [decrypt] }] }]
servers: [{ name: web-01, project: team-web, state: running, osVersion: Debian, disks: [{ role: system, sizeGb: 40, key: disks }] }]
images: [${image('key: disks')}]`,
    });

    const unit = units.find(({ project }) => project === web);
    const [key] = unit?.keys ?? [];
    expect(key?.grants).toEqual([{ project: data, operations: ['decrypt'] }]);
    expect(unit?.images[0]).toMatchObject({
      encryption: { keyId: key?.id, keyKind: 'custom' },
      keyUsable: false,
    });
    expect(unit?.servers[0]?.disks[0]).toMatchObject({ keyId: key?.id, device: '/dev/vda' });
  });
});

describe('a tenancy in JSON', () => {
  it('says the same as one in YAML', async () => {
    const written = `{ name: golden, project: team-web, type: system, minDisk: 40, origin: { kind: server } }`;
    const yaml = await reading({ 'base.yaml': base, 'images.yaml': `images: [${written}]` });
    const json = await reading({
      'base.yaml': base,
      'images.json': JSON.stringify({ images: [parse(written)] }),
    });

    expect(json.units).toEqual(yaml.units);
  });

  it('names the file that is no JSON', async () => {
    const [fault] = await faultsOf({ 'base.yaml': base, 'images.json': '{ "images": [' });

    expect(fault).toMatch(/^images\.json: it is not JSON: /);
  });
});
