import type { Understanding } from '../understanding/meaning.ts';

const link =
  /^\W*(?:(?:and|or|also|but|so|then|ok|okay|hm+)[\s,]+)*(?:(?:what|how) about\s+|what if (?:it is|it's)\s+|same\s+)?/i;
const preposition = /^(?:for|in|on|with|to|at|from|between|when|if)\b/i;
const ownSentence =
  /^(?:(?:how|what|which|who|where|when|why|can|could|may|is|are|do|does|did|will|would|should|must|i|we|please|yes|no|not|don'?t|thanks?|hello|hi|help)\b|$)/i;
const asksWhy =
  /^\W*(?:(?:and|but|so|ok)[\s,]+)*(?:why(?:\s+(?:not|so|is that|is it so|that))?|how come|says who|who says so)\s*[?!.]*$/i;
const longest = 7;

/** "Why?" and nothing else: about what was said before. */
export function isWhy(text: string): boolean {
  return asksWhy.test(text);
}

/**
 * What a text adds to what was said before it, such as "for full-ECS" in "and for full-ECS?"; undefined for a text that
 * stands for itself. `commands`: words that begin a wish of its own.
 */
export function additionIn(
  { text, kind }: Pick<Understanding, 'text' | 'kind'>,
  commands: ReadonlySet<string>,
): string | undefined {
  const said = text.trim();
  const addition = said.replace(link, '').replace(/[\s?!.]+$/, '');
  const [first = ''] = addition.toLowerCase().split(/\s+/);
  const isLinked = addition !== said.replace(/[\s?!.]+$/, '') || preposition.test(said);
  if (!isLinked || kind === 'smalltalk') return undefined;
  if (said.split(/\s+/).length > longest) return undefined;
  if (commands.has(first)) return undefined;
  return ownSentence.test(addition) ? undefined : addition;
}

/** Words of an addition that name a part of a subject, as they may stand in an answer. */
export function facetWords(addition: string): readonly string[] {
  return addition
    .toLowerCase()
    .split(/[^\p{L}\p{N}-]+/u)
    .filter((word) => word.length > 2 && !filler.has(word));
}

const filler = new Set(
  'and the for with from into image images one ones that this them server servers what about when'.split(
    ' ',
  ),
);
