import type { UnitStore } from '../cloud/ports.ts';
import { ProjectId } from '../images/ids.ts';
import { withJob } from '../images/record.ts';
import type { Messenger, Posted } from './ports.ts';

/** Remembers which message shows a job, and shows it the job as it is by now. */
export function keepCard(units: UnitStore, messenger: Pick<Messenger, 'show'>) {
  return async (card: { readonly project: string; readonly job: string }, posted: Posted) => {
    const project = ProjectId.parse(card.project);
    for (;;) {
      const stored = await units.read(project);
      const job = stored?.value.jobs.find(({ id }) => id === card.job);
      if (!stored || !job) return;
      const { channel, ts } = posted;
      const shown = { ...job, card: { channel, ts } };
      const unit = withJob(stored.value, shown);
      if (!(await units.commit(project, stored.version, unit))) continue;
      messenger.show(shown, unit);
      return;
    }
  };
}
