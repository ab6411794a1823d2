import type { z } from 'zod';
import type { Finding, RuleId } from './finding.ts';
import type { ImageId } from './ids.ts';
import type { Image } from './image.ts';
import { ImageQuery, type ParsedImageQuery } from './image-query.ts';
import { type ImageRow, receivedRow, rowOf } from './image-row.ts';
import { fits, order } from './image-row-order.ts';
import { isBinned, isGone } from './image-states.ts';
import type { Received } from './member.ts';
import type { World } from './world.ts';

/** A page of a list. `from`: how many lines are on the pages before; `total`: lines of all pages. */
export interface ImagePage {
  readonly rows: readonly ImageRow[];
  readonly from: number;
  readonly total: number;
  /** Marker of the next page, where there is one. */
  readonly next?: ImageId;
}

/** A page of a list, or what is wrong with the query. */
export type ImageList = ImagePage | { readonly findings: readonly Finding[] };

type Place = Pick<World, 'own' | 'others' | 'directory' | 'profile'>;

/**
 * Lists images that the caller may see, newest first unless asked otherwise. Where the units of the owners of received
 * images are at hand, what these say of them counts. Pure. R-LIST-01 to 08
 */
export function listImages(place: Place, query: ImageQuery): ImageList {
  const parsed = ImageQuery.safeParse(query);
  if (!parsed.success) return { findings: parsed.error.issues.flatMap(badParameters) };
  const { limits } = place.profile;
  const limit = parsed.data.limit ?? limits.listDefault;
  if (limit < limits.listMin || limit > limits.listMax) {
    const known = `limit=${limits.listMin} … limit=${limits.listMax}`;
    return { findings: [badQuery('R-LIST-07', `limit=${limit}`, known)] };
  }
  const all = candidates(place, parsed.data)
    .filter((row) => fits(row, parsed.data))
    .toSorted(order(parsed.data));
  const { marker } = parsed.data;
  const from = marker ? all.findIndex(({ id }) => id === marker) + 1 : 0;
  if (marker && from === 0) return { findings: [badQuery('R-LIST-02', `marker=${marker}`, '')] };
  const rows = all.slice(from, from + limit);
  const last = from + limit < all.length ? rows.at(-1) : undefined;
  return { rows, from, total: all.length, ...(last && { next: last.id }) };
}

function candidates(place: Place, query: ParsedImageQuery): readonly ImageRow[] {
  const { own, directory } = place;
  const { visibility, memberStatus } = query;
  const mine = own.images
    .filter((image) => (query.status ? !isBinned(image) : !isGone(image)))
    .map((image) => rowOf(image, 'own'));
  if (visibility === 'private') return mine;
  const open = directory.publicImages(own.region).map((image) => rowOf(image, 'public'));
  if (visibility === 'public') return open;
  const received = own.received
    .filter(({ status }) => status === (memberStatus ?? 'accepted'))
    .map((offer) => receivedRow(offer, ownersRecord(place, offer)));
  if (visibility === 'shared') return received;
  return [...mine, ...received, ...(visibility === 'all' ? open : [])];
}

function ownersRecord({ own, others }: Place, { owner, imageId }: Received): Image | undefined {
  const image = others.get(owner)?.images.find(({ id }) => id === imageId);
  return image?.members.some(({ project }) => project === own.project) ? image : undefined;
}

function badParameters(issue: z.core.$ZodIssue): readonly Finding[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) =>
      badQuery('R-LIST-01', key, Object.keys(ImageQuery.unwrap().shape).join(', ')),
    );
  const [parameter = 'query'] = issue.path.map(String);
  const values = issue.code === 'invalid_value' ? issue.values : [];
  const known =
    parameter === 'memberStatus'
      ? 'visibility=shared'
      : values.map((value) => `${parameter}=${String(value)}`).join(', ');
  return [badQuery(parameter === 'sort' ? 'R-LIST-03' : 'R-LIST-01', parameter, known)];
}

/** A parameter that the list does not take, and what it takes in its place, as far as that can be counted up. */
export function badQuery(rule: RuleId, parameter: string, known: string): Finding {
  return {
    rule,
    step: 'shape',
    severity: 'block',
    code: 'IMSX.0026',
    facts: { parameter, known },
    source: 'api/querying_images; jdsdk describeImages',
  };
}
