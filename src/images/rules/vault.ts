import type { Code } from '../finding.ts';
import type { Vault } from '../unit.ts';
import { freeGb } from '../vault-space.ts';

/** Why a vault cannot take a backup of so many GB. Undefined: it can. R-FULL-09, R-ACC-04 */
export function vaultFault(
  vaultId: string | undefined,
  vault: Vault | undefined,
  neededGb: number,
): Code | undefined {
  if (vaultId === undefined) return 'IMSX.0013';
  if (!vault) return 'IMG.0184';
  if (vault.state !== 'available') return 'IMG.0188';
  if (vault.kind !== 'server-backup' || vault.protection !== 'backup') return 'IMG.0193';
  return freeGb(vault) < neededGb ? 'IMG.0182' : undefined;
}
