import type { Rule } from '../rule.ts';
import { type AboutServer, aboutServer, dataDisksOf, systemDiskOf } from './source-server.ts';

/** A request for a system image of a server, possibly with a key. */
export type FromServer = AboutServer<{ readonly server?: string; readonly keyId?: string }>;

/** Rules about the disks of a server that an image is to be made of. SPEC 3.3, 3.4 */
export const sourceDiskRules: readonly Rule<FromServer>[] = [
  aboutServer(
    'R-SYS-06',
    'state',
    'umn/overview/constraints; api/error_codes',
    (server, { world }) => {
      const disk = systemDiskOf(server);
      const maxGb = world.profile.server.sourceSystemDiskMaxGb;
      if (!disk) return { severity: 'block', code: 'IMG.0119', facts: { maxGb } };
      const facts = { maxGb, sizeGb: disk.sizeGb };
      if (disk.state === 'error') return { severity: 'block', code: 'IMG.0110', facts };
      return disk.sizeGb > maxGb && server.kind === 'ecs'
        ? { severity: 'block', code: 'IMG.0111', facts }
        : undefined;
    },
  ),
  aboutServer('R-BMS-03', 'state', 'umn/overview/constraints', (server, { world }) => {
    const maxGb = world.profile.server.sourceSystemDiskMaxGb;
    const sizeGb = systemDiskOf(server)?.sizeGb ?? 0;
    return server.kind === 'bms' && sizeGb > maxGb
      ? { severity: 'block', code: 'IMG.0111', facts: { maxGb, sizeGb } }
      : undefined;
  }),
  aboutServer('R-SYS-07', 'state', 'api/error_codes', (server, { world }) => {
    const { includeDataDisks } = world.profile.create;
    const imaged = server.disks.filter(({ role }) => role === 'system' || includeDataDisks);
    const special = imaged.find(({ storage }) => storage === 'dss' || storage === 'dess');
    return special && { severity: 'block', code: 'IMG.0153', facts: { disk: special.device } };
  }),
  aboutServer(
    'R-SYS-13',
    'resources',
    'umn/encrypting_images/overview',
    (server, { request: { keyId } }) => {
      const key = systemDiskOf(server)?.keyId;
      if (!key || server.kind === 'bms') return undefined;
      return keyId === undefined || keyId === key
        ? { severity: 'info', facts: { keyId: key } }
        : { severity: 'block', code: 'IMG.0105', facts: { keyId: key } };
    },
  ),
  aboutServer(
    'R-BMS-01',
    'offered',
    'umn/creating_a_bms_system_disk_image',
    ({ kind }, { world: { profile } }) =>
      kind === 'ecs' || profile.operations['create-bms'] === 'offered'
        ? undefined
        : { severity: 'block', code: 'IMSX.0025', facts: { cloud: profile.label } },
  ),
  aboutServer('R-BMS-02', 'resources', 'api/error_codes', ({ kind }, { request: { keyId } }) =>
    kind === 'bms' && keyId !== undefined ? 'IMG.0118' : undefined,
  ),
  aboutServer('R-SYS-09', 'confirmation', 'umn/detaching_data_disks', (server, { world }) => {
    const count = dataDisksOf(server).length;
    if (count === 0 || server.osType !== 'Linux') return undefined;
    const facts = { count };
    return world.profile.guest.dataDisksAttached === 'confirm'
      ? { severity: 'confirm', code: 'IMSX.0032', facts }
      : { severity: 'info', facts };
  }),
  aboutServer('R-JDC-06', 'confirmation', 'jdsdk createImage', (server, { world }) => {
    const count = dataDisksOf(server).filter(({ storage }) => storage !== 'local').length;
    return count > 0 && world.profile.create.includeDataDisks
      ? { severity: 'info', facts: { count } }
      : undefined;
  }),
];
