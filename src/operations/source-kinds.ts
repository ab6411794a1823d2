import type { World } from '../images/world.ts';
import type { SlotKind } from './slot.ts';

/** Data disks by the server that has them; said with its device, as in `db-01 /dev/vdb`, where a server has several. */
export const dataDisk: SlotKind = {
  options: ({ world }) =>
    world.own.servers.flatMap(({ name, disks }) =>
      disks
        .filter(({ role }) => role === 'data')
        .map(({ id, device, sizeGb: gb }) => ({
          value: id,
          label: name,
          detail: `${device}, ${gb} GB`,
        })),
    ),
  accept: (said, { world }) => {
    const [name, device] = said.split(/\s+/);
    const server = world.own.servers.find((one) => one.name === name);
    return server?.disks.find((disk) => disk.role === 'data' && disk.device === device)?.id;
  },
};

/** Backups of the project's servers, by their names; a server that has one backup stands for it. */
export const backup: SlotKind = {
  options: ({ world }) =>
    world.own.backups.map(({ id, name, serverId, service, state }) => ({
      value: id,
      label: name,
      detail: `${serverName(serverId, world)}, ${service.toUpperCase()}, ${state}`,
    })),
  accept: (said, { world }) => {
    const server = world.own.servers.find(({ name }) => name === said);
    const [only, ...more] = world.own.backups.filter(({ serverId }) => serverId === server?.id);
    return more.length === 0 ? only?.id : undefined;
  },
};

function serverName(id: string, { own }: World): string {
  return own.servers.find((one) => one.id === id)?.name ?? id;
}

/** Vaults of the project, with the room they have. */
export const vault: SlotKind = {
  options: ({ world }) =>
    world.own.vaults.map(({ id, name, capacityGb, usedGb }) => ({
      value: id,
      label: name,
      detail: `${capacityGb - usedGb} GB free`,
    })),
};
