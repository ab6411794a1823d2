import { z } from 'zod';
import { ImageId } from '../images/ids.ts';
import type { Image } from '../images/image.ts';
import { isBinned } from '../images/image-states.ts';
import type { World } from '../images/world.ts';
import type { Facts } from '../wording/marked-text.ts';
import { type Cell, type FactRow, type Line, plain, type Reply } from '../wording/reply.ts';
import type { Asking, Query } from './operation.ts';
import { capacity, imageStatus, projectName, query, shareStatus } from './query.ts';
import { visibleImage } from './slot-kinds.ts';
import { moment } from './spoken.ts';
import type { Tools } from './tools.ts';

const Args = z.object({ image: z.tuple([ImageId]) });

/** One image with its status and everybody it is shared with, in one place. */
export function showImage(tools: Tools): Query {
  const { wording, cloud } = tools;
  return query(tools, {
    id: 'image.show',
    verbs: ['show', 'get', 'describe', 'info'],
    needs: 'ims:images:get',
    slots: [{ name: 'image', kind: visibleImage, required: true, many: false, from: ['images'] }],
    words: (text) => ({ image: text.trim() === '' ? [] : [unquoted(text)] }),
    answer: async (slots, asking) => {
      const {
        image: [id],
      } = Args.parse(slots);
      const image = await found(id, asking);
      if (!image) return notThere(id);
      return imageReply(image, asking);
    },
  });

  /** Own images are at hand; a received one is read from its owner, whose record decides. */
  async function found(id: ImageId, { world, caller }: Asking): Promise<Image | undefined> {
    const { own, directory } = world;
    const near = [...own.images, ...directory.publicImages(own.region)].find(
      (one) => one.id === id,
    );
    const offer = own.received.find(({ imageId }) => imageId === id);
    if (near || !offer) return near;
    const view = await cloud.look(caller, [offer.owner]);
    return view.world.others.get(offer.owner)?.images.find((one) => one.id === id);
  }

  function notThere(id: string): Reply {
    const line = wording.say('lists.image-gone', { image: id });
    return { text: plain(line), parts: [{ kind: 'paragraph', lines: [line] }], seenBy: 'everyone' };
  }

  function imageReply(image: Image, { world, caller }: Asking): Reply {
    const status = imageStatus(wording, image);
    const title = wording.say('lists.image', { image: image.name, status });
    const mine = image.owner === caller.project;
    const standing = image.members.filter(({ project }) => project === caller.project);
    const tags = Object.entries(image.tags)
      .map(([key, value]) => (value === '' ? key : `${key} = ${value}`))
      .join(', ');
    const rows: readonly FactRow[] = [
      ...(mine ? [] : [fact('owner', ownerOf(image, world))]),
      ...(mine && image.members.length === 0
        ? [fact('shared', plain(wording.say('lists.nobody')))]
        : []),
      ...standing.map((member) => fact('share-status', shareStatus(wording, member))),
      ...(image.description === '' ? [] : [fact('description', image.description)]),
      fact('type', image.type),
      fact('os', image.osVersion ?? image.osType),
      fact('disk', capacity(image)),
      ...(image.minRam > 0 ? [fact('memory', `${image.minRam} MB`)] : []),
      ...(image.bootMode === 'uefi' ? [fact('boot-mode', image.bootMode)] : []),
      ...(image.encryption ? [fact('encryption', image.encryption.keyId)] : []),
      ...(image.protected ? [fact('protection', plain(wording.say('lists.protected')))] : []),
      ...(tags === '' ? [] : [fact('tags', tags)]),
      ...(image.busy.length === 0 ? [] : [fact('busy', image.busy.join(', '))]),
      ...(image.bin && isBinned(image) ? [fact('bin-until', moment(image.bin.until))] : []),
      fact('region', image.region),
      fact('created', moment(image.createdAt)),
      fact('id', image.id),
    ];
    const members = mine ? image.members : [];
    return {
      text: plain(title),
      parts: [
        { kind: 'paragraph', lines: [title] },
        { kind: 'facts', rows },
        ...(members.length === 0
          ? []
          : ([
              {
                kind: 'paragraph',
                lines: [wording.say('lists.members', { count: members.length })],
              },
              {
                kind: 'bullets',
                items: members.map(
                  (member): Line =>
                    wording.say('lists.member', {
                      project: projectName(world.directory, member.project),
                      status: shareStatus(wording, member),
                      since: moment(member.updatedAt),
                    } satisfies Facts),
                ),
              },
            ] as const)),
      ],
      seenBy: 'everyone',
    };
  }

  /** Public images belong to no project that anybody has heard of. */
  function ownerOf({ id, owner }: Image, { own, directory }: World): string {
    const isPublic = directory.publicImages(own.region).some((one) => one.id === id);
    return isPublic ? plain(wording.say('lists.public')) : projectName(directory, owner);
  }

  function fact(key: string, value: Cell): FactRow {
    const run = typeof value === 'string' ? { text: value } : value;
    return { label: plain(wording.say(`columns.${key}`)), value: [run] };
  }
}

function unquoted(text: string): string {
  return text.trim().replace(/^(["“`])(.*)["”`]$/s, '$2');
}
