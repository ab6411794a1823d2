import { IntentProblems, loadIntents } from '../understanding/load-intents.ts';
import type { Answers, CloudProfileFigures } from './answer.ts';
import { checkAnswers } from './check-answers.ts';
import { composeAnswer, type Entry } from './compose-answer.ts';

/** A topic of intents/faq, as far as answering needs it. */
export type AnswerTopic = Entry['topic'] & { readonly questions: readonly Entry['question'][] };

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
  return answersOn(await readTopics(intentsDir, profiles));
}

/**
 * The topics that answers are made from, checked.
 *
 * @throws IntentProblems naming each faulty file, question and placeholder.
 */
export async function readTopics(
  intentsDir: string,
  profiles: Readonly<Record<string, CloudProfileFigures>>,
): Promise<readonly AnswerTopic[]> {
  const { topics } = await loadIntents(intentsDir);
  const faults = checkAnswers(topics, profiles);
  if (faults.length > 0) throw new IntentProblems(faults);
  return topics;
}

/** Answers from topics that were checked; each is composed when it is asked for. */
export function answersOn(topics: readonly AnswerTopic[]): Answers {
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
