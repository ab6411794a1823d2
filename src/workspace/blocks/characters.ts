/** Characters a reader sees or hears in blocks: what Slack counts against a message's size. */
export function charactersIn(part: unknown): number {
  if (Array.isArray(part)) return part.reduce<number>((sum, item) => sum + charactersIn(item), 0);
  if (typeof part !== 'object' || part === null) return 0;
  return Object.entries(part).reduce((sum, [key, value]) => sum + lengthOf(key, value), 0);
}

const readable = new Set(['text', 'caption', 'alt_text', 'fallback', 'title']);

function lengthOf(key: string, value: unknown): number {
  if (typeof value === 'string') return readable.has(key) ? value.length : 0;
  return charactersIn(value);
}
