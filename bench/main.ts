/** `npm run bench`: Goldie next to a bare Bolt app, and next to itself with little to do, measured in the same run. */
import { parseArgs } from 'node:util';
import { measureAnswers } from './answers.ts';
import { compileBots } from './bots.ts';
import { measureDecision } from './decision.ts';
import { measureHeap } from './heap.ts';
import { measureLists } from './lists.ts';
import { report } from './report.ts';
import { measureSize } from './size.ts';
import { measureStartUp } from './start-up.ts';
import { measureUnderstanding } from './understanding.ts';

const usage = `Usage: npm run bench -- [options]
  --only <name>   answers, start-up, heap, decision, lists, size or understanding; all when left out
  --quick         fewer messages and rounds, for a first look
  --json          print the figures as JSON
  --help          show this
`;

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) process.stdout.write(usage);
else await bench();

async function bench(): Promise<void> {
  const { only, quick } = values;
  const wanted = (name: string) => only === undefined || only === name;
  const inFlight = 32;
  const answering = {
    warmUp: quick ? 1500 : 4000,
    rounds: quick ? 3 : 7,
    messages: quick ? 500 : 1500,
    inFlight,
  };
  await compileBots();
  const figures = {
    ...(wanted('start-up') && { startUp: await measureStartUp(quick ? 3 : 9) }),
    ...(wanted('answers') && {
      answers: await measureAnswers({ ...answering, inNewWords: false }),
      answersToNewWords: await measureAnswers({ ...answering, inNewWords: true }),
    }),
    ...(wanted('heap') && {
      heap: await measureHeap({ messages: quick ? 2000 : 10_000, inFlight }),
    }),
    ...(wanted('decision') && { decision: measureDecision(quick ? 2000 : 20_000) }),
    ...(wanted('lists') && { lists: await measureLists(quick ? 100 : 1000) }),
    ...(wanted('understanding') && { understanding: await measureUnderstanding(quick ? 3 : 7) }),
    ...(wanted('size') && { size: await measureSize(quick ? 1000 : 10_000) }),
  };
  process.stdout.write(values.json ? `${JSON.stringify(figures, null, 2)}\n` : report(figures));
}
