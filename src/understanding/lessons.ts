import type { SynonymsFile } from './intent-files.ts';
import type { Intents } from './load-intents.ts';
import { cloudMask } from './mask.ts';
import type { MeaningKind, Speech } from './meaning.ts';
import { slotsOf, variants } from './phrase-grammar.ts';
import { speechOf } from './speech.ts';

/** One text that teaches one meaning. */
export interface Lesson {
  readonly id: string;
  readonly kind: MeaningKind;
  /** The number of the line in intents/ that it comes from; its variants share it. */
  readonly line: number;
  /** Names are masked. */
  readonly text: string;
  readonly speech: Speech;
  /** Made by rule or taken from an answer; tells nothing about how people ask. */
  readonly derived: boolean;
  /** The variants of a line share its say. */
  readonly weight: number;
}

const mostVariants = 3;
/** "Outside" has many more lines than any other meaning; each says less, or it would be the answer to all that is unclear. */
const outsideSay = 0.5;
const derivedSay = 0.5;
/** What an answer says also tells what it is about. Measured by rehearsal: one point more right. */
const toldSay = 0.3;
const shortestTold = 20;

/** Writes out everything that intents/ teaches. */
export function lessonsOf(intents: Intents): readonly Lesson[] {
  const taught = [
    ...intents.topics.flatMap(({ questions }) =>
      questions.map(({ id, title, ask }) => ({
        id,
        ask: [literal(title), ...ask],
        kind: 'answer' as const,
        derived: [],
      })),
    ),
    ...intents.operations.map(({ id, ask, changes }) => ({
      id,
      ask,
      derived: changes ? spokenOf(ask) : [],
      kind: 'operation' as const,
    })),
    ...intents.smalltalk.map(({ id, ask }) => ({
      id,
      ask,
      kind: 'smalltalk' as const,
      derived: [],
    })),
    {
      id: intents.outside.id,
      ask: intents.outside.ask,
      kind: 'out-of-scope' as const,
      derived: [],
    },
  ];
  const { clouds } = intents.synonyms;
  let line = 0;
  const asked = taught.flatMap(({ id, kind, ask, derived }) =>
    [...ask, ...derived].flatMap((phrase, at) => {
      line += 1;
      const isDerived = at >= ask.length;
      const texts = variants(phrase, isDerived ? 1 : mostVariants).flatMap((text, variant) =>
        masked(text, kind === 'operation' && !isDerived && variant === 0, clouds),
      );
      return texts.map((text) => ({
        id,
        kind,
        line,
        derived: isDerived,
        text,
        speech: speechOf(text),
        weight:
          (kind === 'out-of-scope' ? outsideSay : isDerived ? derivedSay : 1) /
          Math.sqrt(texts.length),
      }));
    }),
  );
  return [...asked, ...toldIn(intents, line)];
}

/** The sentences of the answers, as lessons. */
function toldIn(intents: Intents, lastLine: number): readonly Lesson[] {
  const told = intents.topics.flatMap(({ questions }) =>
    questions.flatMap(({ id, short, answer }) =>
      [short, ...answer.split('\n')]
        .filter((sentence) => sentence.length >= shortestTold)
        .map((sentence) => ({ id, text: literal(sentence.replace(/\{\{[^}]*\}\}/g, '0')) })),
    ),
  );
  return told.map(({ id, text }, at) => ({
    id,
    text,
    kind: 'answer',
    line: lastLine + at + 1,
    speech: 'question',
    derived: true,
    weight: toldSay,
  }));
}

/** People also ask about an operation, or forbid it: "how do I share X?", "what if I delete X?", "do not copy X". */
function spokenOf(orders: readonly string[]): readonly string[] {
  return orders
    .filter((order) => /^[a-z]+ .*\{(?:image|server)\}/.test(order) && !notAnOrder.test(order))
    .map((order, at) => `${otherStarts[at % otherStarts.length]} ${order}`);
}

const notAnOrder = /^(?:i|we|do|can|could|may|please|let|no|yes|new|golden|not) /;
const otherStarts = ['how do i', 'what if i', 'can i', 'how can i', 'what happens if i', 'do not'];

/** A title or an answer is no grammar: its brackets are only brackets. */
function literal(text: string): string {
  return text.replace(/[()[\]|{}]/g, ' ');
}

/** The slots as masks; some are also taught with names whose kind is not known. */
function masked(
  phrase: string,
  isUntypedToo: boolean,
  clouds: SynonymsFile['clouds'],
): readonly string[] {
  const plain = withCloudMasks(phrase, clouds);
  const typed = plain.replace(/\{(\w+)\}/g, (_, slot: string) =>
    slot === 'count' ? '0' : `x${slot}`,
  );
  const isNamed = slotsOf(phrase).some((slot) =>
    ['image', 'server', 'project', 'job'].includes(slot),
  );
  if (!isUntypedToo || !isNamed) return [typed];
  return [
    typed,
    plain.replace(/\{(\w+)\}/g, (_, slot: string) => (slot === 'count' ? '0' : 'xname')),
  ];
}

function withCloudMasks(phrase: string, clouds: SynonymsFile['clouds']): string {
  return Object.entries(clouds)
    .flatMap(([cloud, names]) => names.map((name) => ({ cloud, name })))
    .sort((one, other) => other.name.length - one.name.length)
    .reduce(
      (text, { cloud, name }) =>
        text.replace(new RegExp(String.raw`\b${name}\b`, 'g'), cloudMask(cloud)),
      phrase,
    );
}
