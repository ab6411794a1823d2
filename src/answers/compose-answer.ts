import type { FaqTopic, Question } from '../understanding/intent-files.ts';
import type { Answer } from './answer.ts';
import { type Figures, fill } from './fill.ts';

/** A question with the topic that it stands under. */
export interface Entry {
  readonly topic: Pick<FaqTopic, 'source' | 'checked'>;
  readonly question: Question;
}

/**
 * Words the answer for the cloud in question.
 *
 * @throws MissingFigure when a placeholder names a figure that a profile lacks.
 */
export function composeAnswer(
  { topic, question }: Entry,
  figures: Figures,
  titleOf: (id: string) => string | undefined,
): Answer {
  const { id, title, do: operation, about } = question;
  const differences = differencesFrom(question, figures);
  const disagreements = [
    ...question.disagreements,
    ...(question.clouds[figures.cloud]?.disagreements ?? []),
  ];
  return {
    id,
    title,
    ...wording(question, figures),
    source: question.clouds[figures.cloud]?.source ?? question.source ?? topic.source,
    checked: question.checked ?? topic.checked,
    related: question['see also'].flatMap((other) => {
      const otherTitle = titleOf(other);
      return otherTitle === undefined ? [] : [{ id: other, title: otherTitle }];
    }),
    ...(operation === undefined ? {} : { operation }),
    ...(about === undefined ? {} : { about }),
    ...(differences.length === 0 ? {} : { differences }),
    ...(disagreements.length === 0
      ? {}
      : { disagreements: disagreements.map((sentence) => fill(sentence, figures)) }),
  };
}

function wording({ short, answer, clouds }: Question, figures: Figures) {
  const variant = clouds[figures.cloud];
  return {
    short: fill(variant?.short ?? short, figures).trim(),
    body: fill(variant?.answer ?? answer, figures).trim(),
  };
}

/** One line for each other cloud whose answer reads differently; a cloud that says the same needs no line. */
function differencesFrom(question: Question, figures: Figures): readonly string[] {
  const here = wording(question, figures);
  return Object.entries(question.clouds).flatMap(([cloud, { difference }]) => {
    if (cloud === figures.cloud || difference === undefined || !figures.profiles[cloud]) return [];
    const there = wording(question, { ...figures, cloud });
    const isSame = there.short === here.short && there.body === here.body;
    return isSame ? [] : [fill(difference, { ...figures, cloud })];
  });
}
