import type { Context } from '@slack/bolt';
import { arrival, replayed } from './intake.ts';

/** The arrival's own key; the fallback names the same thing where none was kept. */
export function keyOf(context: Context, otherwise: string): string {
  const kept: unknown = context[arrival];
  return typeof kept === 'string' ? kept : otherwise;
}

/** It came in an earlier life of the process, and may have been answered in part. */
export function isReplay(context: Context): boolean {
  return context[replayed] === true;
}
