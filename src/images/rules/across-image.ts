import type { Code } from '../finding.ts';
import { allows, capacityOf, stateOf } from '../image-states.ts';
import type { Rule } from '../rule.ts';
import { freeGb } from '../vault-space.ts';
import { aboutOwn, ownersOnly } from './about-own.ts';
import { ownImage } from './ownership.ts';
import type { AcrossCase } from './replicate-across.ts';

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
  ownersOnly('R-XCOPY-06', 'hw/replicating across regions; [D]', 'IMG.0047', 'IMG.0077'),
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
];

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
