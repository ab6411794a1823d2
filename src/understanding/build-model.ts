import { writeFile } from 'node:fs/promises';
import { learn } from './learn.ts';
import { intentsMark, loadIntents } from './load-intents.ts';
import { builtModelFile } from './load-understanding.ts';
import { toBytes } from './model-file.ts';

const folder = process.argv[2] ?? 'intents';
const bytes = toBytes(learn(await loadIntents(folder)), await intentsMark(folder));
await writeFile(builtModelFile, bytes);
process.stdout.write(`learnt ${folder}: ${Math.round(bytes.length / 1024)} kB\n`);
