import { writeFile } from 'node:fs/promises';
import { learn } from './learn.ts';
import { intentsMark, loadIntents } from './load-intents.ts';
import { builtModelFile } from './load-understanding.ts';
import { toBytes } from './model-file.ts';
import { readWordVectors } from './word-knowledge.ts';

const folder = process.argv[2] ?? 'intents';
const learnt = learn(await loadIntents(folder), await readWordVectors());
const bytes = toBytes(learnt, await intentsMark(folder));
await writeFile(builtModelFile, bytes);
process.stdout.write(`learnt ${folder}: ${Math.round(bytes.length / 1024)} kB\n`);
