import { beforeAll, describe, expect, it } from 'vitest';
import { type PersonEntry, peopleFrom, type Role } from '../../src/access/people.ts';
import { callerFor, projectOf } from '../../src/access/permissions.ts';
import type { ProjectId } from '../../src/images/ids.ts';
import type { Directory } from '../../src/images/world.ts';
import { anAsking } from '../operations/an-asking.ts';

let directory: Directory;
beforeAll(async () => {
  directory = (await anAsking()).world.directory;
});

describe('who may act for which project', () => {
  it('gives an administrator every project of their account and no other', () => {
    const ada = person({ adminOf: 'northwind' });
    const names = [...ada.roles.keys()].map((id) => directory.project(id)?.name);

    expect(names).toEqual(['team-web', 'team-ops', 'team-archive']);
    expect(new Set(ada.roles.values())).toEqual(new Set(['admin']));
  });

  it('lets the stronger of two roles in one project count', () => {
    const ada = person({
      projects: new Map([[named('team-web'), 'viewer']]),
      adminOf: 'northwind',
    });

    expect(ada.roles.get(named('team-web'))).toBe('admin');
  });

  it('knows nobody by anything but their Slack ID', () => {
    const people = peopleFrom([entry({})], directory);

    expect(people.byId('U0SOME')?.name).toBe('Some One');
    expect(people.byId('Some One')).toBeUndefined();
  });

  it('counts as operators those who may change things there', () => {
    const web = named('team-web');
    const people = peopleFrom(
      [
        entry({ slackId: 'U0OP', projects: new Map([[web, 'operator']]) }),
        entry({ slackId: 'U0VIEW', projects: new Map([[web, 'viewer']]) }),
        entry({ slackId: 'U0BOSS', adminOf: 'northwind' }),
        entry({ slackId: 'U0ELSE', projects: new Map([[named('team-data'), 'operator']]) }),
      ],
      directory,
    );

    expect(people.operatorsOf(web)).toEqual(['U0OP', 'U0BOSS']);
  });
});

describe('the project somebody acts for', () => {
  it('is the one they chose, else their first', () => {
    const ada = person({ adminOf: 'northwind' });

    expect(projectOf(ada)).toBe(named('team-web'));
    expect(projectOf(ada, named('team-ops'))).toBe(named('team-ops'));
  });

  it('is their first again when the chosen one is no longer theirs, and none for a guest', () => {
    expect(projectOf(person({ adminOf: 'northwind' }), named('team-data'))).toBe(named('team-web'));
    expect(projectOf(person({}))).toBeUndefined();
  });
});

describe('what a role may do', () => {
  it.each<[Role, boolean]>([
    ['viewer', false],
    ['operator', true],
    ['admin', true],
  ])('a %s may look; may change things: %s', (role, mayChange) => {
    const { actions } = callerFor(
      person({ projects: new Map([[named('team-web'), role]]) }),
      named('team-web'),
    );

    expect(actions.has('ims:images:list')).toBe(true);
    expect(actions.has('ims:images:delete')).toBe(mayChange);
    expect(actions.has('ims:images:share')).toBe(mayChange);
    expect(actions.has('ecs:servers:create')).toBe(mayChange);
  });

  it('is nothing at all in a project without a role', () => {
    expect(callerFor(person({}), named('team-web')).actions.size).toBe(0);
  });
});

function entry(more: Partial<PersonEntry>): PersonEntry {
  return { slackId: 'U0SOME', name: 'Some One', projects: new Map(), ...more };
}

function person(more: Partial<PersonEntry>) {
  const found = peopleFrom([entry(more)], directory).byId('U0SOME');
  if (!found) throw new Error('the person is not there');
  return found;
}

function named(name: string): ProjectId {
  const project = directory.projects().find((one) => one.name === name);
  if (!project) throw new Error(`there is no project ${name}`);
  return project.id;
}
