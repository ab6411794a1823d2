import { expect, it } from 'vitest';
import { readTenancy } from '../../src/tenancy/read-tenancy.ts';
import { base, faultsOf, image, root } from './written.ts';

it('tells every fault of every file at once', async () => {
  const faults = await faultsOf({
    'a.yaml': 'projects: [{ name: x, colour: red }]',
    'b.yaml': 'people:\n  - { slackId: ada, name: Ada }\nplanets: []',
    'c.yaml': 'images: "open',
  });

  expect(faults.map((fault) => fault.replace(/: it is not YAML.*/, ': it is not YAML'))).toEqual([
    'c.yaml: line 1: it is not YAML',
    'a.yaml: projects[0] (x) id: this is missing',
    'a.yaml: projects[0] (x) region: this is missing',
    'a.yaml: projects[0] (x) account: this is missing',
    'a.yaml: projects[0] (x): nobody knows what "colour" should mean here',
    'b.yaml: people[0] (Ada) slackId: it is not the Slack ID of a person',
    'b.yaml: nobody knows what "planets" should mean here',
  ]);
});

const project = (more: string) =>
  `projects: [{ name: team-x, id: ${'e'.repeat(32)}, region: eu-de, account: northwind, ${more} }]`;
const server = (more: string) =>
  `servers: [{ name: web-01, project: team-web, state: running, osVersion: Debian, disks: [{ role: system, sizeGb: 40 }], ${more} }]`;
const images = (more: string) => `images: [${image(more)}]`;

it.each([
  [
    'a step of the lab that does not exist',
    'labFaults: "*/transfre = IMG.0046"',
    'more.yaml: labFaults: no step that can fail is called "transfre"; there are start-transfer, transfer, look-into-file, snapshot-disks, complete-backup, write-file, receive-copy, replace-system-disk, reach-state, deliver-offer, withdraw, decide-share, start-servers, fill-disk, scrub',
  ],
  [
    'a project of an unknown account',
    project('').replace('northwind', 'nobody'),
    'more.yaml: projects[0] (team-x): there is no account nobody',
  ],
  [
    'a project in an unknown region',
    project('').replace('eu-de', 'mars'),
    'more.yaml: projects[0] (team-x): there is no region mars',
  ],
  [
    'a project in an unknown cloud',
    project('cloud: cumulus'),
    'more.yaml: projects[0] (team-x): there is no cloud cumulus',
  ],
  [
    'a project whose name is taken',
    project('').replace('team-x', 'team-web'),
    'more.yaml: projects[0] (team-web): another project has the same name: projects[0] (team-web) in base.yaml',
  ],
  [
    'a person in an unknown project',
    'people: [{ slackId: U1, name: Ada, projects: { team-x: viewer } }]',
    'more.yaml: people[0] (Ada): there is no project team-x',
  ],
  [
    'a person who administers an unknown account',
    'people: [{ slackId: U1, name: Ada, adminOf: nobody }]',
    'more.yaml: people[0] (Ada): there is no account nobody',
  ],
  [
    'two people with one Slack ID',
    'people: [{ slackId: U1, name: Ada }, { slackId: U1, name: Bob }]',
    'more.yaml: people[1] (Bob): another person has the same Slack ID: people[0] (Ada) in more.yaml',
  ],
  [
    'a server in an AZ that its region does not have',
    server('az: eu-nl-01'),
    'more.yaml: servers[0] (web-01): the region eu-de has no AZ eu-nl-01',
  ],
  [
    'a server with two system disks',
    server('').replace('40 }]', '40 }, { role: system, sizeGb: 40 }]'),
    'more.yaml: servers[0] (web-01): it has 2 system disks; a server has one',
  ],
  [
    'an image of an unknown project',
    images('').replace('team-web', 'team-x'),
    'more.yaml: images[0] (golden): there is no project team-x',
  ],
  [
    'an image with a key that its project does not have',
    images('key: disks'),
    'more.yaml: images[0] (golden): team-web has no key disks',
  ],
  [
    'an image ID as the cloud does not write it',
    images('id: img-golden1'),
    /images\[0\] \(golden\): img-golden1 is no image ID of /,
  ],
  [
    'a JD Cloud image without an ID',
    images('').replace('team-web', 'team-jd'),
    /images\[0\] \(golden\): give it an id: .* start with img-/,
  ],
  [
    'a member in another region',
    images('members: [{ project: team-far }]'),
    'more.yaml: images[0] (golden): team-far is in eu-nl; images are shared inside eu-de only',
  ],
  [
    'a member that does not exist',
    images('members: [{ project: team-x }]'),
    'more.yaml: images[0] (golden): there is no project team-x to share it with',
  ],
  [
    'an image shared with its own project',
    images('members: [{ project: team-web }]'),
    'more.yaml: images[0] (golden): it is shared with its own project',
  ],
  [
    'a member that is named twice',
    images('members: [{ project: team-data }, { project: team-data }]'),
    'more.yaml: images[0] (golden): team-data is a member twice',
  ],
  [
    'a public image in an unknown region',
    'publicImages: [{ name: Debian, type: system, vendor: debian, minDisk: 40, regions: [mars] }]',
    'more.yaml: publicImages[0] (Debian): there is no region mars',
  ],
  [
    'a key granted to an unknown project',
    'keys: [{ project: team-web, alias: k, kind: custom, grants: [{ project: team-x, operations: [decrypt] }] }]',
    'more.yaml: keys[0] (k): there is no project team-x to grant it to',
  ],
  [
    'two images of one name without IDs',
    `images: [${image('')}, ${image('')}]`,
    /the image golden and the image golden have the same ID/,
  ],
])('refuses %s', async (_, text, expected) => {
  const faults = await faultsOf({ 'base.yaml': base, 'more.yaml': text });

  expect(faults).toHaveLength(1);
  const [fault = ''] = faults.map((each) => each.replace(/in \/.*\//, 'in '));
  expect(fault).toMatch(
    typeof expected === 'string' ? new RegExp(`^${escaped(expected)}$`) : expected,
  );
});

it.each([
  ['nowhere', /no such file or folder/],
  ['src/images', /holds no \*.yaml or \*.json file/],
])('says so when there is nothing to read at %s', async (path, complaint) => {
  const reading = readTenancy({
    tenancy: `${root}${path}`,
    clouds: `${root}data/clouds`,
    defaultCloud: 'huawei',
  });

  await expect(reading).rejects.toThrow(complaint);
});

it('tells the faults of cloud profiles too', async () => {
  const reading = readTenancy({
    tenancy: `${root}data/demo`,
    clouds: `${root}data/demo`,
    defaultCloud: 'huawei',
  });

  await expect(reading).rejects.toThrow(/images\.yaml\n {2}id: /);
});

function escaped(text: string): string {
  return text.replaceAll(/[[\]().*]/g, String.raw`\$&`);
}
