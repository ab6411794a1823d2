import type { Unit, Vault } from './unit.ts';

/** Room in a vault, in GB. */
export interface VaultSpace {
  readonly id: string;
  readonly gb: number;
}

export function freeGb({ capacityGb, usedGb }: Vault): number {
  return capacityGb - usedGb;
}

/** Takes space of a vault. */
export function reserveVault(unit: Unit, { id, gb }: VaultSpace): Unit {
  return {
    ...unit,
    vaults: unit.vaults.map((vault) =>
      vault.id === id ? { ...vault, usedGb: vault.usedGb + gb } : vault,
    ),
  };
}

/** Gives space of a vault back. */
export function releaseVault(unit: Unit, { id, gb }: VaultSpace): Unit {
  return reserveVault(unit, { id, gb: -Math.min(gb, usedOf(unit, id)) });
}

function usedOf({ vaults }: Unit, id: string): number {
  return vaults.find((vault) => vault.id === id)?.usedGb ?? 0;
}
