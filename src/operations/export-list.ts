import type { Image } from '../images/image.ts';
import { capacityOf, isGone } from '../images/image-states.ts';
import { csvOf } from '../wording/csv.ts';
import { plain, type Reply } from '../wording/reply.ts';
import type { Wording } from '../wording/wording.ts';
import { pressBegin } from './buttons.ts';
import type { Asking, Query } from './operation.ts';
import { here, imageStatus, query } from './query.ts';
import type { SlotKind } from './slot.ts';
import type { Tools } from './tools.ts';

const scope: SlotKind = {
  options: () => [
    { value: 'private', label: 'private' },
    { value: 'public', label: 'public' },
  ],
};

/** The private or public images of the region as a CSV file. R-CSV-01 to 05 */
export function exportList(tools: Tools): Query {
  const { wording } = tools;
  return query(tools, {
    id: 'image.export-list',
    verbs: ['export-list', 'csv'],
    needs: 'ims:images:list',
    slots: [{ name: 'scope', kind: scope, required: false, many: false, from: [] }],
    words: (text) => {
      const said = /\b(?:private|public)\b/i.exec(text)?.[0];
      return { scope: said === undefined ? [] : [said.toLowerCase()] };
    },
    answer: async ({ scope: said = [] }, asking) => {
      const which = said[0] === 'public' ? 'public' : 'private';
      const other = which === 'public' ? 'private' : 'public';
      const { csv } = asking.world.profile;
      const images = imagesOf(which, asking);
      const columns = which === 'public' ? csv.publicColumns : csv.privateColumns;
      const line = wording.say('lists.export', {
        ...here(asking.world),
        scope: which,
        count: images.length,
      });
      return {
        text: plain(line),
        parts: [{ kind: 'paragraph', lines: [line] }],
        choices: [
          {
            label: plain(wording.say('choices.other-list', { scope: other })),
            value: pressBegin('image.export-list', { scope: [other] }),
          },
        ],
        seenBy: 'everyone',
        file: {
          name: fileName(which, asking),
          content: csvOf([
            columns.map((column) => plain(wording.say(`columns.${titles[column] ?? column}`))),
            ...images.map((image) => columns.map((column) => cell(column, image, wording))),
          ]),
        },
      } satisfies Reply;
    },
  });
}

/** Columns by the names that the profiles have for them -> below `columns` in intents/wording. */
const titles: Readonly<Record<string, string>> = {
  name: 'name',
  id: 'id',
  status: 'status',
  os: 'os',
  type: 'type',
  createdAt: 'created-utc',
  diskCapacity: 'capacity-gb',
  systemDisk: 'system-disk-gb',
  sharedDisks: 'shared-disks',
  imageSize: 'size-bytes',
  minRam: 'memory-mb',
  encrypted: 'encrypted',
};

/** What a column says of an image; what nobody knows is left empty. */
const cells: Readonly<Record<string, (image: Image) => string>> = {
  name: ({ name }) => name,
  id: ({ id }) => id,
  os: ({ osVersion, osType }) => osVersion ?? osType,
  type: ({ type }) => type,
  createdAt: ({ createdAt }) => createdAt,
  diskCapacity: (image) => String(capacityOf(image)),
  systemDisk: ({ minDisk }) => String(minDisk),
  imageSize: ({ fileSize }) => (fileSize === undefined ? unknown : String(fileSize)),
  minRam: ({ minRam }) => String(minRam),
  encrypted: ({ encryption }) => (encryption ? 'yes' : 'no'),
};

const unknown = '';

function cell(column: string, image: Image, wording: Wording): string {
  if (column === 'status') return imageStatus(wording, image);
  return cells[column]?.(image) ?? unknown;
}

function imagesOf(scopeOf: 'private' | 'public', { world }: Asking): readonly Image[] {
  const { own, directory } = world;
  if (scopeOf === 'public') return directory.publicImages(own.region);
  return own.images
    .filter((image) => !isGone(image))
    .toSorted((a, b) => b.createdAt.localeCompare(a.createdAt));
}

/** R-CSV-04 */
function fileName(scopeOf: string, { world }: Asking): string {
  return world.profile.csv.fileNamePattern
    .replace('{scope}', scopeOf)
    .replace('{region}', world.own.region)
    .replace('{time}', world.now.slice(0, 19).replaceAll(':', '-'));
}
