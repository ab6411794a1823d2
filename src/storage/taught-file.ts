import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { TaughtPhrase } from '../conversation/feedback-entry.ts';
import type { TaughtPhrases } from '../conversation/ports.ts';
import { readIfThere } from './document-file.ts';
import { faultsOf } from './file-format.ts';
import { replaceFile } from './replace-file.ts';
import type { StateDir } from './state-dir.ts';
import { StateFault } from './state-fault.ts';

const TaughtFile = z.strictObject({ phrases: z.array(TaughtPhrase).readonly() });

const heading = `# Phrases that administrators taught. One counts when it has an "approvedBy".
# \`npm run intents:taught\` prints the approved ones as lines for the files of intents/.
`;

/** Taught phrases as YAML that people can review. @throws StateFault when the file cannot be read */
export async function taughtFile({ path: dir }: Pick<StateDir, 'path'>): Promise<TaughtPhrases> {
  const path = join(dir, 'taught.yaml');
  let phrases = await readPhrases(path);
  let busy: Promise<void> = Promise.resolve();
  return {
    all: () => phrases,
    change(step) {
      const done = busy.then(async () => {
        const next = step(phrases);
        await replaceFile(path, heading + stringify({ phrases: next }));
        phrases = next;
      });
      busy = done.catch(() => undefined);
      return done;
    },
  };
}

/** Taught phrases that last as long as the process. */
export function memoryTaughtPhrases(): TaughtPhrases {
  let phrases: readonly TaughtPhrase[] = [];
  return {
    all: () => phrases,
    change: async (step) => {
      phrases = step(phrases);
    },
  };
}

async function readPhrases(path: string): Promise<readonly TaughtPhrase[]> {
  const text = await readIfThere(path);
  if (text === undefined) return [];
  const { data, error } = TaughtFile.safeParse(parsed(path, text));
  if (!data) throw new StateFault(path, faultsOf(error));
  return data.phrases;
}

function parsed(path: string, text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw new StateFault(path, [error instanceof Error ? error.message : String(error)]);
  }
}
