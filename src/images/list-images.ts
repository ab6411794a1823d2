import type { Finding, RuleId } from './finding.ts';
import type { ImageId, Instant, ProjectId } from './ids.ts';
import type { Image } from './image.ts';
import { ImageQuery, type ParsedImageQuery } from './image-query.ts';
import { isGone } from './image-states.ts';
import type { MemberStatus, Received } from './member.ts';
import type { World } from './world.ts';

/** One line of a list of images. */
export interface ImageRow {
  readonly id: ImageId;
  readonly name: string;
  readonly relation: 'own' | 'member' | 'public';
  readonly owner: ProjectId;
  readonly type: Image['type'];
  /** Disk capacity in GB; undefined for full-ECS images, which lists show as `--`. R-LIST-08 */
  readonly sizeGb?: number;
  readonly osVersion?: string;
  readonly createdAt: Instant;
  /** Of received images: the share status. */
  readonly share?: MemberStatus;
  /** The full record; received images have none here, since only their owner keeps it. */
  readonly image?: Image;
}

/** A page of a list, or what is wrong with the query. */
export type ImageList =
  | { readonly rows: readonly ImageRow[]; readonly total: number; readonly next?: ImageId }
  | { readonly findings: readonly Finding[] };

type Place = Pick<World, 'own' | 'directory' | 'profile'>;

/** Lists images that the caller may see, newest first unless asked otherwise. Pure. R-LIST-01 to 08 */
export function listImages(place: Place, query: ImageQuery): ImageList {
  const parsed = ImageQuery.safeParse(query);
  if (!parsed.success)
    return {
      findings: parsed.error.issues.map(({ path, message, code }) => {
        const parameter = path.join('.') || (code === 'unrecognized_keys' ? 'filter' : 'query');
        return badQuery(path[0] === 'sort' ? 'R-LIST-03' : 'R-LIST-01', parameter, message);
      }),
    };
  const { limits } = place.profile;
  const limit = parsed.data.limit ?? limits.listDefault;
  if (limit < limits.listMin || limit > limits.listMax) {
    const message = `a page has ${limits.listMin} to ${limits.listMax} images`;
    return { findings: [badQuery('R-LIST-07', 'limit', message)] };
  }
  const all = candidates(place, parsed.data)
    .filter((row) => fits(row, parsed.data))
    .toSorted(order(parsed.data));
  const from = parsed.data.marker ? all.findIndex(({ id }) => id === parsed.data.marker) + 1 : 0;
  if (parsed.data.marker && from === 0)
    return { findings: [badQuery('R-LIST-02', 'marker', 'no image of the list has this ID')] };
  const rows = all.slice(from, from + limit);
  const last = from + limit < all.length ? rows.at(-1) : undefined;
  return { rows, total: all.length, ...(last && { next: last.id }) };
}

function candidates({ own, directory }: Place, query: ParsedImageQuery): readonly ImageRow[] {
  const { visibility, memberStatus } = query;
  const mine = own.images
    .filter((image) => (query.status ? true : !isGone(image)))
    .map((image) => rowOf(image, 'own'));
  if (visibility === 'private') return mine;
  if (visibility === 'public')
    return directory.publicImages(own.region).map((image) => rowOf(image, 'public'));
  const received = own.received
    .filter(({ status }) => status === (memberStatus ?? 'accepted'))
    .map(receivedRow);
  return visibility === 'shared' ? received : [...mine, ...received];
}

function rowOf(image: Image, relation: 'own' | 'public'): ImageRow {
  const { id, name, owner, type, minDisk, osVersion, createdAt } = image;
  return {
    id,
    name,
    relation,
    owner,
    type,
    createdAt,
    image,
    ...(type !== 'full-ecs' && { sizeGb: minDisk }),
    ...(osVersion && { osVersion }),
  };
}

function receivedRow({
  imageId,
  name,
  owner,
  type,
  minDisk,
  osVersion,
  ...offer
}: Received): ImageRow {
  return {
    id: imageId,
    name,
    relation: 'member',
    owner,
    type,
    createdAt: offer.offeredAt,
    share: offer.status,
    ...(type !== 'full-ecs' && { sizeGb: minDisk }),
    ...(osVersion && { osVersion }),
  };
}

function fits(row: ImageRow, query: ParsedImageQuery): boolean {
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

function order({ sort, direction }: ParsedImageQuery) {
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

function badQuery(rule: RuleId, parameter: string, fault: string): Finding {
  return {
    rule,
    step: 'shape',
    severity: 'block',
    code: 'IMSX.0026',
    facts: { parameter, fault },
    source: 'api/querying_images; jdsdk describeImages',
  };
}
