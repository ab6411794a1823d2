import type { AskedAboutImage } from '../asked.ts';
import type { Code } from '../finding.ts';
import { allows, capacityOf, stateOf } from '../image-states.ts';
import { imagesUsed, runningOf } from '../quota.ts';
import type { Rule } from '../rule.ts';
import type { Agency, Backup } from '../source.ts';
import type { Unit, Vault } from '../unit.ts';
import { freeGb } from '../vault-space.ts';
import type { Project } from '../world.ts';
import { aboutOwn } from './about-own.ts';
import { note } from './note.ts';
import { naming, ownImage } from './ownership.ts';

/** Copy an image to another region. */
export interface ReplicateAcross {
  readonly image: string;
  /** ID of the target region. */
  readonly region: string;
  /** ID of the project there; needed when the account has several. */
  readonly project?: string;
  readonly name?: string;
  readonly agency?: string;
  /** ID or name of a vault in the target project, for full-ECS images. */
  readonly vault?: string;
}

export interface AcrossCase extends AskedAboutImage<ReplicateAcross> {
  /** Projects of the account in the target region, in the same cloud. */
  readonly candidates: readonly Project[];
  readonly target: Project | undefined;
  /** The unit of the target, if it was loaded. */
  readonly there: Unit | undefined;
  readonly agency: Agency | undefined;
  readonly vault: Vault | undefined;
  /** The backup behind a full-ECS image. */
  readonly backup: Backup | undefined;
  /** The name of the copy. */
  readonly name: string;
}

/** The name that a copy gets when nobody says another. R-XCOPY-11 */
export function usualName({ world, found }: Pick<AcrossCase, 'world' | 'found'>): string {
  return world.profile.crossCopy.namePattern
    .replace('{sourceRegion}', world.own.region)
    .replace('{sourceName}', found?.name ?? '');
}

/** Rules about the image. SPEC 3.18 */
export const acrossImageRules: readonly Rule<AcrossCase>[] = [
  {
    id: 'R-XCOPY-13',
    step: 'offered',
    source: 'api/ims_apis/image_replication; [D]',
    check: ({ world: { profile } }) =>
      profile.crossCopy.enabled
        ? undefined
        : { severity: 'block', code: 'IMSX.0025', facts: { cloud: profile.label } },
  },
  {
    id: 'R-XCOPY-06',
    step: 'ownership',
    source: 'hw/replicating across regions; [D]',
    check: (given) => {
      const { found } = given;
      if (!found || found.relation === 'own') return undefined;
      const code = found.relation === 'public' ? 'IMG.0077' : 'IMG.0047';
      return { severity: 'block', code, facts: naming(given) };
    },
  },
  aboutOwn('R-XCOPY-05', 'state', 'hw/error codes', ({ type }) =>
    type === 'iso' ? 'IMG.0167' : undefined,
  ),
  aboutOwn('R-XCOPY-02', 'state', 'hw/error codes', ({ encryption }) =>
    encryption ? 'IMG.0143' : undefined,
  ),
  aboutOwn('R-XCOPY-10', 'state', 'hw/replicating across regions', (image, { world }) => {
    const azOnly = image.type === 'full-ecs' && image.limitedToAz !== undefined;
    if (azOnly || (allows('copy', image) && !image.frozen)) return undefined;
    const facts = { status: image.frozen ? 'frozen' : stateOf(image) };
    return { severity: 'block', code: world.profile.codes.imageNotReady, facts };
  }),
  aboutOwn('R-XCOPY-03', 'values', 'hw/error codes; hwweb/api-ims', (image, { world, request }) => {
    const { maxGb, maxGbByRegion } = world.profile.crossCopy;
    const limit = Object.hasOwn(maxGbByRegion, request.region)
      ? (maxGbByRegion[request.region] ?? maxGb)
      : maxGb;
    const sizeGb = capacityOf(image);
    if (limit === null || sizeGb <= limit || image.type === 'full-ecs') return undefined;
    return { severity: 'block', code: 'IMG.0146', facts: { sizeGb, maxGb: limit } };
  }),
  aboutOwn('R-XCOPY-12', 'state', 'jd/Copy-Image; jdsdk', ({ rootDevice, busy }, { world }) => {
    if (rootDevice === 'localDisk') return 'IMSX.0044';
    const [task] = world.profile.delete.onlySettled ? busy : [];
    return task && { severity: 'block', code: 'IMSX.0016', facts: { task } };
  }),
];

