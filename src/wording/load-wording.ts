import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { type Wording, wording } from './wording.ts';

type Sentences = { readonly [key: string]: string | Sentences };
const Sentences: z.ZodType<Sentences> = z.lazy(() =>
  z.record(z.string(), z.union([z.string(), Sentences])),
);

/** Faults in intents/wording: every one of every file, in plain words. */
export class WordingFaults extends Error {
  override readonly name = 'WordingFaults';
}

/** Reads every file of a language. Throws WordingFaults when one cannot be used. */
export async function loadWording(folder: string, language = 'en'): Promise<Wording> {
  return wording(await readSentences(folder, language), language);
}

/**
 * The sentences of a language, by key such as `plans.image.share`. `folder` has a folder for each language.
 * @throws WordingFaults when a file cannot be used
 */
export async function readSentences(
  wordingFolder: string,
  language = 'en',
): Promise<ReadonlyMap<string, string>> {
  const folder = join(wordingFolder, language);
  const { parse } = await import('yaml');
  const sentences = new Map<string, string>();
  const faults: string[] = [];
  const files = (await readdir(folder)).filter((file) => file.endsWith('.yaml')).sort();
  for (const file of files) {
    const path = join(folder, file);
    try {
      const content = Sentences.parse(parse(await readFile(path, 'utf8')));
      for (const [key, sentence] of flat(basename(file, '.yaml'), content))
        sentences.set(key, sentence);
    } catch (error) {
      faults.push(`${path}\n${explain(error)}`);
    }
  }
  if (faults.length > 0) throw new WordingFaults(faults.join('\n'));
  return sentences;
}

function flat(path: string, sentences: Sentences): readonly (readonly [string, string])[] {
  return Object.entries(sentences).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${path}.${key}`, value] as const]
      : flat(`${path}.${key}`, value),
  );
}

function explain(error: unknown): string {
  if (error instanceof z.ZodError) return z.prettifyError(error);
  return error instanceof Error ? error.message : String(error);
}
