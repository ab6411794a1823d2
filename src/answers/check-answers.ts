import type { FaqFile } from '../understanding/load-intents.ts';
import type { CloudProfileFigures } from './answer.ts';
import { composeAnswer } from './compose-answer.ts';
import { MissingFigure, withoutPlaceholders } from './fill.ts';

const longestAnswer = 1000;
const typedFigure = /(?<![\w.-])\d{2,}(?![\w-])/;

/** What is wrong with the answers for any of the clouds: missing figures, typed figures, too much text. */
export function checkAnswers(
  topics: readonly FaqFile[],
  profiles: Readonly<Record<string, CloudProfileFigures>>,
): readonly string[] {
  const faults = new Set<string>();
  for (const topic of topics) {
    for (const question of topic.questions) {
      const where = `${topic.file}: ${question.id}`;
      for (const figure of typedFigures(question)) {
        faults.add(
          `${where} has the figure ${figure} typed in; write a placeholder such as {{quota.images}}`,
        );
      }
      for (const cloud of Object.keys(profiles)) {
        try {
          const { short, body } = composeAnswer(
            { topic, question },
            { cloud, profiles },
            () => undefined,
          );
          const length = short.length + body.length;
          if (length <= longestAnswer) continue;
          faults.add(
            `${where} has ${length} characters for ${cloud}; the most is ${longestAnswer}`,
          );
        } catch (error) {
          if (!(error instanceof MissingFigure)) throw error;
          faults.add(`${where}: ${error.message} (in the answer for ${cloud})`);
        }
      }
    }
  }
  return [...faults];
}

function typedFigures({ short, answer, clouds, disagreements }: FaqFile['questions'][number]) {
  const variants = Object.values(clouds).flatMap((variant) => [
    variant.short ?? '',
    variant.answer ?? '',
    variant.difference ?? '',
    ...variant.disagreements,
  ]);
  return [short, answer, ...disagreements, ...variants].flatMap((sentence) => {
    const found = typedFigure.exec(withoutPlaceholders(sentence).replace(/`[^`]*`/g, ''));
    return found ? [found[0]] : [];
  });
}
