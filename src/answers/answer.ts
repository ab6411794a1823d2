/** The figures of one cloud as `data/clouds/` states them, read by path such as `share.maxMembers.system`. */
export type CloudProfileFigures = Readonly<Record<string, unknown>>;

/** An answer ready to be shown: plain text with `*bold*`, `` `code` `` and bullet lines only. */
export interface Answer {
  readonly id: string;
  readonly title: string;
  /** The answer in one sentence. */
  readonly short: string;
  /** Conditions and what to do; the short sentence is not repeated. */
  readonly body: string;
  readonly source: string;
  /** The day the source was last checked, like 2026-11-20. */
  readonly checked: string;
  readonly related: readonly { readonly id: string; readonly title: string }[];
  /** The operation that fits, to be offered as a button. */
  readonly operation?: string;
  /** The operation whose rules decide what is asked here, when that is not the one to be offered. */
  readonly about?: string;
  /** What is different on other clouds, one line each. */
  readonly differences?: readonly string[];
  /** Where the sources contradict each other. */
  readonly disagreements?: readonly string[];
}

/** Which cloud an answer is for, and the figures of all the others. */
interface AnswerOptions {
  readonly cloud: string;
  readonly otherProfiles: Readonly<Record<string, CloudProfileFigures>>;
}

/** The answers that intents/faq holds. */
export interface Answers {
  /** The answer for a cloud; undefined when there is no such question. */
  answer(id: string, profile: CloudProfileFigures, options: AnswerOptions): Answer | undefined;
  ids(): readonly string[];
  title(id: string): string | undefined;
}
