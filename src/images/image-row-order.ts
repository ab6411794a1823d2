import type { Image } from './image.ts';
import type { ParsedImageQuery } from './image-query.ts';
import type { ImageRow } from './image-row.ts';

/** Does a line answer the query? */
export function fits(row: ImageRow, query: ParsedImageQuery): boolean {
  const { image } = row;
  const { tag, createdAfter, createdBefore } = query;
  const asks: readonly boolean[] = [
    query.name === undefined || row.name === query.name,
    query.nameLike === undefined || row.name.toLowerCase().includes(query.nameLike.toLowerCase()),
    query.type === undefined || row.type === query.type,
    query.status === undefined || image?.status === query.status,
    query.osType === undefined || image?.osType === query.osType,
    query.protected === undefined || image?.protected === query.protected,
    query.encrypted === undefined || (image?.encryption !== undefined) === query.encrypted,
    query.sharedOut === undefined || (image?.members ?? []).length > 0 === query.sharedOut,
    tag === undefined || tagFits(image, tag),
    createdAfter === undefined || row.createdAt >= createdAfter,
    createdBefore === undefined || row.createdAt <= createdBefore,
  ];
  return asks.every(Boolean);
}

function tagFits(
  image: Image | undefined,
  { key, value }: { key: string; value?: string | undefined },
) {
  const found = image?.tags[key];
  return found !== undefined && (value === undefined || found === value);
}

/** Sorts lines as the query says; equal ones by ID, so that pages never overlap. */
export function order({ sort, direction }: ParsedImageQuery) {
  const sign = direction === 'asc' ? 1 : -1;
  return (a: ImageRow, b: ImageRow): number => {
    const [left, right] = [sortKey(a, sort), sortKey(b, sort)];
    if (left === right) return a.id.localeCompare(b.id);
    return left < right ? -sign : sign;
  };
}

function sortKey(row: ImageRow, sort: ParsedImageQuery['sort']): string | number {
  if (sort === 'created_at') return row.createdAt;
  if (sort === 'size') return row.sizeGb ?? 0;
  if (sort === 'status') return row.image?.status ?? '';
  return row[sort];
}
