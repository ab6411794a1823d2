import { readFile } from 'node:fs/promises';
import { learn } from './learn.ts';
import { intentsMark, loadIntents } from './load-intents.ts';
import type { Understander } from './meaning.ts';
import { fromBytes } from './model-file.ts';
import { understander } from './understand.ts';
import { readWordVectors } from './word-knowledge.ts';

/** Where `npm run build` keeps what was learnt; the same place for the sources and for what is built from them. */
export const builtModelFile = new URL('../../dist/understanding/model.bin', import.meta.url);

/**
 * Makes an understander from the folder intents/. Takes milliseconds when the model file was built from the same intents,
 * else seconds, because all is learnt anew.
 *
 * @throws IntentProblems naming every fault of every file in intents/.
 */
export async function loadUnderstanding(
  intentsDir: string,
  options: { readonly modelFile?: string | URL; readonly wordVectors?: string | URL } = {},
): Promise<Understander> {
  const bytes = await bytesIfThere(options.modelFile ?? builtModelFile);
  const kept = bytes && fromBytes(bytes, await intentsMark(intentsDir));
  return understander(
    kept ?? learn(await loadIntents(intentsDir), await readWordVectors(options.wordVectors)),
  );
}

async function bytesIfThere(file: string | URL): Promise<Uint8Array | undefined> {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
