import type { z } from 'zod';
import type { StepFault } from '../images/work/step-fault.ts';
import type { Fault } from './tenancy-fault.ts';
import { type EntryOf, type Kind, TenancyFile } from './tenancy-file.ts';
import type { YamlFile } from './yaml-files.ts';

/** An entry with the place it was written at. */
export interface Listed<T> {
  readonly entry: T;
  readonly file: string;
  readonly kind: Kind;
  /** Its place among those of its kind in the file. */
  readonly index: number;
}

/** All entries of all files by their kind. */
export type Lists = { readonly [K in Kind]: readonly Listed<EntryOf<K>>[] };

/** Reads what is well written and names what is not. A file with a fault gives no entries. */
export function listsOf(files: readonly YamlFile[]): {
  readonly lists: Lists;
  readonly faults: readonly Fault[];
  /** Slack channel of the helpdesk; of several, the last. */
  readonly helpdesk: string | undefined;
  /** Steps that the lab cloud fails at, of all files. */
  readonly labFaults: readonly StepFault[];
} {
  const faults: Fault[] = [];
  const good: { readonly path: string; readonly data: TenancyFile }[] = [];
  for (const { path, data } of files) {
    const parsed = TenancyFile.safeParse(data);
    if (parsed.success) good.push({ path, data: parsed.data });
    else faults.push(...parsed.error.issues.map((issue) => faultOf(path, data, issue)));
  }
  const all = <K extends Kind>(kind: K): readonly Listed<EntryOf<K>>[] =>
    good.flatMap(({ path, data }) => listed<EntryOf<K>>(path, kind, data[kind]));
  return {
    faults,
    helpdesk: good.flatMap(({ data }) => data.helpdesk ?? []).at(-1),
    labFaults: good.flatMap(({ data }) => data.labFaults),
    lists: {
      accounts: all('accounts'),
      regions: all('regions'),
      projects: all('projects'),
      people: all('people'),
      publicImages: all('publicImages'),
      servers: all('servers'),
      images: all('images'),
      vaults: all('vaults'),
      keys: all('keys'),
      buckets: all('buckets'),
      backups: all('backups'),
      agencies: all('agencies'),
    },
  };
}

/** What is wrong with an entry, for whoever wrote it. */
export function fault(each: Listed<unknown>, message: string): Fault {
  return { file: each.file, at: placeOf(each), message };
}

/** Where in its file an entry is. */
export function placeOf({ kind, index, entry }: Listed<unknown>): string {
  return `${kind}[${index}]${nameIn(entry)}`;
}

function listed<T>(file: string, kind: Kind, entries: readonly T[]): readonly Listed<T>[] {
  return entries.map((entry, index) => ({ entry, file, kind, index }));
}

function faultOf(file: string, data: unknown, issue: z.core.$ZodIssue): Fault {
  const [kind, index, ...rest] = issue.path;
  const entry = within(within(data, kind), index);
  const place = index === undefined ? String(kind ?? '') : `${String(kind)}[${String(index)}]`;
  return {
    file,
    at: [place + nameIn(entry), rest.map(String).join('.')].filter(Boolean).join(' '),
    message: inWords(issue, data),
  };
}

function inWords(issue: z.core.$ZodIssue, data: unknown): string {
  if (issue.code === 'unrecognized_keys')
    return `nobody knows what ${issue.keys.map((key) => `"${key}"`).join(', ')} should mean here`;
  if (issue.path.reduce<unknown>(within, data) === undefined) return 'this is missing';
  return issue.message;
}

function nameIn(entry: unknown): string {
  const name = within(entry, 'name') ?? within(entry, 'alias') ?? within(entry, 'id');
  return typeof name === 'string' ? ` (${name})` : '';
}

function within(value: unknown, key: PropertyKey | undefined): unknown {
  if (typeof value !== 'object' || value === null || key === undefined) return undefined;
  return Object.entries(value).find(([each]) => each === String(key))?.[1];
}
