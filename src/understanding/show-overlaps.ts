import { loadIntents } from './load-intents.ts';
import { overlapReport, overlaps } from './overlap.ts';

const found = overlaps(await loadIntents(process.argv[2] ?? 'intents'));
process.stdout.write(overlapReport(found));
