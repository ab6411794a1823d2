import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { AnswerTopic } from './answers/load-answers.ts';
import type { Profile } from './images/profile.ts';
import { root } from './root.ts';
import type { Clouds } from './tenancy/read-clouds.ts';
import type { YamlFile } from './tenancy/yaml-files.ts';

/** What is written in YAML and comes with Goldie, read and checked. */
export interface Knowledge {
  readonly topics: readonly AnswerTopic[];
  /** Every sentence Goldie says, by key. */
  readonly sentences: ReadonlyMap<string, string>;
  readonly clouds: Clouds;
  /** What the files of the demo tenancy say; not checked. */
  readonly demo: readonly YamlFile[];
}

/** Changes whenever the same files are read as something else; a file of another edition is not used. */
const edition = 1;

interface Built {
  readonly edition: number;
  readonly mark: string;
  readonly topics: Knowledge['topics'];
  readonly sentences: readonly (readonly [string, string])[];
  readonly clouds: readonly (readonly [string, Profile])[];
  /** Paths from the project's folder, so that it may be moved. */
  readonly demo: Knowledge['demo'];
}

/** What was read as text; `mark` says from which state of its files (see `markOf`). */
export function toText({ topics, sentences, clouds, demo }: Knowledge, mark: string): string {
  const built: Built = {
    edition,
    mark,
    topics,
    sentences: [...sentences],
    clouds: [...clouds],
    demo: demo.map(({ path, data }) => ({ path: relative(root, path), data })),
  };
  return JSON.stringify(built);
}

/** Reads what `toText` made of files of that mark; undefined when there is no such file, or it was cut short. */
export function fromFile(file: string, mark: string): Knowledge | undefined {
  const built = existsSync(file) ? builtIn(readFileSync(file, 'utf8')) : undefined;
  if (built?.mark !== mark || built.edition !== edition) return undefined;
  const { topics, sentences, clouds, demo } = built;
  return {
    topics,
    sentences: new Map(sentences),
    clouds: new Map(clouds),
    demo: demo.map(({ path, data }) => ({ path: join(root, path), data })),
  };
}

/** A mark of the YAML and JSON in these folders; it changes whenever a file does. */
export function markOf(folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((each) => /\.(yaml|json)$/.test(each)).sort())
      hash.update(`${file}\n`).update(readFileSync(join(folder, file)));
  }
  return hash.digest('hex');
}

/** Its content was parsed before it was written and carries a mark, so its shape is not checked a second time. */
function builtIn(text: string): Built | undefined {
  try {
    const built: Built = JSON.parse(text);
    return built;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
