import type { Image } from './image.ts';
import type { ParsedImageQuery, Sizes, SortKey, Times } from './image-query.ts';
import type { ImageRow } from './image-row.ts';
import { osTypeOf } from './rules/system-kind.ts';

/** Does a line answer the query? What nobody knows of a line answers no question about it. */
export function fits(row: ImageRow, query: ParsedImageQuery): boolean {
  return hasName(row, query) && isOfKind(row, query) && hasState(row, query) && hasSize(row, query);
}

function hasName(row: ImageRow, { id, name, nameLike, owner, words = [] }: ParsedImageQuery) {
  const asks: readonly boolean[] = [
    id === undefined || row.id === id,
    name === undefined || row.name === name,
    nameLike === undefined || holds(row.name, nameLike),
    owner === undefined || row.owner === owner,
    words.every((word) => holds(wordsOf(row), word)),
  ];
  return asks.every(Boolean);
}

function isOfKind(row: ImageRow, query: ParsedImageQuery): boolean {
  const { image, osVersion = '' } = row;
  const { platform } = query;
  const asks: readonly boolean[] = [
    query.type === undefined || row.type === query.type,
    query.target === undefined || image?.target === query.target,
    query.osType === undefined || systemOf(row) === query.osType,
    query.osBit === undefined || image?.osBit === query.osBit,
    platform === undefined || holds(osVersion, platform),
    query.architecture === undefined || image?.architecture === query.architecture,
    query.diskFormat === undefined || diskFormatOf(row) === query.diskFormat,
  ];
  return asks.every(Boolean);
}

function hasState({ image }: ImageRow, query: ParsedImageQuery): boolean {
  const { tags = [] } = query;
  const asks: readonly boolean[] = [
    query.status === undefined || image?.status === query.status,
    query.keyId === undefined || image?.encryption?.keyId === query.keyId,
    query.enterpriseProjectId === undefined ||
      image?.enterpriseProjectId === query.enterpriseProjectId,
    query.protected === undefined || image?.protected === query.protected,
    query.encrypted === undefined || (image?.encryption !== undefined) === query.encrypted,
    query.sharedOut === undefined || (image?.members ?? []).length > 0 === query.sharedOut,
    tags.every((tag) => tagFits(image, tag)),
  ];
  return asks.every(Boolean);
}

function hasSize({ minDisk, image, createdAt }: ImageRow, query: ParsedImageQuery): boolean {
  return (
    isWithin(minDisk, query.minDisk) &&
    isWithin(image?.minRam, query.minRam) &&
    isInTime(createdAt, query.createdAt) &&
    isInTime(image?.updatedAt, query.updatedAt)
  );
}

function isWithin(size: number | undefined, sizes: Sizes | undefined): boolean {
  if (sizes === undefined) return true;
  if (size === undefined) return false;
  const { gt = -Infinity, gte = -Infinity, lt = Infinity, lte = Infinity, eq = size } = sizes;
  return size > gt && size >= gte && size < lt && size <= lte && size === eq;
}

function isInTime(at: string | undefined, times: Times | undefined): boolean {
  if (times === undefined) return true;
  if (at === undefined) return false;
  const time = Date.parse(at);
  const { gt, gte, lt, lte, eq, neq } = times;
  const asks: readonly boolean[] = [
    gt === undefined || time > Date.parse(gt),
    gte === undefined || time >= Date.parse(gte),
    lt === undefined || time < Date.parse(lt),
    lte === undefined || time <= Date.parse(lte),
    eq === undefined || time === Date.parse(eq),
    neq === undefined || !at.startsWith(neq),
  ];
  return asks.every(Boolean);
}

function tagFits(
  image: Image | undefined,
  { key, value }: { readonly key: string; readonly value?: string | undefined },
) {
  const found = image?.tags[key];
  return found !== undefined && (value === undefined || found === value);
}

function systemOf({ image, osVersion }: ImageRow): string | undefined {
  return image?.osType ?? (osVersion === undefined ? undefined : osTypeOf(osVersion));
}

function wordsOf(row: ImageRow): string {
  const { name, osVersion = '', image } = row;
  const tags = Object.entries(image?.tags ?? {}).flat();
  return [name, osVersion, systemOf(row) ?? '', image?.description ?? '', ...tags].join(' ');
}

function holds(text: string, part: string): boolean {
  return text.toLowerCase().includes(part.toLowerCase());
}

/** Private images lie in the clouds' own format, ISO images as they came. */
function diskFormatOf({ type }: ImageRow): string {
  return type === 'iso' ? 'iso' : 'zvhd2';
}

const sortKeys: Readonly<Record<SortKey, (row: ImageRow) => string | number>> = {
  created_at: ({ createdAt }) => createdAt,
  name: ({ name }) => name,
  size: ({ sizeGb = 0 }) => sizeGb,
  status: ({ image }) => image?.status ?? '',
  id: ({ id }) => id,
  disk_format: diskFormatOf,
  container_format: () => 'bare',
};

/** Sorts lines as the query says; equal ones by ID, so that pages never overlap. */
export function order({ sort, direction }: ParsedImageQuery) {
  const sign = direction === 'asc' ? 1 : -1;
  const keyOf = sortKeys[sort];
  return (a: ImageRow, b: ImageRow): number => {
    const [left, right] = [keyOf(a), keyOf(b)];
    if (left === right) return a.id.localeCompare(b.id);
    return left < right ? -sign : sign;
  };
}
