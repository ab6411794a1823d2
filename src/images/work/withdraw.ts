import { owe } from '../record.ts';
import type { Unit } from '../unit.ts';
import { releaseVault } from '../vault-space.ts';
import { done, type StepWork } from './step.ts';

/** Takes an offer out of the recipient's unit, gives its vault space back and says so. M8, M9, R-UNSH-03 */
export const withdraw: StepWork = {
  target: (unit, job, step, at, home) => {
    const mine = unit.received.find(
      ({ imageId, owner }) => imageId === job.imageId && owner === home.project,
    );
    if (!mine) return done(unit);
    const kind = step.facts.deleted === true ? 'image.deleted' : 'share.stopped';
    const without: Unit = { ...unit, received: unit.received.filter((each) => each !== mine) };
    return done(
      owe(mine.vault ? releaseVault(without, mine.vault) : without, {
        id: `${job.id}/withdrawn/${unit.project}`,
        kind,
        to: { project: unit.project },
        imageId: mine.imageId,
        owedSince: at,
        facts: {
          image: mine.name,
          imageId: mine.imageId,
          owner: home.project,
          ownerName: step.facts.ownerName ?? home.project,
          region: home.region,
          type: mine.type,
        },
      }),
    );
  },
};
