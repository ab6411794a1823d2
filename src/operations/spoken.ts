import type { Moment } from '../wording/reply.ts';

/** How people say a list: "a, b and c". */
export function listing(names: readonly string[]): string {
  return new Intl.ListFormat('en', { style: 'long', type: 'conjunction' }).format(names);
}

/** How people say a time span given in ms: "4 seconds", "about 4 minutes", "about 2 hours". */
export function lasting(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  if (seconds < 90) return seconds === 1 ? 'a second' : `${seconds} seconds`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `about ${minutes} minutes` : `about ${Math.round(minutes / 60)} hours`;
}

/** A moment as people read it, each in their own zone; where that cannot be in UTC: "2026-11-20 17:45 UTC". */
export function moment(at: string): Moment {
  return { at, text: `${at.slice(0, 16).replace('T', ' ')} UTC` };
}

/** Sizes in GB: "40 GB", "1.5 TB". */
export function size(gb: number): string {
  return gb < 1024 ? `${gb} GB` : `${Number((gb / 1024).toFixed(1))} TB`;
}
