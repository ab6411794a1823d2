/** Slack's cursors: opaque texts that say where the next page starts. */
export function pageFrom<T>(
  items: readonly T[],
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): { readonly page: readonly T[]; readonly nextCursor: string } | undefined {
  const start = cursor ? startOf(cursor) : 0;
  if (start === undefined) return undefined;
  const end = start + Math.max(limit, 1);
  return { page: items.slice(start, end), nextCursor: end < items.length ? cursorAt(end) : '' };
}

export function cursorAt(mark: number | string): string {
  return Buffer.from(`next:${mark}`).toString('base64');
}

export function markOf(cursor: string): string | undefined {
  return /^next:(.+)$/.exec(Buffer.from(cursor, 'base64').toString())?.[1];
}

function startOf(cursor: string): number | undefined {
  const start = Number(markOf(cursor));
  return Number.isInteger(start) ? start : undefined;
}
