import { IntentProblems, loadIntents } from '../understanding/load-intents.ts';
import type { Answers, CloudProfileFigures } from './answer.ts';
import { checkAnswers } from './check-answers.ts';
import { composeAnswer, type Entry } from './compose-answer.ts';

/**
 * Reads the answers of intents/faq and checks them against the figures of every cloud (`extends` already resolved), so
 * that none can fail when somebody asks.
 *
 * @throws IntentProblems naming each faulty file, question and placeholder.
 */
export async function loadAnswers(
  intentsDir: string,
  profiles: Readonly<Record<string, CloudProfileFigures>>,
): Promise<Answers> {
  const { topics } = await loadIntents(intentsDir);
  const faults = checkAnswers(topics, profiles);
  if (faults.length > 0) throw new IntentProblems(faults);

  const entries = new Map(
    topics.flatMap((topic) =>
      topic.questions.map((question): [string, Entry] => [question.id, { topic, question }]),
    ),
  );
  const title = (id: string) => entries.get(id)?.question.title;
  return {
    ids: () => [...entries.keys()],
    title,
    answer: (id, profile, { cloud, otherProfiles }) => {
      const entry = entries.get(id);
      return (
        entry &&
        composeAnswer(entry, { cloud, profiles: { ...otherProfiles, [cloud]: profile } }, title)
      );
    },
  };
}
