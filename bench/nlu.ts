/** `npm run bench:nlu -- <folder>`: Goldie's engine on public sets, next to what others reach with the same files. */
import { parseArgs } from 'node:util';
import { readWordVectors } from '../src/understanding/word-knowledge.ts';
import { measure } from './nlu-measure.ts';
import { peers, readPublicSet } from './nlu-sets.ts';

const usage = `Usage: npm run bench:nlu -- [options] [folder]
  folder          where the sets are (hwu_10shot.json ...); GOLDIE_NLU_DATA when left out
  --only <sets>   names with commas between them; all when left out
  --help          show this
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, help: { type: 'boolean', default: false } },
});
const folder = positionals[0] ?? process.env.GOLDIE_NLU_DATA;

if (values.help || folder === undefined) {
  process.stdout.write(usage);
  process.exitCode = values.help ? 0 : 1;
} else {
  await table(folder);
}

async function table(from: string): Promise<void> {
  const vectors = await readWordVectors();
  const only = values.only?.split(',');
  line('set', 'NLP.js', 'natural', 'wink', 'aim', 'goldie', 'misspelt');
  for (const { file, nlpJs, naturalBayes, winkBayes, aim } of peers) {
    if (only && !only.includes(file)) continue;
    const { right, rightWhenMisspelt, outOfScope, ...cost } = measure(
      await readPublicSet(from, file),
      vectors,
    );
    const goldie =
      outOfScope && aim.includes('/')
        ? `${outOfScope.right.toFixed(1)} / ${outOfScope.recall.toFixed(1)}`
        : right.toFixed(1);
    line(file, nlpJs, naturalBayes, winkBayes, aim, goldie, rightWhenMisspelt.toFixed(1));
    process.stdout.write(
      `  trained in ${cost.trainSeconds.toFixed(1)} s, calibrated in ${cost.calibrateSeconds.toFixed(1)} s, ` +
        `p50 ${cost.p50Ms.toFixed(2)} ms, p99 ${cost.p99Ms.toFixed(2)} ms, ${cost.modelMb.toFixed(1)} MB` +
        `${outOfScope ? `, in scope without threshold ${right.toFixed(1)}` : ''}\n`,
    );
  }
}

function line(...[name = '', ...cells]: readonly string[]): void {
  process.stdout.write(`${name.padEnd(16)}${cells.map((cell) => cell.padStart(13)).join('')}\n`);
}
