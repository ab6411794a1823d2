import { loadIntents } from './load-intents.ts';
import { overlapReport, overlaps } from './overlap.ts';
import { readWordVectors } from './word-knowledge.ts';

const found = overlaps(await loadIntents(process.argv[2] ?? 'intents'), await readWordVectors());
process.stdout.write(overlapReport(found));
