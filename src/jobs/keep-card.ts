import type { UnitStore } from '../cloud/ports.ts';
import { ProjectId } from '../images/ids.ts';
import type { Job } from '../images/job.ts';
import { owe, withJob } from '../images/record.ts';
import type { Unit } from '../images/unit.ts';
import type { Messenger, Posted } from './ports.ts';

/**
 * Remembers which message shows a job, and shows it the job as it is by now. Where the job has ended already, its last look is
 * owed in the same write, as a notice without words of its own.
 * @param touched the unit owes something now
 */
export function keepCard(
  units: UnitStore,
  messenger: Pick<Messenger, 'show'>,
  touched: (project: ProjectId) => void,
) {
  return async (card: { readonly project: string; readonly job: string }, posted: Posted) => {
    const project = ProjectId.parse(card.project);
    for (;;) {
      const stored = await units.read(project);
      const job = stored?.value.jobs.find(({ id }) => id === card.job);
      if (!stored || !job) return;
      const { channel, ts } = posted;
      const shown = { ...job, card: { channel, ts } };
      const unit = owingEnd(withJob(stored.value, shown), shown);
      if (!(await units.commit(project, stored.version, unit))) continue;
      messenger.show(shown, unit);
      if (shown.endedAt !== undefined) touched(project);
      return;
    }
  };
}

function owingEnd(unit: Unit, job: Job): Unit {
  if (job.endedAt === undefined) return unit;
  return owe(unit, {
    id: `${job.id}/card`,
    kind: 'job.card',
    to: job.origin,
    job: job.id,
    facts: {},
    owedSince: job.endedAt,
  });
}
