import type { Notice } from '../images/unit.ts';
import type { Messenger, Posted } from '../jobs/ports.ts';
import type { NoticeSettings } from '../notices/ports.ts';
import type { Route } from '../notices/routes.ts';
import { holding } from '../notices/settings.ts';
import type { Reply } from '../wording/reply.ts';
import type { JobCards } from './job-cards.ts';
import type { Poster } from './poster.ts';

export interface MessengerParts {
  readonly poster: Pick<Poster, 'post'>;
  readonly cards: JobCards;
  /** What a notice says; undefined when there is nothing to add to its job's card. */
  readonly word: (notice: Notice) => Reply | undefined;
  /** Where a notice goes. */
  readonly routes: (notice: Notice) => Promise<readonly Route[]>;
  /** Keeps what waits for somebody's digest. */
  readonly people: NoticeSettings['people'];
}

/** Delivers what the jobs owe to people. */
export function messenger({ poster, cards, word, routes, people }: MessengerParts): Messenger {
  return {
    show: cards.show,
    showEnd: cards.showEnd,
    async post(notice, mayBeThere) {
      const reply = word(notice);
      if (!reply) return undefined;
      let posted: Posted | undefined;
      for (const route of await routes(notice)) {
        if ('hold' in route) await people.change(route.hold, (own) => holding(own, notice));
        else {
          const key = `${notice.id}/${route.post.channel}`;
          posted = await poster.post(route.post, reply, key, mayBeThere);
        }
      }
      return posted;
    },
  };
}
