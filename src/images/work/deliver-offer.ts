import { Received } from '../member.ts';
import { memberOf } from '../members.ts';
import { owe } from '../record.ts';
import type { Unit } from '../unit.ts';
import { done, failed, type StepWork } from './step.ts';

/** Puts an offer into the recipient's unit and owes the recipient one notice about it. M1, and M2 where a share needs no answer. */
export const deliverOffer: StepWork = {
  target: (unit, job, step, at, home) => {
    const { type, osVersion, minDisk, sizeGb, accepted, ownerName, room } = step.facts;
    const offer = Received.safeParse({
      imageId: job.imageId,
      owner: home.project,
      name: job.imageName,
      type,
      osVersion,
      minDisk,
      status: accepted === true ? 'accepted' : 'pending',
      offeredAt: at,
      ...(accepted === true && { decidedAt: at }),
    });
    if (!offer.success) return failed('IMSX.0050', 'the offer to deliver is incomplete');
    if (isAnswered(unit, offer.data, home)) return done(unit);
    if (typeof room === 'number' && held(unit, offer.data) >= room)
      return failed('IMSX.0045', 'the project holds as many shared images as it may');
    const received = [...unit.received.filter((each) => !same(each, offer.data)), offer.data];
    return done(
      owe(
        { ...unit, received, former: unit.former.filter((each) => !same(each, offer.data)) },
        {
          id: `${job.id}/offered/${unit.project}`,
          kind: accepted === true ? 'share.given' : 'share.offered',
          to: { project: unit.project },
          imageId: offer.data.imageId,
          owedSince: at,
          facts: {
            image: offer.data.name,
            imageId: offer.data.imageId,
            owner: home.project,
            ownerName: ownerName ?? home.project,
            region: home.region,
            type: offer.data.type,
            sizeGb: sizeGb ?? offer.data.minDisk,
            accepted: accepted === true,
          },
        },
      ),
    );
  },
};

/**
 * The project answered already, as it may while a second offer is on its way: its own list says what the owner's record, which
 * decides, says. There is nothing to ask any more. M5, M6
 */
function isAnswered(
  { received, project }: Unit,
  offer: Received,
  { images }: Pick<Unit, 'images'>,
): boolean {
  const image = images.find(({ id }) => id === offer.imageId);
  const status = image && memberOf(image, project)?.status;
  const mine = received.find((each) => same(each, offer));
  return mine !== undefined && status !== 'pending' && mine.status === status;
}

type Shared = Pick<Received, 'imageId' | 'owner'>;

function same(a: Shared, b: Shared): boolean {
  return a.imageId === b.imageId && a.owner === b.owner;
}

/** Shared images that the unit holds besides this one. R-SHARE-20 */
function held({ received }: Unit, offer: Received): number {
  return received.filter((each) => each.status !== 'rejected' && !same(each, offer)).length;
}
