import { decide } from '../../src/images/decision.ts';
import type { JobType } from '../../src/images/job.ts';
import { createSystemImage } from '../../src/images/operations/create-system-image.ts';
import { replicateAcross } from '../../src/images/operations/replicate-across.ts';
import { replicateImage } from '../../src/images/operations/replicate-image.ts';
import type { World } from '../../src/images/world.ts';
import { agency } from './bad-cross-copies.ts';
import { aJob, anImage, aServer, aUnit, aWorld, imageId, overseas } from './builders.ts';

/** As many running jobs of a type as a limit allows. */
export function running(count: number, type: JobType) {
  return Array.from({ length: count }, (_, n) => aJob({ id: `job-${n}`, type }));
}

function full(count: number, type: JobType): World {
  return aWorld({
    cloud: type === 'imsCreateImageByInstance' ? 'otc' : 'huawei',
    own: aUnit({
      servers: [aServer()],
      images: [anImage()],
      agencies: [agency],
      jobs: running(count, type),
    }),
    others: [aUnit({ project: overseas, region: 'r2' })],
    whenFull: 'wait',
  });
}

/** One job more than each limit allows, where they wait in line. */
export const waiting = [
  [
    'R-FLOW-01',
    () =>
      decide(createSystemImage, full(40, 'imsCreateImageByInstance'), {
        server: 's1',
        name: 'web',
      }),
  ],
  [
    'R-COPY-05',
    () =>
      decide(replicateImage, full(5, 'imsCopyImageInRegionJob'), {
        image: imageId(1),
        name: 'copy',
      }),
  ],
  [
    'R-XCOPY-04',
    () =>
      decide(replicateAcross, full(5, 'imsCrossRegionCopyJob'), {
        image: imageId(1),
        region: 'r2',
        agency: 'copier',
      }),
  ],
] as const;

export const moreInLine = waiting.map(([, decided]) => decided);
