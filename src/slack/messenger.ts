import type { ProjectId } from '../images/ids.ts';
import type { Place } from '../images/job.ts';
import type { Notice } from '../images/unit.ts';
import type { Messenger, Posted } from '../jobs/ports.ts';
import type { Reply } from '../wording/reply.ts';
import type { JobCards } from './job-cards.ts';
import type { Poster, Spot } from './poster.ts';

export interface MessengerParts {
  readonly poster: Pick<Poster, 'post'>;
  readonly cards: JobCards;
  /** What a notice says; undefined when there is nothing to add to its job's card. */
  readonly word: (notice: Notice) => Reply | undefined;
  /** Where a project is told things: its channel, else the people who may act for it. */
  readonly reach: (project: ProjectId) => {
    channel: string | undefined;
    people: readonly string[];
  };
}

/** Delivers what the jobs owe to people. */
export function messenger({ poster, cards, word, reach }: MessengerParts): Messenger {
  return {
    show: cards.show,
    async post(notice, mayBeThere) {
      const reply = word(notice);
      if (!reply) return undefined;
      let posted: Posted | undefined;
      for (const { spot, key } of spots(notice))
        posted = await poster.post(spot, reply, key, mayBeThere);
      return posted;
    },
  };

  function spots({ to, id }: Notice): readonly { readonly spot: Spot; readonly key: string }[] {
    return placesOf(to).map((spot) => ({ spot, key: `${id}/${spot.channel}` }));
  }

  function placesOf(to: Place): readonly Spot[] {
    if ('channel' in to) return [to];
    if ('person' in to) return [{ channel: to.person }];
    const { channel, people } = reach(to.project);
    return channel === undefined ? people.map((person) => ({ channel: person })) : [{ channel }];
  }
}
