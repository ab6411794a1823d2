import { beginJob } from '../begin-job.ts';
import type { Lifecycle } from '../decision.ts';
import { sampleGb, secondsFor } from '../duration.ts';
import { findImage } from '../find-image.ts';
import { ImageId, ProjectId } from '../ids.ts';
import type { Image } from '../image.ts';
import { capacityOf } from '../image-states.ts';
import type { Facts } from '../job.ts';
import type { Member } from '../member.ts';
import { memberOf, withImage, withMembers } from '../members.ts';
import { jobsUnderWay, record } from '../record.ts';
import { imageThere, imageVisible, ownImage } from '../rules/ownership.ts';
import { needs } from '../rules/permission.ts';
import { shareNotes } from '../rules/share-notes.ts';
import { shareRequestRules } from '../rules/share-request.ts';
import { shareWhatRules } from '../rules/share-what.ts';
import { nameOf, newcomers, type ShareCase, shareWithRules } from '../rules/share-with.ts';
import type { Cause, World } from '../world.ts';

/** Offer one image to other projects, named by their IDs. */
export interface ShareImage {
  readonly image: string;
  readonly targets: readonly string[];
}

/** Makes projects members of an image: pending until they answer, or accepted at once where the cloud asks nobody. SPEC 3.14 */
export const shareImage: Lifecycle<ShareImage, ShareCase> = {
  operation: 'image.share',
  rules: [
    needs('ims:images:share'),
    ...imageThere,
    imageVisible,
    ...shareRequestRules,
    ...shareWhatRules,
    ...shareWithRules,
    ...shareNotes,
  ],
  look: (world, request) => {
    const parsed = [...new Set(request.targets)].map((text) => ({
      text,
      id: ProjectId.safeParse(text),
    }));
    return {
      world,
      request,
      found: findImage(world, request.image),
      targets: parsed.flatMap(({ id }) => id.data ?? []),
      malformed: parsed.flatMap(({ id, text }) => (id.success ? [] : text)),
    };
  },
  apply: (given, cause) => {
    const { world } = given;
    const image = ownImage(given);
    const joining = newcomers(given);
    if (!image || joining.length === 0)
      return record(world.own, world, cause, { operation: 'image.share', trace: 'addMember' });
    const members = joining.map((project) => joined(image, project, world, cause));
    const unit = withImage(world.own, withMembers(image, members, world.now));
    return record(unit, world, cause, {
      operation: 'image.share',
      trace: 'addMember',
      image,
      facts: { projects: joining.join(' ') },
      job: deliver(image, joining, world, cause),
    });
  },
};

function joined(
  image: Image,
  project: ProjectId,
  { now, profile, caller }: World,
  { origin }: Cause,
): Member {
  return {
    project,
    status: profile.share.autoAccept ? 'accepted' : 'pending',
    createdAt: memberOf(image, project)?.createdAt ?? now,
    updatedAt: now,
    origin,
    sharedBy: caller.who,
  };
}

/** How a project stood that is offered the image once more: what is never delivered leaves it so. */
function whatWas(image: Image, project: ProjectId): Facts {
  const before = memberOf(image, project);
  return before ? { was: before.status } : {};
}

/** One step per recipient: each gets its offer and one notice. */
function deliver(image: Image, joining: readonly ProjectId[], world: World, cause: Cause) {
  const { own, profile } = world;
  const running = jobsUnderWay(own);
  const seconds = secondsFor(profile, 'imsAddImageMembersJob', sampleGb, running) / joining.length;
  const room = profile.quota.receivedShares;
  return beginJob(
    world,
    cause,
    {
      type: 'imsAddImageMembersJob',
      operation: 'image.share',
      imageId: ImageId.parse(image.id),
      imageName: image.name,
      facts: {
        projects: joining.map((project) => nameOf(world, project)).join(', '),
        count: joining.length,
      },
    },
    joining.map((target) => ({
      kind: 'deliver-offer',
      seconds,
      target,
      facts: {
        ...whatWas(image, target),
        type: image.type,
        minDisk: image.minDisk,
        sizeGb: capacityOf(image),
        accepted: profile.share.autoAccept,
        ownerName: nameOf(world, own.project),
        targetName: nameOf(world, target),
        ...(image.osVersion && { osVersion: image.osVersion }),
        ...(room !== null && { room }),
      },
    })),
  );
}
