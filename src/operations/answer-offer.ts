import { z } from 'zod';
import type { Lifecycle } from '../images/decision.ts';
import { type ImageId, ProjectId } from '../images/ids.ts';
import type { Received } from '../images/member.ts';
import { type AnswerShare, acceptShare, rejectShare } from '../images/operations/answer-share.ts';
import type { AnswerCase } from '../images/rules/answer-share.ts';
import type { Asking, Task } from './operation.ts';
import { projectName } from './query.ts';
import type { Filled, RawSlots, Slot, SlotKind } from './slot.ts';
import { formerShare, offer } from './slot-kinds.ts';
import { vault } from './source-kinds.ts';
import { task } from './task.ts';
import type { Tools } from './tools.ts';
import { cutAt, wordsOf } from './words.ts';

const Args = z.object({
  offers: z.array(z.string().regex(/^[0-9a-f]{32}\/.+$/)).min(1),
  vault: z.array(z.string()).optional(),
});

/** Take offered images into use, also after a rejection. SPEC 3.16 */
export function acceptOffer(tools: Tools): Task {
  return answerOffer(tools, {
    id: 'image.accept',
    verbs: ['accept', 'take'],
    slash: '/image-accept',
    lifecycle: acceptShare,
    hears: offersHeard(['pending', 'rejected']),
    slots: [
      offersSlot(['pending', 'rejected']),
      { name: 'vault', kind: vault, required: needsVault, many: false, from: ['vaults'] },
    ],
  });
}

/** A full-ECS image is kept in a vault. R-ACC-04 */
function needsVault({ offers = [] }: Filled, { world }: Asking): boolean {
  return world.own.received.some(
    ({ owner, imageId, type }) => type === 'full-ecs' && offers.includes(`${owner}/${imageId}`),
  );
}

/** Decline offers, or give accepted images back. SPEC 3.16 */
export function rejectOffer(tools: Tools): Task {
  return answerOffer(tools, {
    id: 'image.reject',
    verbs: ['reject', 'decline'],
    slash: '/image-reject',
    lifecycle: rejectShare,
    hears: offersHeard(['pending', 'accepted']),
    slots: [offersSlot(['pending', 'accepted'])],
  });
}

type Special = Pick<Task, 'id' | 'verbs' | 'slots' | 'hears'> & {
  readonly slash: `/image-${string}`;
  readonly lifecycle: Lifecycle<AnswerShare, AnswerCase>;
};

function answerOffer(tools: Tools, special: Special): Task {
  return task(tools, {
    ...special,
    needs: 'ims:images:share',
    risk: 'low',
    words: offersIn,
    args: Args,
    items: ({ offers, vault: chosen }, asking) =>
      offers.map((each) => item(each, chosen?.[0], asking)),
  });
}

/** `web-golden from team-web`, `all`, or `all rejected from team-web but web-golden`. */
function offersIn(text: string): RawSlots {
  if (/^\s*(?:all|everything)(?![\w-])/i.test(text)) return { offers: [text.trim()] };
  const [offers, from] = cutAt(wordsOf(text), ['from', 'by']);
  const [project] = from;
  return {
    offers: project === undefined ? offers : offers.map((name) => `${name} from ${project}`),
  };
}

/** "Accept everything from team-web", "reject all accepted images": whose and which, where "all" is said. */
function offersHeard(likely: readonly Received['status'][]) {
  return (text: string, { images = [], projects = [], all = [] }: RawSlots): RawSlots => {
    if (all.length === 0) return {};
    const [, but = ''] = /\b(?:except|but|without|apart from|other than)\b(.*)$/is.exec(text) ?? [];
    const sparing = new Set(wordsOf(but.toLowerCase()));
    const spared = images.filter((name) => sparing.has(name.toLowerCase()));
    if (images.length > spared.length)
      return { offers: images.filter((name) => !spared.includes(name)) };
    const status = likely.find((one) => new RegExp(`\\b${one}\\b`, 'i').test(text)) ?? '';
    const from = projects.slice(0, 1).map((project) => `from ${project}`);
    const without =
      spared.length === 0 ? [] : [`but ${spared.map((name) => `"${name}"`).join(', ')}`];
    return { offers: [['all', status, ...from, ...without].filter(Boolean).join(' ')] };
  };
}

/** Offers are found by name, by "name from project", and all open ones by "all". */
function offersSlot(likely: readonly Received['status'][]): Slot {
  const kind: SlotKind = {
    options: (asking) =>
      offer
        .options(asking)
        .toSorted((a, b) => rank(asking, a.value, likely) - rank(asking, b.value, likely)),
    accept: (said, asking) => {
      const { world } = asking;
      const { name = '', project = '' } =
        /^(?<name>.+) from (?<project>\S+)$/i.exec(said)?.groups ?? {};
      const named = world.own.received.find(
        (one) => one.name === name && projectName(world.directory, one.owner) === project,
      );
      const meant = named ?? formerShare(said, asking);
      return meant && `${meant.owner}/${meant.imageId}`;
    },
    every: ({ world }, which) => {
      const said = whichOffers.exec(which)?.groups;
      const { project, status = likely[0] } = said ?? {};
      const isFrom = (owner: Received['owner']) =>
        project === undefined || [projectName(world.directory, owner), owner].includes(project);
      return (
        said &&
        world.own.received
          .filter((one) => one.status === status?.toLowerCase() && isFrom(one.owner))
          .map(({ owner, imageId }) => `${owner}/${imageId}`)
      );
    },
  };
  return { name: 'offers', kind, required: true, many: true, from: ['images'] };
}

const whichOffers =
  /^(?:(?:the|of the|of them)\b\s*)?(?<status>pending|accepted|rejected)?\s*(?:images|offers|shares|ones)?\s*(?:(?:from|by|of)\s+(?<project>\S+))?$/i;

function rank({ world }: Asking, value: string, likely: readonly string[]): number {
  const found = world.own.received.find(({ owner, imageId }) => `${owner}/${imageId}` === value);
  return found && likely.includes(found.status) ? 0 : 1;
}

function item(each: string, vaultId: string | undefined, { world }: Asking) {
  const [project = '', image = ''] = each.split('/');
  const owner = ProjectId.parse(project);
  const { received: open, former } = world.own;
  const received = [...open, ...former].find((one) => one.imageId === image && one.owner === owner);
  const name: string | ImageId = received?.name ?? image;
  return {
    request: { image, owner, ...(vaultId !== undefined && { vaultId }) },
    others: [owner],
    facts: { image: name, owner: projectName(world.directory, owner) },
  };
}
