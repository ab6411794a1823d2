import { beginJob } from '../begin-job.ts';
import type { Lifecycle } from '../decision.ts';
import { sampleGb, secondsFor } from '../duration.ts';
import { findImage } from '../find-image.ts';
import type { ProjectId } from '../ids.ts';
import type { Image } from '../image.ts';
import { isGone } from '../image-states.ts';
import { memberOf } from '../members.ts';
import { jobsUnderWay, record } from '../record.ts';
import type { Rule } from '../rule.ts';
import {
  type AnswerCase,
  acceptRules,
  answerRules,
  rejectRules,
  statusNow,
  vaultNeed,
} from '../rules/answer-share.ts';
import { imageThere } from '../rules/ownership.ts';
import { needs } from '../rules/permission.ts';
import { nameOf } from '../rules/share-with.ts';
import type { Unit } from '../unit.ts';
import { reserveVault } from '../vault-space.ts';
import type { Cause, World } from '../world.ts';

/** Answer an offer. The world must hold the owner's unit. */
export interface AnswerShare {
  readonly image: string;
  readonly owner: ProjectId;
  /** Vault for the backup of a full-ECS image. */
  readonly vaultId?: string;
}

/** Takes an offered image into use: M2, and M5 after a rejection. SPEC 3.16 */
export const acceptShare: Lifecycle<AnswerShare, AnswerCase> = answer(
  'image.accept',
  'accepted',
  acceptRules,
);

/** Declines an offer (M3), or gives an accepted image back (M4). SPEC 3.16 */
export const rejectShare: Lifecycle<AnswerShare, AnswerCase> = answer(
  'image.reject',
  'rejected',
  rejectRules,
);

type Decision = 'accepted' | 'rejected';

function answer(
  operation: string,
  decision: Decision,
  rules: readonly Rule<AnswerCase>[],
): Lifecycle<AnswerShare, AnswerCase> {
  return {
    operation,
    rules: [needs('ims:images:share'), ...imageThere, ...answerRules, ...rules],
    look,
    apply: (given, cause) => {
      const { world, offered } = given;
      const deed = { operation, trace: 'updateMember' } as const;
      if (!offered || statusNow(given) === decision)
        return record(agreeing(given, decision), world, cause, deed);
      const { vault } = given;
      const gb = decision === 'accepted' ? vaultNeed(given) : undefined;
      const space = vault && gb !== undefined ? { id: vault.id, gb } : undefined;
      const unit = space ? reserveVault(world.own, space) : world.own;
      return record(unit, world, cause, {
        ...deed,
        image: offered,
        facts: { decision, owner: offered.owner },
        job: bring(operation, decision, offered, space, world, cause),
      });
    },
  };
}

function look(world: World, request: AnswerShare): AnswerCase {
  const image = world.others.get(request.owner)?.images.find(({ id }) => id === request.image);
  const offered = image && !isGone(image) && memberOf(image, world.own.project) ? image : undefined;
  return {
    world,
    request,
    found: findImage(world, request.image),
    offered,
    received: world.own.received.find(
      ({ imageId, owner }) => imageId === request.image && owner === request.owner,
    ),
    vault: world.own.vaults.find(({ id }) => id === request.vaultId),
  };
}

/** The caller's own list follows the owner's record, should a lost step have left them apart. */
function agreeing({ world: { own, now }, received }: AnswerCase, decision: Decision): Unit {
  if (!received || received.status === decision) return own;
  const follows = { ...received, status: decision, decidedAt: now };
  return { ...own, received: own.received.map((each) => (each === received ? follows : each)) };
}

/** The owner's record first, since it decides; then the caller's own list. */
function bring(
  operation: string,
  decision: Decision,
  offered: Image,
  space: { readonly id: string; readonly gb: number } | undefined,
  world: World,
  cause: Cause,
) {
  const { own, profile } = world;
  const { maxMembers, countStatuses } = profile.share;
  const running = jobsUnderWay(own);
  const seconds = secondsFor(profile, 'imsUpdateImageMembersJob', sampleGb, running) / 2;
  const facts = { decision, ...(space && { vaultId: space.id, vaultGb: space.gb }) };
  return beginJob(
    world,
    cause,
    {
      type: 'imsUpdateImageMembersJob',
      operation,
      imageId: offered.id,
      imageName: offered.name,
      imageOwner: offered.owner,
      facts: { ...facts, ownerName: nameOf(world, offered.owner) },
    },
    [
      {
        kind: 'decide-share',
        seconds,
        target: offered.owner,
        facts: {
          ...facts,
          limit: maxMembers[offered.type],
          counted: countStatuses.join(' '),
          memberName: nameOf(world, own.project),
        },
      },
      { kind: 'record-decision', seconds, facts },
    ],
  );
}
