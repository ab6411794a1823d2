import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { learn } from '../../src/understanding/learn.ts';
import { intentsMark, loadIntents } from '../../src/understanding/load-intents.ts';
import { builtModelFile } from '../../src/understanding/load-understanding.ts';
import { fromBytes, toBytes } from '../../src/understanding/model-file.ts';
import { readWordVectors } from '../../src/understanding/word-knowledge.ts';

/** Before all tests: learns intents/ once, where the built model is not the one of the intents at hand. */
export async function setup(): Promise<void> {
  const intents = fileURLToPath(new URL('../../intents', import.meta.url));
  const mark = await intentsMark(intents);
  const built = await readFile(builtModelFile).catch(() => undefined);
  if (built && fromBytes(built, mark)) return;
  await mkdir(new URL('.', builtModelFile), { recursive: true });
  const learnt = learn(await loadIntents(intents), await readWordVectors());
  await writeFile(builtModelFile, toBytes(learnt, mark));
}
