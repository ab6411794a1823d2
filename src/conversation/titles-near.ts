import type { Answers } from '../answers/answer.ts';

const most = 3;
const tooCommon = new Set(
  'a an and are can do does for from have how i image images in is it my of on the to what when where which why with'.split(
    ' ',
  ),
);

/** Questions of the FAQ whose titles share most words with a text; none when they share no word that says much. */
export function titlesNear(text: string, answers: Pick<Answers, 'ids' | 'title'>) {
  const said = wordsOf(text);
  return answers
    .ids()
    .map((id) => {
      const words = wordsOf(answers.title(id) ?? '');
      const shared = [...words].filter((word) => said.has(word)).length;
      return { id, shared, share: shared / Math.max(1, words.size) };
    })
    .filter(({ shared }) => shared > 0)
    .toSorted((one, other) => other.shared - one.shared || other.share - one.share)
    .slice(0, most)
    .map(({ id }) => id);
}

function wordsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  return new Set(
    words.filter((word) => !tooCommon.has(word)).map((word) => word.replace(/s$/, '')),
  );
}
