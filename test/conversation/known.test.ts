import { expect, it } from 'vitest';
import { knownTo } from '../../src/conversation/known.ts';
import { directory } from '../cloud/a-lab.ts';
import { aUnit, web } from '../storage/units.ts';

it('names the projects in one list for everybody, however often a unit changes', () => {
  const [before, after] = [aUnit(web), aUnit(web, { snapshotsUsed: 1 })].map((own) =>
    knownTo({ world: { own, directory } }),
  );

  expect(before?.projects.map(({ name }) => name)).toContain('team-data');
  expect(after?.projects).toBe(before?.projects);
});

it('gives the same names until the unit changes', () => {
  const own = aUnit(web);

  expect(knownTo({ world: { own, directory } })).toBe(knownTo({ world: { own, directory } }));
});
