import type { Code } from '../finding.ts';
import { imagesUsed } from '../quota.ts';
import type { Rule } from '../rule.ts';
import { note } from './note.ts';
import { naming, ownImage } from './ownership.ts';
import type { AcrossCase } from './replicate-across.ts';
import { crossCopiesAtOnce } from './room-in-line.ts';

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
  crossCopiesAtOnce,
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
