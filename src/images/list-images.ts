import type { Finding, RuleId } from './finding.ts';
import type { ImageId } from './ids.ts';
import { ImageQuery, type ParsedImageQuery } from './image-query.ts';
import { type ImageRow, receivedRow, rowOf } from './image-row.ts';
import { fits, order } from './image-row-order.ts';
import { isGone } from './image-states.ts';
import type { World } from './world.ts';

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
