import type { Rule } from '../rule.ts';
import type { Vault } from '../unit.ts';
import type { ImageAttributes } from './image-attributes.ts';
import { type AboutServer, aboutServer, systemDiskOf } from './source-server.ts';
import type { Tagged } from './tags.ts';

/** Make a full-ECS image of a server, named by its ID. */
export interface CreateFullImage extends ImageAttributes, Tagged {
  readonly server?: string;
  readonly name?: string;
  /** ID of the vault for the backup behind the image. R-FULL-09 */
  readonly vaultId?: string;
}

export interface FullCase extends AboutServer<CreateFullImage> {
  /** Undefined when none was named, or the project has no such vault. */
  readonly vault: Vault | undefined;
}

/** Which servers a full-ECS image can be made of, and in which state. SPEC 3.8 */
export const fullServerRules: readonly Rule<AboutServer>[] = [
  aboutServer('R-FULL-01', 'offered', 'S4; [D]', ({ kind }) =>
    kind === 'bms' ? 'IMG.0063' : undefined,
  ),
  aboutServer('R-FULL-02', 'state', 'S4; api/error_codes', ({ state }, { world: { profile } }) => {
    const judgedElsewhere = state === 'frozen' || state === 'reclaiming';
    return judgedElsewhere || profile.server.allowedStates.includes(state) ? undefined : 'IMG.0126';
  }),
  aboutServer('R-SYS-06', 'state', 'umn/overview/constraints; api/error_codes', (server) => {
    const disk = systemDiskOf(server);
    if (!disk) return 'IMG.0119';
    return disk.state === 'error' ? 'IMG.0110' : undefined;
  }),
  aboutServer('R-FULL-05', 'state', 'S4', ({ osType, guest }, { world: { profile } }) =>
    osType === 'Windows' && guest.spannedVolume && profile.fullEcs.blockSpanned
      ? 'IMSX.0001'
      : undefined,
  ),
  aboutServer('R-FULL-06', 'state', 'S4', ({ osType, guest }, { world: { profile } }) =>
    osType === 'Linux' && guest.multiDiskVg && profile.fullEcs.blockSpanned
      ? 'IMSX.0001'
      : undefined,
  ),
  aboutServer('R-FULL-08', 'state', 'S4', ({ disks }, { world: { profile } }) => {
    const special = disks.find(({ storage }) => storage === 'dss' || storage === 'dess');
    return special && profile.fullEcs.blockDss
      ? { severity: 'block', code: 'IMG.0153', facts: { disk: special.device } }
      : undefined;
  }),
  aboutServer('R-FULL-16', 'state', 'api/error_codes', ({ id }, { world: { own } }) => {
    const running = own.backups.find(
      ({ serverId, state }) => serverId === id && state === 'creating',
    );
    return running && { severity: 'block', code: 'IMG.0136', facts: { backup: running.name } };
  }),
];
