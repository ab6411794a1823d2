import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readManifest } from '../../src/workspace/manifest.ts';
import { readWorkspaceSeed } from '../../src/workspace/seed.ts';
import { demoSeed } from './support/workspaces.ts';

describe('the seed', () => {
  it('of the demo has the people that the tenancy knows', async () => {
    const seed = await demoSeed();

    expect(seed.people.map((person) => person.id)).toEqual([
      'U0WEBOP',
      'U0DATOP',
      'U0ADMIN',
      'U0WEBRO',
      'U0JDCOP',
      'U0GUEST',
    ]);
  });

  it('that is faulty is refused with every fault and the name of the file', () => {
    const text = `
team: { id: X1, name: Harbor, domain: harbor }
app: { id: A1, bot: B1, user: U1, handle: goldie }
people: [{ id: U2, name: Ann, handle: Ann Lee }]
channels: []
colour: red
`;

    const read = () => readWorkspaceSeed(text, 'people.yml');

    expect(read).toThrow('people.yml cannot be used');
    expect(read).toThrow('starts with T');
    expect(read).toThrow('a handle is a-z');
    expect(read).toThrow('colour');
  });

  it('with a scene in which somebody speaks who cannot is refused', () => {
    const text = `
team: { id: T1, name: Harbor, domain: harbor }
app: { id: A1, bot: B1, user: U1, handle: goldie }
people: [{ id: U2, name: Ann, handle: ann }, { id: U3, name: Bob, handle: bob }]
channels: [{ id: C1, name: dock, members: [U2] }]
scenes:
  - name: dawn
    lines:
      - { who: eve, says: hi }
      - { who: ann, where: nowhere, says: hi }
      - { who: bob, where: dock, says: hi }
`;

    const read = () => readWorkspaceSeed(text, 'people.yml');

    expect(read).toThrow('eve speaks in the scene dawn but is not among the people');
    expect(read).toThrow('the scene dawn has no channel nowhere to speak in');
    expect(read).toThrow('bob speaks in dock in the scene dawn but is not a member');
  });

  it('with a member nobody knows is refused', () => {
    const text = `
team: { id: T1, name: Harbor, domain: harbor }
app: { id: A1, bot: B1, user: U1, handle: goldie }
people: [{ id: U2, name: Ann, handle: ann }]
channels: [{ id: C1, name: general, members: [everyone, U3] }]
`;

    expect(() => readWorkspaceSeed(text, 'people.yml')).toThrow(
      'U3 is a member of general but is not among the people',
    );
  });

  it('that is not YAML is refused', () => {
    expect(() => readWorkspaceSeed('a: [', 'people.yml')).toThrow('people.yml is not YAML');
  });
});

describe('the manifest', () => {
  it('of the bot is understood', async () => {
    const manifest = readManifest(await readFile('manifest.yml', 'utf8'));

    expect(manifest.commands.get('/image')).toMatchObject({ escapes: true });
    expect([...manifest.events]).toContain('app_mention');
    expect(manifest.scopes.has('chat:write')).toBe(true);
    expect(manifest.hasHomeTab).toBe(true);
  });

  it('without a name is refused', () => {
    expect(() => readManifest('features: {}')).toThrow('The app manifest cannot be used');
  });
});
