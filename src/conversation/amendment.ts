import type { Asking, Operation } from '../operations/operation.ts';
import { type Filled, find, type RawSlots, type Slot } from '../operations/slot.ts';

/** What a text does to a list that was named before: "also team-ops", "without team-ops", "only team-data". */
export type Amendment = 'add' | 'remove' | 'only';

const opening = String.raw`^\W*(?:(?:and|oh|ok|okay|yes|please|but|then|actually|wait|hm+)[\s,]+)*`;
const patterns: readonly (readonly [Amendment, RegExp])[] = [
  [
    'remove',
    new RegExp(
      `${opening}(?:without|minus|except|not|leave out|take out|leave (?=.* out\\b)|take (?=.* out\\b)|skip|remove|drop)\\b`,
      'i',
    ),
  ],
  ['only', new RegExp(`${opening}(?:only|just)\\b|\\bonly[.!]*$`, 'i')],
  ['add', new RegExp(`${opening}(?:also|add|plus|include|as well as)\\b|^\\W*and\\s`, 'i')],
  ['add', /\b(?:too|as well|also)[.!]*$/i],
];
/** Words that may stand around the names without making another wish of it. */
const around = new Set(
  'a also and add as actually but drop except for from her him hm image images in include into it just leave list me minus not of oh ok okay on one only out plan please plus project projects remove server servers share skip take team that the them then this those to too wait well with without yes'.split(
    ' ',
  ),
);
const naming =
  /^\W*(?:(?:no|ok|okay|please|and|but|actually|oh|wait|sorry|rather)[\s,]+)*(?:(?:(?:re)?name|call) (?:it|this|that|the (?:new )?(?:image|copy|server|disk|one))|(?:the|its) (?:new )?name (?:should|must|shall)|(?:the|its) (?:new )?name(?= is\b))(?:\s+(?:to|as|be|is))?\s+["'`]?(?<name>[\w.-]+)["'`]?(?:[\s,]+(?:instead|rather|please|then|thanks))*[.!]*$/i;

/** How a text changes a list; undefined for one that does not. Questions change nothing. */
export function amendmentIn(text: string): Amendment | undefined {
  if (text.trim().endsWith('?')) return undefined;
  return patterns.find(([, pattern]) => pattern.test(text))?.[0];
}

/** "Call it nightly-2": another name for what is being made, where the operation gives one. */
export function renamed({ slots }: Operation, text: string): RawSlots | undefined {
  const slot = slots.find(({ from }) => from.includes('names'));
  const name = naming.exec(text.trim())?.groups?.name;
  return slot && name !== undefined ? { [slot.name]: [name] } : undefined;
}

/** What is open, and what was said about it. */
export interface Amending {
  readonly operation: Operation;
  readonly said: RawSlots;
  readonly open: { readonly filled: Filled; readonly raw: RawSlots };
  readonly text: string;
}

/**
 * The lists with what was added and without what was taken out; undefined when the text says more than that, names nothing
 * that the operation has a list of, or takes out what is not in it.
 */
export function amended(
  amendment: Amendment,
  { operation, said, open, text }: Amending,
  asking: Asking,
): RawSlots | undefined {
  const lists = operation.slots.filter(({ many, name }) => many && (said[name] ?? []).length > 0);
  const names = lists.flatMap(({ name }) => said[name] ?? []);
  if (lists.length === 0 || !isOnlyAbout(text, names)) return undefined;
  const changed = lists.map((slot) => {
    const before = [...(open.filled[slot.name] ?? []), ...(open.raw[slot.name] ?? [])];
    const now = (said[slot.name] ?? []).map((name) => meantBy(name, slot, asking));
    return [slot.name, before, now] as const;
  });
  if (
    amendment === 'remove' &&
    changed.some(([, before, now]) => now.some((one) => !before.includes(one)))
  )
    return undefined;
  return Object.fromEntries(
    changed.map(([name, before, now]) => [name, amendedList[amendment](before, now)]),
  );
}

type List = readonly string[];

const amendedList: Readonly<Record<Amendment, (before: List, now: List) => List>> = {
  add: (before, now) => [...new Set([...before, ...now])],
  remove: (before, now) => before.filter((one) => !now.includes(one)),
  only: (_, now) => now,
};

/** Beside the names there are none but small words. */
function isOnlyAbout(text: string, names: readonly string[]): boolean {
  const rest = names.reduce(
    (left, name) => left.replaceAll(name.toLowerCase(), ' '),
    text.toLowerCase(),
  );
  return rest.split(/[^\p{L}\p{N}'_-]+/u).every((word) => word === '' || around.has(word));
}

function meantBy(name: string, { kind }: Slot, asking: Asking): string {
  const found = find(name, kind, asking, () => []);
  return found.kind === 'found' ? found.value : name;
}
