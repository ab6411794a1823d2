import type { Former } from '../member.ts';
import { owe } from '../record.ts';
import type { Unit } from '../unit.ts';
import { releaseVault } from '../vault-space.ts';
import { done, type StepWork } from './step.ts';

/** Takes an offer out of the recipient's unit, gives its vault space back and says so. M8, M9, R-UNSH-03 */
export const withdraw: StepWork = {
  doneWithoutTarget: true,
  target: (unit, job, step, at, home) => {
    const mine = unit.received.find(
      ({ imageId, owner }) => imageId === job.imageId && owner === home.project,
    );
    if (!mine) return done(unit);
    const kind = step.facts.deleted === true ? 'image.deleted' : 'share.stopped';
    const ownerName = String(step.facts.ownerName ?? home.project);
    const without: Unit = {
      ...unit,
      received: unit.received.filter((each) => each !== mine),
      former: remembering(unit, {
        imageId: mine.imageId,
        owner: home.project,
        ownerName,
        name: mine.name,
        endedAt: at,
        why: step.facts.deleted === true ? 'deleted' : 'stopped',
      }),
    };
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
          ownerName,
          region: home.region,
          type: mine.type,
        },
      }),
    );
  },
};

/** Ended shares that a unit remembers. */
const remembered = 50;

function remembering({ former }: Unit, ended: Former): Unit['former'] {
  const others = former.filter(({ imageId }) => imageId !== ended.imageId);
  return [...others, ended].slice(-remembered);
}
