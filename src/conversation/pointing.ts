import type { Asking, Operation } from '../operations/operation.ts';
import { everyOf } from '../operations/slot.ts';
import type { Slots, Understanding } from '../understanding/meaning.ts';
import type { Topic } from './talk-state.ts';

/** Kinds of things that words such as "it" can stand for. */
const kinds = ['images', 'servers', 'jobs', 'projects'] as const;
type Kind = (typeof kinds)[number];
/** How far something is, is asked of a job, though it may be called by its image. */
const jobs: Kind = 'jobs';

const nouns: Readonly<Record<Kind, string>> = {
  images: 'images?|templates?|copy',
  servers: 'servers?|vms?|machines?|instances?',
  jobs: 'jobs?',
  projects: 'projects?|teams?|tenants?',
};
const anything = /\b(?:it|its|this|that|them|these|those|the same)\b/i;
const several = /\b(?:them|these|those|all of)\b/i;
const nothingMeant = /\b(?:is|be|was|would) it (?:possible|allowed|ok|okay|fine|true|work)\b/gi;

/**
 * Fills what "it", "that image" or "the same server" leaves open with what was spoken of last. Names in the text come
 * first, and what was spoken of before that is never meant: where the last topic has nothing that fits, or several
 * things, it stays open and is asked for. Where nothing was spoken of, the only thing that waits is meant, such as an
 * offer that was posted here.
 */
export function pointedAt(
  meant: Understanding,
  operation: Operation | undefined,
  topics: readonly Topic[],
  asking?: Asking,
): Understanding {
  const text = meant.text.replace(nothingMeant, ' ');
  if (!operation || !kinds.some((kind) => pointsAt(text, kind))) return meant;
  const topic = topics.find(({ things }) => things.length > 0);
  const found = topic
    ? foundFor(text, meant.slots, operation, topic)
    : theOnlyOne(meant.slots, operation, asking);
  return {
    ...meant,
    ...(isPlainOrder(meant, operation) && { kind: 'operation', id: operation.id }),
    slots: { ...meant.slots, ...found },
  };
}

/**
 * The text with the name of the one thing that "it" stands for. `operation`: what it may be, where that is clear. Undefined
 * where nothing points back, or at nothing that was spoken of alone.
 */
export function spelledOut(
  text: string,
  operation: Operation | undefined,
  topics: readonly Topic[],
): string | undefined {
  const topic = topics.find(({ things: all }) => all.length > 0);
  if (!topic) return undefined;
  const from = operation?.slots.flatMap((slot) => slot.from) ?? ['images', 'servers'];
  const kind = kinds.find((one) => from.includes(one) && things(topic, one).length > 0);
  const [name, ...others] = kind ? things(topic, kind) : [];
  if (!kind || name === undefined || others.length > 0 || kind === jobs) return undefined;
  const pointing = new RegExp(
    `\\b(?:(?:the|that|this)(?: same)? (?:${nouns[kind]}|one)|(?<!\\b(?:is|be|was|would) (?=it (?:possible|allowed|okay?|fine|true|work)\\b))it(?!['’]))(?![\\w-])`,
    'i',
  );
  const said = text.replace(pointing, () => name);
  return said === text ? undefined : said;
}

function foundFor(text: string, slots: Slots, operation: Operation, topic: Topic): Slots {
  const found = operation.slots.flatMap(({ from }) => {
    const wanted = from.includes('jobs') ? [jobs] : kinds.filter((kind) => from.includes(kind));
    if (wanted.length === 0 || wanted.some((kind) => isNamed(slots, kind))) return [];
    const kind = wanted.find((one) => pointsAt(text, one) && things(topic, one).length > 0);
    if (!kind) return [];
    const these = things(topic, kind);
    return these.length === 1 || several.test(text) ? [[kind, these] as const] : [];
  });
  return Object.fromEntries(found);
}

function theOnlyOne(slots: Slots, operation: Operation, asking: Asking | undefined): Slots {
  const waiting = operation.slots.flatMap(({ kind, from }) => {
    const [thing] = kinds.filter((one) => from.includes(one) && !isNamed(slots, one));
    const all = thing && asking ? (everyOf('all', kind, asking) ?? []) : [];
    return thing && all.length === 1 ? [[thing, all] as const] : [];
  });
  return Object.fromEntries(waiting);
}

/**
 * "Delete it" says too little to be sure of by itself, but with the first word of a command and nothing named it can be
 * nothing else: where "it" stays open it is asked for.
 */
function isPlainOrder({ kind, speech, text }: Understanding, operation: Operation): boolean {
  const words = text
    .toLowerCase()
    .split(/[^a-z'-]+/)
    .filter(Boolean);
  const isDoubted = kind === 'unsure' || kind === 'out-of-scope';
  return isDoubted && speech === 'order' && words.length <= 3 && beginsWith(operation, text);
}

/** The text begins with a word of the operation. */
export function beginsWith({ verbs }: Operation, text: string): boolean {
  const [first = ''] = text
    .trim()
    .toLowerCase()
    .split(/[^a-z-]+/);
  return verbs.includes(first);
}

/** Bare "it" stands for what is worked on, never for whom it is done with. */
function pointsAt(text: string, kind: Kind): boolean {
  const noun = nouns[kind];
  if (new RegExp(`\\b(?:the|that|this|these|those|same) (?:${noun})\\b`, 'i').test(text))
    return true;
  const other = kinds
    .filter((one) => one !== kind)
    .map((one) => nouns[one])
    .join('|');
  const withoutOthers = text.replace(
    new RegExp(`\\b(?:the|that|this|these|those|same) (?:${other})\\b`, 'gi'),
    ' ',
  );
  return kind !== 'projects' && anything.test(withoutOthers);
}

function isNamed(slots: Slots, kind: Kind): boolean {
  return (slots[kind]?.length ?? 0) > 0;
}

function things({ things: all }: Topic, kind: Kind): readonly string[] {
  return all.filter((thing) => thing.kind === kind).map(({ label }) => label);
}
