import { beginJob } from '../begin-job.ts';
import type { Lifecycle } from '../decision.ts';
import { sampleGb, secondsFor } from '../duration.ts';
import { findImage } from '../find-image.ts';
import { ProjectId } from '../ids.ts';
import type { Job } from '../job.ts';
import { withImage, withoutMembers } from '../members.ts';
import { isOpen, jobsUnderWay, record } from '../record.ts';
import { imageThere, imageVisible, ownImage } from '../rules/ownership.ts';
import { needs } from '../rules/permission.ts';
import { nameOf } from '../rules/share-with.ts';
import { leaving, type UnshareCase, unshareRules } from '../rules/unshare.ts';
import type { Unit } from '../unit.ts';

/** Stop sharing one image with some projects, named by their IDs, or with all. */
export interface UnshareImage {
  readonly image: string;
  readonly targets: readonly string[] | 'all';
}

/** Ends shares at once in the owner's record; a job takes the offers out of the recipients' lists and tells them. SPEC 3.15 */
export const unshareImage: Lifecycle<UnshareImage, UnshareCase> = {
  operation: 'image.unshare',
  rules: [needs('ims:images:share'), ...imageThere, imageVisible, ...unshareRules],
  look: (world, request) => {
    const found = findImage(world, request.image);
    const members = ownImage({ found })?.members.map(({ project }) => project) ?? [];
    const asked = request.targets === 'all' ? members : [...new Set(request.targets)];
    const parsed = asked.map((text) => ({ text, id: ProjectId.safeParse(text) }));
    return {
      world,
      request,
      found,
      targets: parsed.flatMap(({ id }) => id.data ?? []),
      malformed: parsed.flatMap(({ id, text }) => (id.success ? [] : text)),
    };
  },
  apply: (given, cause) => {
    const { world } = given;
    const { own, profile, now } = world;
    const image = ownImage(given);
    const gone = leaving(given);
    const deed = { operation: 'image.unshare', trace: 'deleteMember' } as const;
    if (!image || gone.length === 0) return record(own, world, cause, deed);
    const running = jobsUnderWay(own);
    const seconds = secondsFor(profile, 'imsDelImageMembersJob', sampleGb, running) / gone.length;
    const job = beginJob(
      world,
      cause,
      {
        type: 'imsDelImageMembersJob',
        operation: 'image.unshare',
        imageId: image.id,
        imageName: image.name,
        facts: {
          projects: gone.map((project) => nameOf(world, project)).join(', '),
          count: gone.length,
        },
      },
      gone.map((target) => ({
        kind: 'withdraw',
        seconds,
        target,
        facts: { ownerName: nameOf(world, own.project), targetName: nameOf(world, target) },
      })),
    );
    const unit = callBack(withImage(own, withoutMembers(image, gone, now)), image.id, gone);
    const facts = { projects: gone.join(' ') };
    return record(unit, world, cause, { ...deed, image, facts, job });
  },
};

/** Offers of earlier jobs that are still on their way need not arrive. */
export function callBack(unit: Unit, image: string, projects: readonly ProjectId[]): Unit {
  const jobs = unit.jobs.map((job) =>
    isOpen(job) && job.imageId === image ? { ...job, steps: callBackSteps(job, projects) } : job,
  );
  return { ...unit, jobs };
}

function callBackSteps({ steps }: Job, projects: readonly ProjectId[]): Job['steps'] {
  return steps.map((step) =>
    step.kind === 'deliver-offer' &&
    step.state === 'waiting' &&
    step.target !== undefined &&
    projects.includes(step.target)
      ? { ...step, state: 'skipped' }
      : step,
  );
}
