import { hash } from 'node:crypto';

/** The UUID of something that its file gives no ID: the same on every start, from what it is, where it is and its name. */
export function stableId(...words: readonly string[]): string {
  const hex = hash('sha256', JSON.stringify(words));
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
