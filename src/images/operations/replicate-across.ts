import { beginJob } from '../begin-job.ts';
import type { Lifecycle } from '../decision.ts';
import { secondsFor } from '../duration.ts';
import { findImage } from '../find-image.ts';
import type { Image } from '../image.ts';
import { capacityOf } from '../image-states.ts';
import { jobsUnderWay, record } from '../record.ts';
import { acrossImageRules } from '../rules/across-image.ts';
import { acrossPlaceRules } from '../rules/across-place.ts';
import { nameRules } from '../rules/name.ts';
import { imageThere, imageVisible, ownImage } from '../rules/ownership.ts';
import { judging } from '../rules/part.ts';
import { accountInGoodStanding, needs } from '../rules/permission.ts';
import { type AcrossCase, type ReplicateAcross, usualName } from '../rules/replicate-across.ts';
import { occupy } from '../work/source-image.ts';
import type { Cause, Project, World } from '../world.ts';

export type { ReplicateAcross };

/** Projects of the caller's account in a region, in the same cloud. */
export function projectsIn({ own, directory }: World, region: string): readonly Project[] {
  const home = directory.project(own.project);
  return directory
    .projects()
    .filter(
      (project) =>
        project.region === region &&
        project.account === home?.account &&
        project.cloud === home.cloud,
    );
}

/** Makes a copy of an image in another region, by a job that brings it into a project there. SPEC 3.18 */
export const replicateAcross: Lifecycle<ReplicateAcross, AcrossCase> = {
  operation: 'image.replicate-across',
  rules: [
    needs('ims:images:copy'),
    accountInGoodStanding,
    ...imageThere,
    imageVisible,
    ...acrossImageRules,
    ...acrossPlaceRules,
    ...judging(
      nameRules.filter(({ id }) => id !== 'R-NAME-07'),
      ({ world, name, found }: AcrossCase) => found && { world, request: { name } },
    ),
  ],
  look: (world, request) => {
    const found = findImage(world, request.image);
    const candidates = projectsIn(world, request.region);
    const target =
      request.project === undefined && candidates.length === 1
        ? candidates[0]
        : candidates.find(({ id }) => id === request.project);
    const there = target && world.others.get(target.id);
    const refId = found?.image?.origin.refId;
    return {
      world,
      request,
      found,
      candidates,
      target,
      there,
      agency: world.own.agencies.find(({ name }) => name === request.agency),
      vault: there?.vaults.find(({ id, name }) => id === request.vault || name === request.vault),
      backup: world.own.backups.find(({ id }) => id === refId),
      name: request.name ?? usualName({ world, found }),
    };
  },
  apply: (given, cause) => {
    const { world, target } = given;
    const image = ownImage(given);
    const deed = { operation: 'image.replicate-across', trace: 'copyImage' } as const;
    if (!image || !target) return record(world.own, world, cause, deed);
    const unit = occupy(world.own, image.id, 'cross-copy');
    const facts = { region: target.region, project: target.name };
    const job = bring(image, target, given, cause);
    return record(unit, world, cause, { ...deed, image, facts, job });
  },
};

function bring(image: Image, target: Project, given: AcrossCase, cause: Cause) {
  const { world, name, vault, backup } = given;
  const { own, profile } = world;
  const sizeGb = capacityOf(image);
  const running = jobsUnderWay(own);
  return beginJob(
    world,
    cause,
    {
      type: 'imsCrossRegionCopyJob',
      operation: 'image.replicate-across',
      imageId: image.id,
      imageName: image.name,
      facts: {
        name,
        region: target.region,
        project: target.name,
        sizeGb,
        ...(backup && { backupId: backup.id }),
      },
    },
    [
      {
        kind: 'receive-copy',
        seconds: secondsFor(profile, 'imsCrossRegionCopyJob', sizeGb, running),
        target: target.id,
        facts: {
          newId: cause.newId('image/copy'),
          name,
          description: descriptionOf(image, own.region),
          room: profile.quota.images,
          ...(vault && { vaultId: vault.id, vaultGb: sizeGb }),
        },
      },
      { kind: 'note-replica', seconds: 0 },
      { kind: 'release-source', seconds: 0, facts: { work: 'cross-copy' } },
    ],
  );
}

/** A copy says where it comes from, unless its source says something else. R-XCOPY-12 */
function descriptionOf({ description, id }: Image, region: string): string {
  return description === '' ? `Copy of ${id} in ${region}` : description;
}
