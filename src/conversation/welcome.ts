import { quotaOf } from '../images/quota.ts';
import { isOpen } from '../images/record.ts';
import type { Asking } from '../operations/operation.ts';
import { here } from '../operations/query.ts';
import { plain, type Reply, saying } from '../wording/reply.ts';
import type { Wording } from '../wording/wording.ts';
import type { Actors } from './actors.ts';
import type { Talks } from './talks.ts';
import type { Turn } from './turn.ts';

/** What somebody may want to say next. */
export interface Prompts {
  readonly title: string;
  /** Four at the most: what is shown, and what is said when it is pressed. */
  readonly prompts: readonly { readonly title: string; readonly message: string }[];
}

/** For somebody who has just come to talk with Goldie. */
export interface Welcome {
  /** Once for each person; undefined for somebody who was greeted before, in another turn than this. */
  greeting(turn: Turn): Promise<Reply | undefined>;
  /** What fits how things stand with the person now. */
  prompts(who: string): Promise<Prompts>;
}

interface Parts {
  readonly talks: Talks;
  readonly actors: Actors;
  readonly wording: Wording;
}

/** Slack shows so many. */
const mostPrompts = 4;

/** Nearly full, as a share of what a project may have. */
const nearlyFull = 0.8;

export function welcome({ talks, actors, wording }: Parts): Welcome {
  return {
    async greeting({ who, key }) {
      const isFirst = await talks.change(who, (talk) => {
        const greeted = talk.greeted ?? key;
        return { talk: talk.greeted ? talk : { ...talk, greeted }, found: greeted === key };
      });
      if (!isFirst) return undefined;
      const asking = await actors.asking(who);
      return asking
        ? saying(...wording.lines('agent.greeting', here(asking.world)))
        : saying(...wording.lines('agent.greeting-guest'));
    },
    async prompts(who) {
      const asking = await actors.asking(who);
      const fitting = asking ? promptsFor(asking) : guestPrompts;
      return {
        title: plain(wording.say('agent.prompts.title')),
        prompts: fitting.slice(0, mostPrompts).map((name) => ({
          title: plain(wording.say(`agent.prompts.${name}.title`)),
          message: plain(wording.say(`agent.prompts.${name}.message`)),
        })),
      };
    },
  };
}

const guestPrompts = ['share-limit', 'stop-server', 'formats', 'help'];

/** What waits first, then what is usual. */
function promptsFor({ world, caller }: Asking): readonly string[] {
  const { own, profile } = world;
  const isFull = quotaOf(own, profile).some(
    ({ used, quota }) => quota !== null && used >= quota * nearlyFull,
  );
  const mayAct = caller.actions.has('ims:serverImages:create');
  const fitting: Readonly<Record<string, boolean>> = {
    offers: mayAct && own.received.some(({ status }) => status === 'pending'),
    jobs: own.jobs.some(isOpen),
    quota: isFull,
    images: own.images.length > 0,
    create: mayAct,
    'share-limit': true,
    'stop-server': true,
    help: true,
  };
  return Object.keys(fitting).filter((name) => fitting[name]);
}
