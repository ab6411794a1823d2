import type { Profile } from './profile.ts';
import type { SourceDocument } from './profile-schema.ts';

type Tree = Readonly<Record<string, unknown>>;

/** Lays figures over others: groups are merged, lists and single figures replaced, an empty group empties. */
export function mergeFigures(below: Tree, above: Tree): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const under = merged[key];
    const deeper = isTree(value) && isTree(under) && Object.keys(value).length > 0;
    merged[key] = deeper ? mergeFigures(under, value) : value;
  }
  return merged;
}

/** Paths of all single figures and lists in a tree, e.g. `share.maxMembers.system`. */
export function ownPaths(tree: Tree, above: readonly string[] = []): readonly string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    isTree(value) && Object.keys(value).length > 0
      ? ownPaths(value, [...above, key])
      : [[...above, key].join('.')],
  );
}

/** The figure at a path such as `share.maxMembers.system`, or undefined when there is none. For placeholders in texts. */
export function figureAt(profile: Profile, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (at, key) => (isTree(at) && Object.hasOwn(at, key) ? at[key] : undefined),
      profile,
    );
}

/** The documents that a figure, or any figure of a group, was read in. */
export function documentsOf(profile: Profile, path: string): readonly SourceDocument[] {
  const names = Object.entries(profile.sources)
    .filter(([figure]) => figure === path || figure.startsWith(`${path}.`))
    .flatMap(([, documents]) => documents);
  return [...new Set(names)].flatMap((name) => profile.documents[name] ?? []);
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
