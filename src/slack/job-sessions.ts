import type { Job } from '../images/job.ts';
import type { Unit } from '../images/unit.ts';
import type { Reply } from '../wording/reply.ts';
import type { Agent } from './agent.ts';
import type { JobCards } from './job-cards.ts';

/** Cards that Slack shows its own Stop button at, as long as they offer to stop the job. */
export function jobSessions(
  cards: JobCards,
  agent: Pick<Agent, 'working' | 'resting'>,
  say: (job: Job, unit: Unit) => Reply,
): JobCards {
  const seen = new Set<string>();
  const working = new Set<string>();

  function follow(job: Job, unit: Unit): void {
    if (!job.card) return;
    const isFromBefore = !seen.has(job.id);
    seen.add(job.id);
    const reply = say(job, unit);
    const canStop = job.endedAt === undefined && (reply.choices ?? []).length > 0;
    if (canStop && !working.has(job.id)) {
      working.add(job.id);
      void agent.working(job.card, reply.text);
    } else if (!canStop && (working.has(job.id) || isFromBefore)) {
      working.delete(job.id);
      void agent.resting(job.card);
    }
  }

  return {
    show(job, unit) {
      cards.show(job, unit);
      follow(job, unit);
    },
    async showEnd(job, unit) {
      await cards.showEnd(job, unit);
      follow(job, unit);
    },
    stop: () => cards.stop(),
  };
}
