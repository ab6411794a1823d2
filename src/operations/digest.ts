import { serversFrom } from '../images/dependents.ts';
import type { Instant } from '../images/ids.ts';
import type { Image } from '../images/image.ts';
import { isBinned, stateOf } from '../images/image-states.ts';
import { lastUse } from '../images/last-use.ts';
import type { Notice } from '../images/unit.ts';
import type { World } from '../images/world.ts';
import { type Line, type Part, plain, privately, type Reply } from '../wording/reply.ts';
import { noticeReply } from './notice-reply.ts';
import type { Query } from './operation.ts';
import { here, projectName, query } from './query.ts';
import { moment } from './spoken.ts';
import type { Tools } from './tools.ts';

const dayMs = 24 * 3_600_000;

/** An image that nobody has used for so long is worth a look, ms. Our own figure. */
const unusedMs = 90 * dayMs;

/** Lines of one kind; what is more is counted. */
const most = 10;

/** What a digest tells of. */
export interface DigestOf {
  /** The projects it is about, each as it is now. */
  readonly worlds: readonly World[];
  /** Jobs that failed since then. */
  readonly since: Instant;
  /** News that was kept for it. */
  readonly held: readonly Notice[];
}

/** What waits for the person, what went wrong and what nobody seems to need, on request. */
export function showDigest(tools: Tools): Query {
  const digest = digestReply(tools);
  return query(tools, {
    id: 'digest.show',
    verbs: ['digest', 'summary'],
    needs: 'ims:images:list',
    slots: [],
    words: () => ({}),
    answer: async (_, { world, settings }) => {
      const since = new Date(Date.parse(world.now) - dayMs).toISOString();
      const found = digest({ worlds: [world], since, held: settings.held });
      if (found) return privately(found);
      const line = tools.wording.say('digest.nothing', here(world));
      return privately({
        text: plain(line),
        parts: [{ kind: 'paragraph', lines: [line] }],
        seenBy: 'asker',
      });
    },
  });
}

/** Puts a digest together; undefined when there is nothing to tell. */
export function digestReply({ wording }: Pick<Tools, 'wording'>) {
  return ({ worlds, since, held }: DigestOf): Reply | undefined => {
    const parts = [
      ...section('digest.held', held.flatMap(newsLine)),
      ...worlds.flatMap((world) => ofProject(world, since)),
    ];
    if (parts.length === 0) return undefined;
    const title = wording.say('digest.title');
    return {
      text: plain(title),
      parts: [{ kind: 'paragraph', lines: [title] }, ...parts],
      seenBy: 'everyone',
    };
  };

  function newsLine(notice: Notice): readonly Line[] {
    const reply = noticeReply(wording, notice);
    const [first] = reply?.parts ?? [];
    const [line] = first?.kind === 'paragraph' ? first.lines : [];
    return line ? [line] : [];
  }

  function ofProject(world: World, since: Instant): readonly Part[] {
    const parts = [
      ...section('digest.offers', offers(world)),
      ...section('digest.failed', failures(world, since)),
      ...section('digest.ending', ending(world)),
      ...section('digest.unused', unused(world)),
    ];
    if (parts.length === 0) return [];
    return [{ kind: 'paragraph', lines: [wording.say('digest.project', here(world))] }, ...parts];
  }

  function section(key: string, lines: readonly Line[]): readonly Part[] {
    if (lines.length === 0) return [];
    const rest = lines.length - most;
    const more = rest > 0 ? [wording.say('digest.more', { count: rest })] : [];
    return [
      { kind: 'paragraph', lines: [wording.say(key, { count: lines.length })] },
      { kind: 'bullets', items: [...lines.slice(0, most), ...more] },
    ];
  }

  function offers({ own, directory }: World): readonly Line[] {
    return own.received
      .filter(({ status }) => status === 'pending')
      .map(({ name, owner, offeredAt }) =>
        wording.say('digest.offer', {
          image: name,
          owner: projectName(directory, owner),
          since: moment(offeredAt),
        }),
      );
  }

  function failures({ own }: World, since: Instant): readonly Line[] {
    return own.jobs
      .filter(({ status, endedAt = '' }) => status === 'FAIL' && endedAt > since)
      .map(({ operation, imageName, facts, endedAt = '', error }) =>
        wording.say('digest.failure', {
          what: plain(wording.say(`jobs.${operation}.what`)),
          about: imageName ?? String(facts.server ?? ''),
          when: moment(endedAt),
          reason: error?.reason ?? '',
        }),
      );
  }

  function ending({ own }: World): readonly Line[] {
    return own.images
      .filter(isBinned)
      .flatMap(({ name, bin }) =>
        bin ? [wording.say('digest.ending-image', { image: name, until: moment(bin.until) })] : [],
      );
  }

  function unused(world: World): readonly Line[] {
    return world.own.images
      .filter((image) => isUnused(image, world))
      .map(({ name, createdAt }) =>
        wording.say('digest.unused-image', { image: name, since: moment(createdAt) }),
      );
  }
}

/** Active, shared with nobody, not used for long, and no server of the project was made of it. */
function isUnused(image: Image, world: World): boolean {
  if (stateOf(image) !== 'active' || image.protected || image.members.length > 0) return false;
  const touched = [image.updatedAt, lastUse(world, image) ?? ''].toSorted().at(-1) ?? '';
  if (Date.parse(world.now) - Date.parse(touched) < unusedMs) return false;
  return serversFrom(image, world.own).length === 0;
}
