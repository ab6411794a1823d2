import type { ProjectId } from '../images/ids.ts';
import type { Profile } from '../images/profile.ts';
import type { Asking, Operation } from '../operations/operation.ts';
import { visibleImage } from '../operations/slot-kinds.ts';
import { privately, type Reply, saying } from '../wording/reply.ts';
import type { Wording } from '../wording/wording.ts';
import type { Actors } from './actors.ts';

/** Somebody's links, in a channel or in their direct messages with Goldie. */
export interface SharedLinks {
  readonly who: string;
  readonly channel: string;
  readonly urls: readonly string[];
}

/** What links to images show. */
export interface LinkLooks {
  /** Everybody in the channel may see these. */
  readonly shown: readonly { readonly url: string; readonly reply: Reply }[];
  /** For the person alone: why one of their links shows nothing. */
  readonly hint?: Reply;
}

/** Links into a cloud's console that name an image. */
export interface Links {
  /**
   * A channel is shown only what its project may see, and only for somebody of that project; direct messages what their
   * person may see. Of any other image it is not even said that it is there.
   */
  look(shared: SharedLinks): Promise<LinkLooks>;
}

interface Parts {
  readonly actors: Actors;
  readonly wording: Wording;
  readonly operations: ReadonlyMap<string, Operation>;
  readonly profiles: ReadonlyMap<string, Profile>;
  readonly channels: ReadonlyMap<ProjectId, string>;
}

export function links({ actors, wording, operations, profiles, channels }: Parts): Links {
  return {
    async look({ who, channel, urls }) {
      const asking = await actors.asking(who);
      if (!asking) return { shown: [] };
      const isPrivate = channel.startsWith('D');
      const shown: { url: string; reply: Reply }[] = [];
      let isHidden = false;
      for (const url of urls)
        for (const id of imagesIn(url)) {
          const seers = await projectsThatSee(id, asking);
          const seer = seers.find(
            ({ caller }) => isPrivate || channels.get(caller.project) === channel,
          );
          const reply = seer && (await imageReply(id, seer));
          if (reply) shown.push({ url, reply });
          else if (seers.length > 0) isHidden = true;
        }
      if (!isHidden) return { shown };
      return { shown, hint: privately(saying(...wording.lines('links.hidden'))) };
    },
  };

  /** IDs of images in an address of a cloud's console, as that cloud writes them. */
  function imagesIn(url: string): readonly string[] {
    if (!URL.canParse(url)) return [];
    const { hostname } = new URL(url);
    const isOf = ({ console: { domain } }: Profile) =>
      hostname === domain || hostname.endsWith(`.${domain}`);
    const pieces = new Set(url.split(/[^A-Za-z0-9-]+/));
    const found = [...profiles.values()].filter(isOf).flatMap(({ imageId }) => {
      const pattern = new RegExp(imageId.regex);
      return [...pieces].filter((piece) => pattern.test(piece));
    });
    return [...new Set(found)].slice(0, 1);
  }

  async function projectsThatSee(id: string, { projects, caller }: Asking) {
    const seers: Asking[] = [];
    for (const project of projects) {
      const asking = await actors.asking(caller.who, project);
      const options = asking ? visibleImage.options(asking) : [];
      if (asking && options.some(({ value }) => value === id)) seers.push(asking);
    }
    return seers;
  }

  async function imageReply(id: string, asking: Asking): Promise<Reply | undefined> {
    const query = operations.get('image.show');
    const mayLook = query?.needs === undefined || asking.caller.actions.has(query.needs);
    if (query?.kind !== 'query' || !mayLook) return undefined;
    return query.answer({ image: [id] }, asking);
  }
}
