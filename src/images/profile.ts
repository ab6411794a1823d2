import { z } from 'zod';
import { mergeFigures, ownPaths } from './profile-figures.ts';
import { Figures, SourceDocument } from './profile-schema.ts';

/** One file of `data/clouds`: the figures of a cloud, each with the documents it was read in. */
export const ProfileFile = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'a cloud ID is lower-case letters, digits and hyphens'),
  label: z.string().min(1),
  /** ID of the cloud whose figures hold where this file says nothing. */
  extends: z.string().optional(),
  /** Abbreviation -> document. */
  documents: z.record(z.string(), SourceDocument).default({}),
  /** Path of a figure, or of a group of figures -> abbreviations of documents. */
  sources: z.record(z.string(), z.array(z.string()).min(1)).default({}),
  figures: z.record(z.string(), z.unknown()).default({}),
});
export type ProfileFile = z.infer<typeof ProfileFile>;

/** A cloud as the rules see it: its figures at the top, and where each was read. */
export interface Profile extends Figures {
  readonly id: string;
  readonly label: string;
  /** Path of a figure, e.g. `share.maxMembers.system` -> abbreviations of documents. */
  readonly sources: Readonly<Record<string, readonly string[]>>;
  readonly documents: Readonly<Record<string, SourceDocument>>;
}

/** Something wrong in a profile: where, and what, in words for whoever edits the file. */
export interface ProfileFault {
  /** Path of the file. */
  readonly file: string;
  /** Path inside the file, e.g. `figures.share.perRequest`. Empty: the file as a whole. */
  readonly at: string;
  readonly message: string;
}

type Fault = Omit<ProfileFault, 'file'>;
type Resolved =
  | { readonly profile: Profile; readonly faults?: never }
  | { readonly profile?: never; readonly faults: readonly Fault[] };

/** Lays a profile over the one it extends. `others`: profiles by ID. Pure; the faults name every path that is wrong. */
export function resolveProfile(
  raw: ProfileFile,
  others: ReadonlyMap<string, ProfileFile>,
): Resolved {
  const layers = layersOf(raw, others);
  if ('message' in layers) return { faults: [layers] };
  const documents = Object.fromEntries(layers.flatMap((layer) => Object.entries(layer.documents)));
  const unsourced = sourceFaults(raw, documents);
  const figures = Figures.safeParse(
    layers.reduce<Record<string, unknown>>(
      (below, { figures: own }) => mergeFigures(below, own),
      {},
    ),
  );
  if (!figures.success || unsourced.length > 0)
    return { faults: [...(figures.error?.issues ?? []).map(figureFault), ...unsourced] };
  const sources = Object.fromEntries(layers.flatMap(sourcesByPath));
  return { profile: { ...figures.data, id: raw.id, label: raw.label, sources, documents } };
}

/** Reads profile files that were already parsed from YAML: all of them, or every fault of every file. */
export function parseProfiles(
  files: readonly { readonly path: string; readonly data: unknown }[],
):
  | { readonly profiles: ReadonlyMap<string, Profile>; readonly faults?: never }
  | { readonly profiles?: never; readonly faults: readonly ProfileFault[] } {
  const faults: ProfileFault[] = [];
  const raws = new Map<string, { readonly path: string; readonly raw: ProfileFile }>();
  for (const { path, data } of files) {
    const { data: raw, error } = ProfileFile.safeParse(data);
    for (const issue of error?.issues ?? [])
      faults.push({ file: path, at: issue.path.join('.'), message: issue.message });
    if (raw && raws.has(raw.id))
      faults.push({ file: path, at: 'id', message: `another file describes ${raw.id} too` });
    else if (raw) raws.set(raw.id, { path, raw });
  }
  const others = new Map([...raws].map(([id, { raw }]) => [id, raw]));
  const profiles = new Map<string, Profile>();
  for (const [id, { path, raw }] of raws) {
    const resolved = resolveProfile(raw, others);
    if (resolved.profile) profiles.set(id, resolved.profile);
    faults.push(...(resolved.faults ?? []).map((fault) => ({ file: path, ...fault })));
  }
  return faults.length > 0 ? { faults } : { profiles };
}

/** The base first. A base that is missing or leads back to the profile itself is a fault. */
function layersOf(
  raw: ProfileFile,
  others: ReadonlyMap<string, ProfileFile>,
): readonly ProfileFile[] | Fault {
  const layers = [raw];
  for (let base = raw.extends; base !== undefined; ) {
    const next = others.get(base);
    if (!next) return { at: 'extends', message: `there is no cloud ${base}` };
    if (layers.includes(next) || next.id === raw.id)
      return { at: 'extends', message: `${base} extends itself in the end` };
    layers.unshift(next);
    base = next.extends;
  }
  return layers;
}

function figureFault({ path, message }: z.core.$ZodIssue): Fault {
  return { at: ['figures', ...path].join('.'), message };
}

function sourceFaults(raw: ProfileFile, documents: Readonly<Record<string, SourceDocument>>) {
  const paths = ownPaths(raw.figures);
  const without = paths
    .filter((path) => nearest(raw, path) === undefined)
    .map((path) => ({ at: `figures.${path}`, message: 'has no source' }));
  const idle = Object.keys(raw.sources)
    .filter((source) => !paths.some((path) => covers(source, path)))
    .map((source) => ({ at: `sources.${source}`, message: 'names no figure of this file' }));
  const unknown = Object.entries(raw.sources).flatMap(([path, names]) =>
    names
      .filter((name) => !Object.hasOwn(documents, name))
      .map((name) => ({ at: `sources.${path}`, message: `${name} is not under documents` })),
  );
  return [...without, ...idle, ...unknown];
}

function sourcesByPath(raw: ProfileFile): readonly (readonly [string, readonly string[]])[] {
  return ownPaths(raw.figures).map((path) => [path, nearest(raw, path) ?? []]);
}

function nearest({ sources }: ProfileFile, path: string): readonly string[] | undefined {
  const best = Object.keys(sources)
    .filter((source) => covers(source, path))
    .toSorted((a, b) => b.length - a.length)[0];
  return best === undefined ? undefined : sources[best];
}

function covers(group: string, path: string): boolean {
  return path === group || path.startsWith(`${group}.`);
}
