import { IntentProblems, loadIntents } from './load-intents.ts';

const folder = process.argv[2] ?? 'intents';
try {
  const { topics, operations, smalltalk } = await loadIntents(folder);
  const questions = topics.flatMap((topic) => topic.questions);
  process.stdout.write(
    `${folder}: ${questions.length} questions, ${operations.length} operations, ${smalltalk.length} kinds of small talk; no faults\n`,
  );
} catch (error) {
  if (!(error instanceof IntentProblems)) throw error;
  process.stdout.write(`${error.message}\n`);
  process.exitCode = 1;
}
