import type { z } from 'zod';
import { lasting, memory, type Talk, Topic } from './talk-state.ts';
import type { Talks } from './talks.ts';
import type { Turn } from './turn.ts';

/** What was spoken of with each person, place by place. Known at once, and kept a little later: see `topicsIn`. */
export interface Topics {
  /** Adds to what this turn is about; said by the same turn again it is the same topic. */
  remember(turn: Turn, about: Spoken): Promise<void>;
  /** What was spoken of in this place before this turn, newest first. */
  before(turn: Turn): Promise<readonly Topic[]>;
  /** Keeps what is not kept yet. */
  settle(): Promise<void>;
}

/** Runs something after a short while. */
type Later = (run: () => void) => void;

/** What there is to remember of a turn. */
export type Spoken = Partial<Omit<z.input<typeof Topic>, 'key' | 'where' | 'until'>>;

const most = 12;
const longestText = 300;

/**
 * Topics that are kept with the rest of a talk. No answer waits for that: what several turns add within a while is written
 * once, so a crash may cost the memory of the last moment, and nothing but the memory.
 */
export function topicsIn(talks: Talks, clock: () => number, later: Later = soon): Topics {
  /** By person, all topics, while the latest ones are not kept yet. */
  const unkept = new Map<string, readonly Topic[]>();

  return {
    async remember({ who, key, where }, about) {
      const talk = await talks.of(who);
      // nothing is awaited from here on, so that turns at the same time do not overwrite each other's topics
      const topics = latest(who, talk);
      const known = topics.find((topic) => topic.key === key);
      const topic = Topic.parse({
        ...known,
        ...about,
        text: (about.text ?? known?.text ?? '').slice(0, longestText),
        things: distinct([...(about.things ?? []), ...(known?.things ?? [])]),
        key,
        where,
        until: new Date(clock() + memory).toISOString(),
      });
      const others = topics.filter((one) => one !== known);
      if (!unkept.has(who)) later(() => void keep(who));
      unkept.set(who, [...others, topic].slice(-most));
    },
    async before({ who, key, where }) {
      const topics = latest(who, await talks.of(who));
      return topics.filter((topic) => topic.where === where && topic.key !== key).toReversed();
    },
    async settle() {
      await Promise.all([...unkept.keys()].map(keep));
    },
  };

  function latest(who: string, { topics }: Talk): readonly Topic[] {
    const newest = unkept.get(who);
    return newest ? lasting(newest, clock()) : topics;
  }

  /** What cannot be kept is forgotten: whoever says "it" is asked what is meant. */
  async function keep(who: string): Promise<void> {
    const topics = unkept.get(who);
    if (topics === undefined) return;
    await talks
      .change(who, (talk) => ({ talk: { ...talk, topics }, found: undefined }))
      .catch(() => undefined);
    if (unkept.get(who) === topics) unkept.delete(who);
    else later(() => void keep(who));
  }
}

function soon(run: () => void): void {
  queueMicrotask(run);
}

function distinct(things: Topic['things']): Topic['things'] {
  return [...new Map(things.map((thing) => [`${thing.kind}/${thing.value}`, thing])).values()];
}
