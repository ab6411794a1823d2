import { z } from 'zod';
import type { Arrival } from '../slack/ports.ts';

/** A key is remembered for so long after it came, answered or not, ms. */
const rememberMs = 15 * 60 * 1000;

/** What the inbox writes down: something came in; something was answered. Times in ms since the epoch. */
export const InboxEntry = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('came'),
    key: z.string(),
    at: z.number(),
    body: z.unknown().optional(),
  }),
  z.strictObject({ kind: z.literal('answered'), key: z.string(), at: z.number() }),
]);
export type InboxEntry = z.infer<typeof InboxEntry>;

interface Known {
  readonly at: number;
  readonly answered: boolean;
  /** Only kept while it may have to be handed out again. */
  readonly body?: unknown;
}

/** Which keys are known and which arrivals wait for an answer: the entries of an inbox, added up. */
export interface InboxMemory {
  has(key: string): boolean;
  take(entry: InboxEntry): void;
  forget(key: string): void;
  /** Arrivals without an answer, oldest first. */
  unanswered(): readonly Arrival[];
  /** The fewest entries that add up to the same, without keys that are old enough to be forgotten. */
  entries(now: number): readonly InboxEntry[];
}

export function inboxMemory(): InboxMemory {
  const known = new Map<string, Known>();

  return {
    has: (key) => known.has(key),
    take(entry) {
      const before = known.get(entry.key);
      if (entry.kind === 'came' && before === undefined)
        known.set(entry.key, { at: entry.at, answered: false, body: entry.body });
      if (entry.kind === 'answered')
        known.set(entry.key, { at: before?.at ?? entry.at, answered: true });
    },
    forget: (key) => void known.delete(key),
    unanswered: () =>
      [...known].flatMap(([key, { answered, body }]) => (answered ? [] : [{ key, body }])),
    entries(now) {
      for (const [key, { at, answered }] of known)
        if (answered && now - at > rememberMs) known.delete(key);
      return [...known].map(([key, { at, answered, body }]) =>
        answered ? { kind: 'answered', key, at } : { kind: 'came', key, at, body },
      );
    },
  };
}