/** Rules about where the copy goes, and who may bring it there. SPEC 3.18 */
export const acrossPlaceRules: readonly Rule<AcrossCase>[] = [
  {
    id: 'R-XCOPY-01',
    step: 'values',
    source: 'hw/replicating across regions; hw/error codes',
    check: (given) =>
      given.request.region === given.world.own.region
        ? {
            severity: 'block',
            code: 'IMG.0142',
            facts: { ...naming(given), region: given.request.region },
          }
        : undefined,
  },
  {
    id: 'R-XCOPY-08',
    step: 'existence',
    source: 'hw/error codes',
    check: (given) => {
      const code = placeFault(given);
      const { region, project } = given.request;
      const projects = given.candidates.map(({ name }) => name).join(', ');
      const facts = { ...naming(given), region, project: project ?? '', projects };
      return code && { severity: 'block', code, facts };
    },
  },
  {
    id: 'R-XCOPY-07',
    step: 'permission',
    source: 'hw/replicating across regions; hwweb/usermanual-ims',
    check: ({ world, request, agency }) => {
      if (!world.profile.crossCopy.agencyRequired || request.region === world.own.region)
        return undefined;
      const facts = { agency: request.agency ?? '', region: request.region };
      if (request.agency === undefined) return { severity: 'block', code: 'IMSX.0021', facts };
      return agency?.regions.includes(request.region)
        ? undefined
        : { severity: 'block', code: 'IMG.0151', facts };
    },
  },
  {
    id: 'R-XCOPY-04',
    step: 'quota',
    source: 'hw/error codes',
    check: ({ world: { own, profile } }) => {
      const running = runningOf(own, 'imsCrossRegionCopyJob');
      const limit = profile.crossCopy.concurrent;
      return running < limit
        ? undefined
        : { severity: 'block', code: 'IMG.0149', facts: { running, limit } };
    },
  },
  {
    id: 'R-QUOTA-01',
    step: 'quota',
    source: 'S0; api/error_codes',
    check: ({ there, world, request }) => {
      const limit = world.profile.quota.images;
      const used = there ? imagesUsed(there) : 0;
      return used < limit
        ? undefined
        : { severity: 'block', code: 'IMG.0015', facts: { used, limit, region: request.region } };
    },
  },
  aboutOwn('R-XCOPY-09', 'resources', 'S4; hw/replicating across regions', (image, given) => {
    if (image.type !== 'full-ecs') return undefined;
    const { request, vault } = given;
    const code = fullFault(given, image.limitedToAz !== undefined, image.origin.kind);
    const facts = {
      vault: vault?.name ?? request.vault ?? '',
      region: request.region,
      neededGb: capacityOf(image),
      freeGb: vault ? freeGb(vault) : 0,
    };
    return code && { severity: 'block', code, facts };
  }),
  note('R-XCOPY-11', 'hw/replicating across regions', (given) =>
    ownImage(given) ? { name: given.name, region: given.request.region } : false,
  ),
  note('R-XCOPY-14', 'umn/faqs/image_replication', (given) => ownImage(given) !== undefined),
];

function placeFault({ world, request, candidates, target }: AcrossCase): Code | undefined {
  if (request.region === world.own.region) return undefined;
  if (!world.directory.region(request.region)) return 'IMG.0147';
  if (target) return undefined;
  return request.project === undefined && candidates.length > 1 ? 'IMG.0104' : 'IMG.0145';
}

function fullFault(
  { world, request, vault, backup, found }: AcrossCase,
  azOnly: boolean,
  kind: string,
): Code | undefined {
  const { fullEcs } = world.profile.crossCopy;
  const targets = world.directory.region(world.own.region)?.fullEcsTargets;
  if (!fullEcs.enabled || (targets && !targets.includes(request.region))) return 'IMSX.0020';
  if (kind === 'cross-copy' && !fullEcs.replicaAgain) return 'IMSX.0019';
  if (azOnly) return 'IMG.0152';
  if (backup?.copiedTo.includes(request.region)) return 'IMG.0150';
  if (request.vault === undefined) return 'IMSX.0013';
  if (!vault) return 'IMG.0184';
  if (vault.protection !== fullEcs.vaultProtection) return 'IMG.0189';
  const image = ownImage({ found });
  return image && freeGb(vault) < capacityOf(image) ? 'IMG.0182' : undefined;
}
