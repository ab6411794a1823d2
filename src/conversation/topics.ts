import type { z } from 'zod';
import { memory, Topic } from './talk-state.ts';
import type { Talks } from './talks.ts';
import type { Turn } from './turn.ts';

/** What was spoken of with each person, place by place. */
export interface Topics {
  /** Adds to what this turn is about; said by the same turn again it is the same topic. */
  remember(turn: Turn, about: Spoken): Promise<void>;
  /** What was spoken of in this place before this turn, newest first. */
  before(turn: Turn): Promise<readonly Topic[]>;
}

/** What there is to remember of a turn. */
export type Spoken = Partial<Omit<z.input<typeof Topic>, 'key' | 'where' | 'until'>>;

const most = 12;
const longestText = 300;

export function topicsIn(talks: Talks, clock: () => number): Topics {
  return {
    remember: ({ who, key, where }, about) =>
      talks.change(who, (talk) => {
        const known = talk.topics.find((topic) => topic.key === key);
        const topic = Topic.parse({
          ...known,
          ...about,
          text: (about.text ?? known?.text ?? '').slice(0, longestText),
          things: distinct([...(about.things ?? []), ...(known?.things ?? [])]),
          key,
          where,
          until: new Date(clock() + memory).toISOString(),
        });
        const others = talk.topics.filter((one) => one !== known);
        return { talk: { ...talk, topics: [...others, topic].slice(-most) }, found: undefined };
      }),
    async before({ who, key, where }) {
      const { topics } = await talks.of(who);
      return topics.filter((topic) => topic.where === where && topic.key !== key).toReversed();
    },
  };
}

function distinct(things: Topic['things']): Topic['things'] {
  return [...new Map(things.map((thing) => [`${thing.kind}/${thing.value}`, thing])).values()];
}
