import type { Asked } from '../asked.ts';
import type { Facts } from '../job.ts';
import type { Rule } from '../rule.ts';
import type { Disk, Server } from '../server.ts';
import type { Unit } from '../unit.ts';
import { rulesAbout } from './about.ts';

/** A request about a data disk, named by its ID. */
export interface AboutDisk<Request = { readonly disk?: string }> extends Asked<Request> {
  /** The server that has the disk. Both are undefined when no server of the project has such a disk. */
  readonly server: Server | undefined;
  readonly disk: Disk | undefined;
}

/** The disk with an ID and the server it is attached to. */
export function findDisk(
  { servers }: Unit,
  id: string | undefined,
): Pick<AboutDisk, 'server' | 'disk'> {
  const server = servers.find(({ disks }) => disks.some((disk) => disk.id === id));
  return { server, disk: server?.disks.find((disk) => disk.id === id) };
}

/** A rule about a disk that exists. */
export const aboutDisk = rulesAbout(({ disk }: AboutDisk) => disk, naming);

function naming({ request, server, disk }: AboutDisk): Facts {
  return {
    disk: disk?.device ?? request.disk ?? 'none',
    server: server?.name ?? 'none',
    state: server?.state ?? 'unknown',
    sizeGb: disk?.sizeGb ?? 0,
  };
}

/** Which data disks an image can be made of. SPEC 3.7 */
export const dataDiskRules: readonly Rule<AboutDisk>[] = [
  {
    id: 'R-DATA-01',
    step: 'existence',
    source: 'umn/creating_a_data_disk_image_from_an_ecs; api/error_codes',
    check: (given) =>
      given.disk?.role === 'data'
        ? undefined
        : { severity: 'block', code: 'IMG.0120', facts: naming(given) },
  },
  aboutDisk(
    'R-DATA-01',
    'state',
    'umn/creating_a_data_disk_image_from_an_ecs',
    (_disk, { server, world: { profile } }) => {
      const state = server?.state;
      const judgedElsewhere = state === 'frozen' || state === 'reclaiming';
      return state === undefined || judgedElsewhere || profile.server.allowedStates.includes(state)
        ? undefined
        : 'IMG.0006';
    },
  ),
  aboutDisk('R-DATA-05', 'state', 'api/error_codes', ({ state, storage }) => {
    if (state === 'error') return 'IMG.0022';
    const special = storage === 'dss' || storage === 'dess';
    return special ? 'IMG.0153' : undefined;
  }),
  aboutDisk(
    'R-DATA-02',
    'values',
    'umn/overview/constraints; [D]',
    ({ sizeGb }, { world: { profile } }) => {
      const maxGb = profile.server.dataDiskImageMaxGb;
      return sizeGb > maxGb ? { severity: 'block', code: 'IMG.0055', facts: { maxGb } } : undefined;
    },
  ),
  aboutDisk('R-ENC-05', 'confirmation', 'umn/creating_encrypted_images', ({ keyId }) =>
    keyId === undefined ? undefined : { severity: 'info', facts: { keyId } },
  ),
];
