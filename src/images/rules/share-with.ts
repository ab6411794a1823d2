import type { AskedAboutImage } from '../asked.ts';
import type { Breach } from '../finding.ts';
import type { ProjectId } from '../ids.ts';
import type { Image } from '../image.ts';
import { memberOf } from '../members.ts';
import { isOpen } from '../record.ts';
import type { Rule } from '../rule.ts';
import type { World } from '../world.ts';
import { naming, ownImage } from './ownership.ts';

/** Whom an image is to be shared with. `targets` are distinct and well-formed; `malformed` are the rest. */
export interface ShareCase
  extends AskedAboutImage<{ readonly image: string; readonly targets: readonly string[] }> {
  readonly targets: readonly ProjectId[];
  readonly malformed: readonly string[];
}

/** Each target is the ID of a project, as far as its form goes. */
export const targetIdsFit: Rule<Pick<ShareCase, 'malformed'>> = {
  id: 'R-ID-02',
  step: 'shape',
  source: 'umn/adding_tenants; api/error_codes',
  check: ({ malformed }) =>
    malformed.map((project) => ({ severity: 'block', code: 'IMG.0067', facts: { project } })),
};

/** The name people know a project by, or its ID. */
export function nameOf({ directory }: Pick<World, 'directory'>, project: ProjectId): string {
  return directory.project(project)?.name ?? project;
}

/** Already a member with a share that stands; a rejected one may be offered again. M6, M7 */
function standsWith(image: Image, project: ProjectId): boolean {
  const status = memberOf(image, project)?.status;
  return status === 'pending' || status === 'accepted';
}

/** Targets that would become members: known, elsewhere than here, of the same region. */
export function newcomers({ world, targets, found }: ShareCase): readonly ProjectId[] {
  const image = ownImage({ found });
  return targets.filter(
    (target) =>
      target !== world.own.project &&
      world.directory.project(target)?.region === world.own.region &&
      !(image && standsWith(image, target)),
  );
}

/** Offers that a project holds, with those of our own jobs that are on their way to it. R-SHARE-20 */
function heldBy({ own, others }: World, project: ProjectId, image: Image): number {
  const held = others.get(project)?.received ?? [];
  const there = held.filter(({ imageId, status }) => imageId !== image.id && status !== 'rejected');
  const coming = own.jobs.filter(
    (job) =>
      isOpen(job) &&
      !there.some(({ imageId }) => imageId === job.imageId) &&
      job.steps.some(
        ({ kind, target, state }) =>
          kind === 'deliver-offer' && target === project && state === 'waiting',
      ),
  );
  return there.length + coming.length;
}

/** A rule that is judged for every target alone. R-SHARE-19 */
function perTarget(
  rule: Pick<Rule<ShareCase>, 'id' | 'step' | 'source'>,
  judge: (given: ShareCase, target: ProjectId) => Breach | undefined,
): Rule<ShareCase> {
  return {
    ...rule,
    check: (given) =>
      given.targets.flatMap((target) => {
        const breach = judge(given, target);
        if (!breach) return [];
        const project = nameOf(given.world, target);
        return { ...breach, target, facts: { ...naming(given), project, ...breach.facts } };
      }),
  };
}

/** Rules about the targets one by one. SPEC 3.14 */
export const shareWithRules: readonly Rule<ShareCase>[] = [
  perTarget(
    { id: 'R-SHARE-07', step: 'existence', source: 'umn/adding_tenants; api/error_codes' },
    ({ world: { directory, own } }, target) =>
      directory.project(target)?.region === own.region
        ? undefined
        : { severity: 'block', code: 'IMG.0108', facts: { region: own.region } },
  ),
  perTarget(
    { id: 'R-SHARE-08', step: 'existence', source: 'api/error_codes; jdsdk shareImage' },
    ({ world: { own } }, target) =>
      target === own.project ? { severity: 'block', code: 'IMG.0076' } : undefined,
  ),
  perTarget(
    { id: 'R-SHARE-15', step: 'existence', source: 'S1' },
    ({ world: { directory, own } }, target) => {
      const theirs = directory.project(target);
      const site = directory.account(theirs?.account ?? '')?.site;
      const region = directory.region(own.region);
      if (theirs?.region !== own.region || !site || !region || region.sites.includes(site))
        return undefined;
      return { severity: 'block', code: 'IMG.0108', facts: { region: own.region, site } };
    },
  ),
  perTarget(
    {
      id: 'R-SHARE-11',
      step: 'resources',
      source: 'umn/sharing_images/overview; umn/sharing_specified_images; api/error_codes',
    },
    (given, target) => {
      const image = ownImage(given);
      const { share, encrypt } = given.world.profile;
      if (image?.encryption?.keyKind !== 'custom' || share.encrypted === 'never') return undefined;
      const { keyId } = image.encryption;
      const granted = given.world.own.keys
        .find(({ id }) => id === keyId)
        ?.grants.find(({ project }) => project === target)?.operations;
      if (encrypt.shareGrantOps.every((operation) => granted?.includes(operation)))
        return undefined;
      const operations = encrypt.shareGrantOps.join(' and ');
      return { severity: 'block', code: 'IMSX.0012', facts: { keyId, operations } };
    },
  ),
  perTarget({ id: 'R-SHARE-20', step: 'quota', source: 'S1; jd/Restrictions' }, (given, target) => {
    const limit = given.world.profile.quota.receivedShares;
    const image = ownImage(given);
    if (limit === null || !image || standsWith(image, target)) return undefined;
    if (heldBy(given.world, target, image) < limit) return undefined;
    return { severity: 'block', code: 'IMSX.0045', facts: { limit } };
  }),
  perTarget(
    { id: 'R-SHARE-23', step: 'confirmation', source: '[D]; glance/images-sharing-v2' },
    (given, target) => {
      const image = ownImage(given);
      const status = image && standsWith(image, target) && memberOf(image, target)?.status;
      return status ? { severity: 'info', facts: { status }, settled: true } : undefined;
    },
  ),
  perTarget(
    { id: 'R-SHARE-21', step: 'confirmation', source: 'S1' },
    ({ world: { directory, own } }, target) => {
      const [ours, theirs] = [directory.project(own.project), directory.project(target)];
      const handedOver = target !== own.project && ours?.account === theirs?.account;
      return ours && handedOver ? { severity: 'info' } : undefined;
    },
  ),
];
