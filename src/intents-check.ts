import { join } from 'node:path';
import { loadAnswers } from './answers/load-answers.ts';
import { root } from './root.ts';
import { readTenancy } from './tenancy/read-tenancy.ts';
import { loadIntents } from './understanding/load-intents.ts';
import { loadWording } from './wording/load-wording.ts';

const intents = process.argv[2] ?? join(root, 'intents');
const faults: string[] = [];
const attempt = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
  try {
    return await work();
  } catch (error) {
    faults.push(error instanceof Error ? error.message : String(error));
    return undefined;
  }
};

const loaded = await attempt(() => loadIntents(intents));
await attempt(() => loadWording(join(intents, 'wording')));
if (loaded) await attempt(answersFit);

if (faults.length > 0) {
  process.stdout.write(`${faults.join('\n')}\n`);
  process.exitCode = 1;
} else if (loaded) {
  const { topics, operations, smalltalk } = loaded;
  const questions = topics.flatMap((topic) => topic.questions);
  process.stdout.write(
    `${questions.length} questions, ${operations.length} operations, ${smalltalk.length} kinds of small talk; no faults\n`,
  );
}

/** Every figure that an answer names has to be in the profile of every cloud. */
async function answersFit(): Promise<void> {
  const { profiles } = await readTenancy({
    tenancy: join(root, 'data', 'demo'),
    clouds: join(root, 'data', 'clouds'),
    defaultCloud: 'huawei',
  });
  await loadAnswers(
    intents,
    Object.fromEntries([...profiles].map(([id, profile]) => [id, { ...profile }])),
  );
}
