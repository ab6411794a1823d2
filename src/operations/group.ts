import type { Operation } from './operation.ts';

/** A word after `/image` that help tells of: an operation, or something that the conversation itself answers. */
export type Entry = Pick<Operation, 'id' | 'verbs' | 'needs' | 'slash'>;

/** Things that belong together, under a heading of intents/wording/en/help.yaml. */
export interface Group {
  readonly heading: 'look' | 'create' | 'share' | 'change' | 'use' | 'oversee';
  readonly operations: readonly Operation[];
  /** Words that help tells of beside the operations. */
  readonly beside?: readonly Entry[];
}
