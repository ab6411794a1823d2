import { Server } from '../images/server.ts';
import { Agency, Bucket } from '../images/source.ts';
import { Key, Unit, Vault } from '../images/unit.ts';
import type { Belongings } from './belongings.ts';
import { makeBackup } from './make-backup.ts';
import { makeImage, makeReceived } from './make-image.ts';
import type { Names } from './names.ts';
import type { EntryOf } from './tenancy-file.ts';
import { diskId, keyId, thingId } from './thing-id.ts';

type Project = EntryOf<'projects'>;

/** What the units of all projects are made of. */
export interface Makings {
  readonly names: Names;
  readonly belongings: Belongings;
}

/** The unit of a project as the files describe it. */
export function makeUnit(project: Project, { names, belongings }: Makings): Unit {
  const { id, region, snapshotsUsed } = project;
  const servers = belongings.servers(id).map((entry) => makeServer(entry, project, names));
  const images = belongings.images(id).map((entry) => makeImage(entry, project, names));
  const vaults = belongings.vaults(id).map((entry) => makeVault(entry, project, servers));
  return {
    ...Unit.parse({ schema: 1, project: id, region, snapshotsUsed }),
    servers,
    images,
    received: belongings.offers(id).map(makeReceived),
    vaults,
    keys: belongings.keys(id).map((entry) => makeKey(entry, project, names)),
    buckets: belongings
      .buckets(id)
      .map((entry) => Bucket.parse({ ...entry, region: entry.region ?? region })),
    backups: belongings
      .backups(id)
      .map((entry) => makeBackup(entry, project, { servers, images, vaults })),
    agencies: belongings.agencies(id).map((entry) => Agency.parse(entry)),
  };
}

function makeServer(entry: EntryOf<'servers'>, project: Project, names: Names): Server {
  const { project: _, disks, az, ...facts } = entry;
  const serverId = thingId('server', project, entry);
  return Server.parse({
    ...facts,
    id: serverId,
    projectId: project.id,
    region: project.region,
    az: az ?? names.regions.get(project.region)?.azs[0],
    disks: disks.map(({ key: alias, ...disk }, index) => {
      const key = alias === undefined ? undefined : names.key(project, alias);
      return {
        device: `/dev/vd${String.fromCharCode('a'.charCodeAt(0) + index)}`,
        ...disk,
        id: diskId(serverId, index, disk),
        ...(key && { keyId: keyId(key, project) }),
      };
    }),
  });
}

function makeVault(entry: EntryOf<'vaults'>, owner: Project, servers: readonly Server[]): Vault {
  const { project: _, servers: kept, ...facts } = entry;
  return Vault.parse({
    ...facts,
    id: thingId('vault', owner, entry),
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
