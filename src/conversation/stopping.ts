import type { Job } from '../images/job.ts';
import { isOpen } from '../images/record.ts';
import type { Operation } from '../operations/operation.ts';
import { privately, type Reply, saying } from '../wording/reply.ts';
import type { Wording } from '../wording/wording.ts';
import type { Actors } from './actors.ts';
import type { doing } from './doing.ts';
import type { Turn } from './turn.ts';

interface Parts {
  readonly actors: Actors;
  readonly wording: Wording;
  readonly operations: ReadonlyMap<string, Operation>;
  readonly doing: ReturnType<typeof doing>;
}

/** Stops what runs in a thread: for Slack's own Stop button, which names the thread and nothing else. */
export function stopping({ actors, wording, operations, doing }: Parts) {
  return async (turn: Turn, thread: { channel: string; ts: string }): Promise<Reply> => {
    const operation = operations.get('job.cancel');
    const asking = await actors.asking(turn.who);
    const replies: Reply[] = [];
    for (const project of operation && asking ? asking.projects : []) {
      const view = await actors.asking(turn.who, project);
      const jobs = view?.world.own.jobs.filter((job) => isOpen(job) && standsIn(job, thread)) ?? [];
      for (const { id } of jobs) {
        if (!operation) continue;
        const part = { ...turn, key: `${turn.key}/${id}` };
        const draft = { operation, filled: {}, raw: { job: [id] }, explicit: true, project };
        replies.push((await doing.begin(part, draft)).reply);
      }
    }
    const [first, ...more] = replies;
    if (!first) return privately(saying(wording.say('agent.nothing-to-stop')));
    return more.length === 0 ? first : { ...first, more };
  };
}

/** Its card is the message of the thread, or it was ordered in it. */
function standsIn({ card, origin }: Job, { channel, ts }: { channel: string; ts: string }) {
  const isCard = card?.channel === channel && card.ts === ts;
  return isCard || ('channel' in origin && origin.channel === channel && origin.thread === ts);
}
