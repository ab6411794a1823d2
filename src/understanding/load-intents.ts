import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { crossCheck } from './cross-check.ts';
import {
  FaqTopic,
  OperationFile,
  OutsideFile,
  SmalltalkFile,
  SynonymsFile,
} from './intent-files.ts';

/** Everything that the folder intents/ teaches. */
export interface Intents {
  readonly topics: readonly FaqFile[];
  readonly operations: readonly OperationFile[];
  readonly smalltalk: readonly SmalltalkFile[];
  readonly outside: OutsideFile;
  readonly synonyms: SynonymsFile;
}

/** A topic and the file that it stands in. */
export interface FaqFile extends FaqTopic {
  readonly file: string;
}

/** All that is wrong in intents/, one line or block per fault, each with its file. */
export class IntentProblems extends Error {
  override readonly name = 'IntentProblems';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

/**
 * Reads the folder intents/.
 *
 * @throws IntentProblems naming every fault of every file.
 */
export async function loadIntents(folder: string): Promise<Intents> {
  const { parse } = await import('yaml');
  const problems: string[] = [];
  const topics = await inFolder('faq', FaqTopic);
  const operations = await inFolder('operations', OperationFile);
  const smalltalk = await inFolder('smalltalk', SmalltalkFile);
  const [outside] = await inFiles(['outside.yaml'], OutsideFile);
  const [synonyms] = await inFiles(['synonyms.yaml'], SynonymsFile);
  if (!outside || !synonyms || problems.length > 0) throw new IntentProblems(problems);

  const intents: Intents = {
    topics: topics.map(({ file, content }) => ({ ...content, file })),
    operations: operations.map(({ content }) => content),
    smalltalk: smalltalk.map(({ content }) => content),
    outside: outside.content,
    synonyms: synonyms.content,
  };
  const faults = crossCheck(intents);
  if (faults.length > 0) throw new IntentProblems(faults);
  return intents;

  async function inFolder<T>(name: string, schema: z.ZodType<T>) {
    const files = await yamlFiles(join(folder, name));
    if (files.length === 0) problems.push(`${join(folder, name)}: there is no .yaml file here`);
    return inFiles(
      files.map((file) => join(name, file)),
      schema,
    );
  }

  async function inFiles<T>(names: readonly string[], schema: z.ZodType<T>) {
    const found: { readonly file: string; readonly content: T }[] = [];
    for (const name of names) {
      const file = join(folder, name);
      try {
        found.push({ file, content: schema.parse(parse(await readFile(file, 'utf8'))) });
      } catch (error) {
        problems.push(`${file}\n${explain(error)}`);
      }
    }
    return found;
  }
}

/** A mark of all that understanding learns from; it changes whenever a file does. */
export async function intentsMark(folder: string): Promise<string> {
  const hash = createHash('sha256');
  const teaching = ['faq', 'operations', 'smalltalk'];
  const listed = await Promise.all(
    teaching.map(async (name) =>
      (await yamlFiles(join(folder, name))).map((file) => join(name, file)),
    ),
  );
  for (const file of [...listed.flat(), 'outside.yaml', 'synonyms.yaml']) {
    hash.update(`${file}\n`).update(await readFile(join(folder, file)));
  }
  return hash.digest('hex');
}

async function yamlFiles(folder: string): Promise<readonly string[]> {
  try {
    return (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

function explain(error: unknown): string {
  if (error instanceof z.ZodError) return z.prettifyError(error);
  return error instanceof Error ? error.message : String(error);
}
