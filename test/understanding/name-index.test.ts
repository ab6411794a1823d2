import { describe, expect, it } from 'vitest';
import { nothingKnown } from '../../src/understanding/meaning.ts';
import { nameIndex } from '../../src/understanding/name-index.ts';

const id = 'a'.repeat(32);
const known = {
  ...nothingKnown,
  images: [{ name: 'web-golden', id: 'i1' }],
  projects: [
    { name: 'team-web', id },
    { name: 'web-golden', id: 'b'.repeat(32) },
  ],
  regions: ['eu-de'],
};

describe('the index of names', () => {
  const names = nameIndex(known);

  it('finds projects beside what the asker has, by name and by ID', () => {
    expect(names.exact('Team-Web')).toEqual({ name: 'team-web', kinds: ['project'] });
    expect(names.exact(id)).toEqual({ name: id, kinds: ['project'] });
    expect(names.exact('eu-de')).toEqual({ name: 'eu-de', kinds: ['region'] });
    expect(names.exact('team-far')).toBeUndefined();
  });

  it('knows every kind of thing that bears a name, the likeliest first', () => {
    expect(names.exact('web-golden')?.kinds).toEqual(['image', 'project']);
    expect(names.squashed('web golden')?.kinds).toEqual(['image', 'project']);
  });

  it('finds a name that was misspelt, and none whose figures differ', () => {
    const numbered = nameIndex({
      ...nothingKnown,
      projects: [
        { name: 'platform-01', id },
        { name: 'platform-02', id: 'b'.repeat(32) },
      ],
    });

    expect(numbered.similar('platfrom-02')?.name).toBe('platform-02');
    expect(numbered.similar('platform-03')).toBeUndefined();
  });

  it('leaves open which of two names was meant that are equally near', () => {
    const twins = nameIndex({
      ...nothingKnown,
      images: [{ name: 'storeroom-a', id: 'i1' }],
      projects: [{ name: 'storeroom-b', id }],
    });

    expect(twins.similar('storeroom-c')).toBeUndefined();
  });
});
