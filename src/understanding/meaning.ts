/** What one meaning leads to: an answer, a task, small talk, or nothing that Goldie does. */
export type MeaningKind = 'answer' | 'operation' | 'smalltalk' | 'out-of-scope';

/** One thing a text may mean. */
export interface Meaning {
  /** `faq.share-tenant-limit`, `image.share`, `smalltalk.greeting` or `outside`. */
  readonly id: string;
  readonly kind: MeaningKind;
  /** How probable it is that this was meant, 0 to 1. */
  readonly sureness: number;
}

/**
 * How something was said; only an `order` may lead to a change. A `report` tells what happens or happened, something
 * `quoted` passes on the words of others, forwarded text or code.
 */
export type Speech = 'order' | 'question' | 'negated' | 'hypothetical' | 'report' | 'quoted';

/** What a text names. Known things carry the name they have in the inventory, others the words of the asker. */
export interface Slots {
  readonly images?: readonly string[];
  readonly servers?: readonly string[];
  readonly projects?: readonly string[];
  /** Slack ids of people. */
  readonly people?: readonly string[];
  readonly regions?: readonly string[];
  readonly jobs?: readonly string[];
  readonly buckets?: readonly string[];
  readonly keys?: readonly string[];
  readonly vaults?: readonly string[];
  readonly backups?: readonly string[];
  /** `huawei`, `otc`, `jdcloud`. */
  readonly clouds?: readonly string[];
  /** Names wanted for a new thing, or words to search for. */
  readonly names?: readonly string[];
  readonly sizesGb?: readonly number[];
  readonly ramMb?: readonly number[];
  readonly counts?: readonly number[];
  /** The asker said "all" or "every". */
  readonly all?: boolean;
  /** What stood in quotes or code spans, word for word. */
  readonly quoted?: readonly string[];
  /** The operation that a question is about: "how do I share an image?" leads to `help` about `image.share`. */
  readonly about?: string;
}

/** What Goldie makes of a text. */
export interface Understanding {
  /** `unsure` asks back with the alternatives; without alternatives Goldie has no idea. */
  readonly kind: MeaningKind | 'unsure';
  /** The meaning to act on; null unless the kind is one to act on. */
  readonly id: string | null;
  readonly sureness: number;
  readonly slots: Slots;
  /** Up to three, best first. */
  readonly alternatives: readonly Meaning[];
  readonly speech: Speech;
  /** The text without Slack's marks, and without what was only quoted. */
  readonly text: string;
  /** All wishes of a text with several, in their order; the understanding itself is then that of the first. */
  readonly wishes?: readonly Understanding[];
}

/** A thing that has an id and a name. */
interface Named {
  readonly id: string;
  readonly name: string;
}

/** What the asker may see; bare and misspelt names are looked up here. */
export interface Known {
  readonly images: readonly Named[];
  readonly servers: readonly Named[];
  readonly projects: readonly Named[];
  readonly regions: readonly string[];
  readonly jobs: readonly string[];
  readonly buckets: readonly string[];
  readonly keys: readonly Named[];
  readonly vaults: readonly Named[];
  readonly backups: readonly Named[];
}

/** Nobody's inventory: for a guest. */
export const nothingKnown: Known = {
  images: [],
  servers: [],
  projects: [],
  regions: [],
  jobs: [],
  buckets: [],
  keys: [],
  vaults: [],
  backups: [],
};

/** Turns what people write into a meaning. Never throws, whatever the text. */
export interface Understander {
  understand(text: string, known: Known, options?: { readonly bot?: string }): Understanding;
}
