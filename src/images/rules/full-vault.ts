import type { Breach } from '../finding.ts';
import type { Rule } from '../rule.ts';
import type { Server } from '../server.ts';
import { freeGb } from '../vault-space.ts';
import type { FullCase } from './full-server.ts';
import { aboutServer } from './source-server.ts';
import { vaultFault } from './vault.ts';

/** All disks of a server together, in GB. */
export function wholeGb({ disks }: Pick<Server, 'disks'>): number {
  return disks.reduce((sum, { sizeGb }) => sum + sizeGb, 0);
}

/** Where the backup behind a full-ECS image goes. SPEC 3.8 */
export const fullVaultRules: readonly Rule<FullCase>[] = [
  aboutServer('R-FULL-09', 'resources', 'S4; api/error_codes', inVault),
  aboutServer('R-FULL-21', 'resources', 'api/error_codes', ({ csbs }, { world: { profile } }) =>
    csbs && profile.fullEcs.vault === 'required' ? 'IMG.0186' : undefined,
  ),
];

function inVault(server: Server, { world, request, vault }: FullCase): Breach | undefined {
  const { vaultId } = request;
  const need = world.profile.fullEcs.vault;
  if (need === 'none' || (need === 'optional' && vaultId === undefined)) return undefined;
  const neededGb = wholeGb(server);
  const facts = {
    neededGb,
    freeGb: vault ? freeGb(vault) : 0,
    vault: vault?.name ?? vaultId ?? 'none',
  };
  const fault = vaultFault(vaultId, vault, neededGb);
  if (fault) return { severity: 'block', code: fault, facts };
  const other = world.own.vaults.find(
    ({ id, servers }) => id !== vaultId && servers.includes(server.id),
  );
  if (other) return { severity: 'block', code: 'IMG.0183', facts: { ...facts, other: other.name } };
  const { servers = [], maxServers } = vault ?? {};
  const full = maxServers !== undefined && servers.length >= maxServers;
  return full && !servers.includes(server.id)
    ? { severity: 'block', code: 'IMG.0185', facts: { ...facts, count: servers.length } }
    : undefined;
}
