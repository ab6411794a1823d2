import type { Operation } from './operation.ts';

/** Things that belong together, under a heading of intents/wording/help.yaml. */
export interface Group {
  readonly heading: 'look' | 'create' | 'share' | 'change' | 'use' | 'oversee';
  readonly operations: readonly Operation[];
}
