import type { ProjectId } from '../images/ids.ts';
import type { Image } from '../images/image.ts';
import { isBinned } from '../images/image-states.ts';
import { type Choice, plain } from '../wording/reply.ts';
import type { Wording } from '../wording/wording.ts';
import { pressBegin } from './buttons.ts';
import type { Query } from './operation.ts';
import { capacity, columns, here, query, tableReply } from './query.ts';
import { moment } from './spoken.ts';
import type { Tools } from './tools.ts';

/** Rows, and images with buttons of their own. */
const most = { rows: 50, buttons: 5 };

/** What lies in the recycle bin, first what leaves it first: who put it there, when, and until when it stays. */
export function listBin(tools: Tools): Query {
  const { wording } = tools;
  return query(tools, {
    id: 'bin.list',
    verbs: ['bin', 'trash', 'recycle-bin', 'deleted'],
    needs: 'ims:images:list',
    slots: [],
    words: () => ({}),
    answer: async (_, { world, caller }) => {
      const lying = binned(world.own.images);
      const facts = { ...here(world), count: lying.length };
      const empty = world.binDays > 0 ? 'lists.bin.none' : 'lists.bin.off';
      const key = lying.length > 0 ? 'lists.bin.some' : empty;
      const header = columns(wording, ['name', 'type', 'disk', 'bin-by', 'bin-at', 'bin-until']);
      const rows = lying
        .slice(0, most.rows)
        .map(({ image, bin }) => [
          image.name,
          image.type,
          capacity(image),
          bin.by,
          moment(bin.at),
          moment(bin.until),
        ]);
      const choices = caller.actions.has('ims:images:delete')
        ? lying
            .slice(0, most.buttons)
            .flatMap(({ image }) => binChoices(wording, image, caller.project))
        : [];
      return tableReply(wording.say(key, facts), header, rows, choices);
    },
  });
}

/** The value of a button that brings an image back at once: nothing is lost by that. */
export function pressRestore(image: string, how: { readonly project?: ProjectId }): string {
  return pressBegin('image.restore', { images: [image] }, { ...how, agreed: true });
}

/** Brings an image back. */
export function restoreChoice(
  wording: Wording,
  { id, name }: Pick<Image, 'id' | 'name'>,
  project: ProjectId,
): Choice {
  const label = `${plain(wording.say('choices.restore'))} ${name}`;
  return { label, value: pressRestore(id, { project }) };
}

function binChoices(wording: Wording, image: Image, project: ProjectId): readonly Choice[] {
  const label = `${plain(wording.say('choices.purge'))} ${image.name}`;
  const value = pressBegin('image.purge', { images: [image.id] }, { project });
  return [restoreChoice(wording, image, project), { label, value }];
}

function binned(images: readonly Image[]) {
  return images
    .flatMap((image) => (image.bin && isBinned(image) ? [{ image, bin: image.bin }] : []))
    .toSorted((a, b) => a.bin.until.localeCompare(b.bin.until));
}
