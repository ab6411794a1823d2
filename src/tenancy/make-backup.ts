import { Backup } from '../images/source.ts';
import type { Unit } from '../images/unit.ts';
import type { EntryOf } from './tenancy-file.ts';
import { thingId } from './thing-id.ts';

/** A backup of a server of the project, with the disks that the server has. */
export function makeBackup(
  entry: EntryOf<'backups'>,
  owner: EntryOf<'projects'>,
  { servers, images, vaults }: Pick<Unit, 'servers' | 'images' | 'vaults'>,
): Backup {
  const { project: _, server, vault, usedBy, ...facts } = entry;
  const saved = servers.find(({ name }) => name === server);
  const vaultId = vaults.find(({ name }) => name === vault)?.id;
  const usedByImageId = images.find(({ name }) => name === usedBy)?.id;
  return Backup.parse({
    ...facts,
    id: thingId('backup', owner, entry),
    serverId: saved?.id ?? server,
    disks: saved?.disks ?? [],
    ...(vaultId && { vaultId }),
    ...(usedByImageId && { usedByImageId }),
  });
}
