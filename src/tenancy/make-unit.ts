import type { Image } from '../images/image.ts';
import { Server } from '../images/server.ts';
import { Key, Unit, Vault } from '../images/unit.ts';
import type { Lists } from './listed.ts';
import { makeBackup } from './make-backup.ts';
import { keyId, receivedBy } from './make-image.ts';
import type { Names } from './names.ts';
import { stableId } from './stable-id.ts';
import type { EntryOf, Kind } from './tenancy-file.ts';

type Project = EntryOf<'projects'>;

/** The unit of a project as the files describe it. `images`: those of all projects, for what was offered. */
export function makeUnit(
  project: Project,
  lists: Lists,
  names: Names,
  images: readonly Image[],
): Unit {
  const own = <K extends Kind>(
    list: readonly { readonly entry: EntryOf<K> & { readonly project: string } }[],
  ) =>
    list
      .map(({ entry }) => entry)
      .filter((entry) => names.projects.get(entry.project)?.id === project.id);
  const servers = own<'servers'>(lists.servers).map((entry) => makeServer(entry, project, names));
  const ownImages = images.filter(({ owner }) => owner === project.id);
  const vaults = own<'vaults'>(lists.vaults).map((entry) => makeVault(entry, project, servers));
  return Unit.parse({
    schema: 1,
    project: project.id,
    region: project.region,
    servers,
    images: ownImages,
    received: receivedBy(project, images),
    vaults,
    keys: own<'keys'>(lists.keys).map((entry) => makeKey(entry, project, names)),
    buckets: own<'buckets'>(lists.buckets).map(({ project: _, region, ...bucket }) => ({
      ...bucket,
      region: region ?? project.region,
    })),
    backups: own<'backups'>(lists.backups).map((entry) =>
      makeBackup(entry, project, { servers, images: ownImages, vaults }),
    ),
    agencies: own<'agencies'>(lists.agencies).map(({ project: _, ...agency }) => agency),
    snapshotsUsed: project.snapshotsUsed,
  });
}

function makeServer(entry: EntryOf<'servers'>, project: Project, names: Names): Server {
  const { project: _, disks, id, az, ...facts } = entry;
  const serverId = id ?? stableId('server', project.id, entry.name);
  return Server.parse({
    ...facts,
    id: serverId,
    projectId: project.id,
    region: project.region,
    az: az ?? names.regions.get(project.region)?.azs[0],
    disks: disks.map(({ key: alias, ...disk }, index) => {
      const key = alias === undefined ? undefined : names.key(project, alias);
      return {
        id: stableId('disk', serverId, String(index)),
        device: `/dev/vd${String.fromCharCode('a'.charCodeAt(0) + index)}`,
        ...disk,
        ...(key && { keyId: keyId(key, project) }),
      };
    }),
  });
}

function makeVault(entry: EntryOf<'vaults'>, owner: Project, servers: readonly Server[]): Vault {
  const { project: _, id, servers: kept, ...facts } = entry;
  return Vault.parse({
    ...facts,
    id: id ?? stableId('vault', owner.id, entry.name),
    servers: servers.filter(({ name }) => kept.includes(name)).map((server) => server.id),
  });
}

function makeKey(entry: EntryOf<'keys'>, owner: Project, { projects }: Names): Key {
  const { project: _, grants, ...facts } = entry;
  return Key.parse({
    ...facts,
    id: keyId(entry, owner),
    grants: grants.map(({ project, operations }) => ({
      project: projects.get(project)?.id,
      operations,
    })),
  });
}
