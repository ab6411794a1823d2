import { MemberStatus } from '../member.ts';
import { countedMembers, memberOf, withImage, withMembers } from '../members.ts';
import { owe } from '../record.ts';
import { releaseVault } from '../vault-space.ts';
import { done, failed, type StepWork } from './step.ts';

/** Writes a recipient's answer into the owner's record, which decides, and owes the news of it. M2 to M5, M10, R-ACC-12 */
export const decideShare: StepWork = {
  target: (unit, job, step, at, home) => {
    const { decision, limit, counted, memberName, vaultId } = step.facts;
    const image = unit.images.find(({ id }) => id === job.imageId);
    const member = image && memberOf(image, home.project);
    if (!image || !member) return failed('IMSX.0007', 'the owner has stopped sharing the image');
    const status = MemberStatus.safeParse(decision);
    if (!status.success) return failed('IMSX.0050', 'the answer to write down is incomplete');
    if (member.status === status.data) return done(unit);
    const answered = withMembers(
      status.data === 'accepted' ? { ...image, lastUsedAt: at } : image,
      [
        {
          ...member,
          status: status.data,
          updatedAt: at,
          ...(typeof vaultId === 'string' && { vaultId }),
        },
      ],
      at,
    );
    const statuses = MemberStatus.options.filter((each) => String(counted).includes(each));
    const taken = countedMembers(answered, statuses);
    if (status.data === 'accepted' && typeof limit === 'number' && taken > limit)
      return failed('IMG.0088', 'the image is shared with as many projects as it may be');
    return done(
      owe(withImage(unit, answered), {
        id: `${job.id}/answered/${home.project}`,
        kind: `share.${status.data}`,
        to: member.origin ?? { project: unit.project },
        ...(member.sharedBy && { asker: member.sharedBy }),
        imageId: image.id,
        owedSince: at,
        facts: {
          image: image.name,
          imageId: image.id,
          project: home.project,
          projectName: memberName ?? home.project,
          region: home.region,
        },
      }),
    );
  },
};

/** Brings the decision back to the recipient's own list. */
export const recordDecision: StepWork = {
  bookkeeping: true,
  own: (unit, job, step, at) => {
    const { decision, vaultId, vaultGb } = step.facts;
    const status = MemberStatus.safeParse(decision);
    const mine = unit.received.find(({ imageId }) => imageId === job.imageId);
    if (!mine || !status.success) return failed('IMSX.0007', 'the offer is no longer there');
    if (mine.status === status.data) return done(unit);
    const { vault, ...offer } = mine;
    const kept =
      typeof vaultId === 'string' && typeof vaultGb === 'number'
        ? { vault: { id: vaultId, gb: vaultGb } }
        : {};
    const received = { ...offer, ...kept, status: status.data, decidedAt: at };
    const changed = {
      ...unit,
      received: unit.received.map((each) => (each === mine ? received : each)),
    };
    return done(vault ? releaseVault(changed, vault) : changed);
  },
};
