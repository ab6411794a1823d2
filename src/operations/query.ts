import type { Image } from '../images/image.ts';
import { isBinned } from '../images/image-states.ts';
import type { Received } from '../images/member.ts';
import { findings } from '../images/rule.ts';
import { needs } from '../images/rules/permission.ts';
import type { Directory, World } from '../images/world.ts';
import type { Facts } from '../wording/marked-text.ts';
import type { Choice, Line, Part, Reply, TableRow } from '../wording/reply.ts';
import { plain, privately } from '../wording/reply.ts';
import type { Wording } from '../wording/wording.ts';
import { refusalReply } from './findings-text.ts';
import type { Query } from './operation.ts';
import { size } from './spoken.ts';
import type { Tools } from './tools.ts';

/** What is special about a query; who may ask it is found out in the same way for all. R-AUTH-01 */
export function query({ wording, cloud }: Tools, spec: Omit<Query, 'kind'>): Query {
  return {
    ...spec,
    kind: 'query',
    async answer(slots, asking) {
      const { world, caller } = asking;
      if (spec.needs === undefined || caller.actions.has(spec.needs))
        return spec.answer(slots, asking);
      const found = findings([needs(spec.needs)], { world, request: undefined });
      const speaking = { wording, directory: cloud.directory };
      return privately(refusalReply(speaking, [wording.say('access.forbidden')], found));
    },
  };
}

/** A list as a reply: a sentence, and a table when there is anything to show. */
export function tableReply(
  sentence: Line,
  header: TableRow,
  rows: readonly TableRow[],
  choices: readonly Choice[] = [],
): Reply {
  const table: readonly Part[] =
    rows.length === 0 ? [] : [{ kind: 'table', rows: [header, ...rows] }];
  return {
    text: plain(sentence),
    parts: [{ kind: 'paragraph', lines: [sentence] }, ...table],
    choices,
    seenBy: 'everyone',
  };
}

/** Column titles by key: `columns.name` and so on. */
export function columns(wording: Wording, keys: readonly string[]): TableRow {
  return keys.map((key) => plain(wording.say(`columns.${key}`)));
}

/** Image status in words, never to be taken for a share status. SPEC 2.5 */
export function imageStatus(wording: Wording, image: Image): string {
  const { status, limitedToAz: az = '' } = image;
  if (isBinned(image)) return plain(wording.say('statuses.image.binned'));
  const key = az === '' ? `statuses.image.${status}` : 'statuses.image.active-in-az';
  return plain(wording.say(key, { az }));
}

export function shareStatus(wording: Wording, { status }: Pick<Received, 'status'>): string {
  return plain(wording.say(`statuses.share.${status}`));
}

export function projectName(directory: Directory, id: Received['owner']): string {
  return directory.project(id)?.name ?? id;
}

/** Full-ECS images show no capacity in lists. R-LIST-08 */
export function capacity({ type, minDisk }: Pick<Image, 'type' | 'minDisk'>): string {
  return type === 'full-ecs' ? '--' : size(minDisk);
}

/** The project a reply speaks about, for its sentences. */
export function here({ caller, directory, own }: World): Facts {
  return { project: projectName(directory, caller.project), region: own.region };
}
