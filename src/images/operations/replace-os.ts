import { beginJob } from '../begin-job.ts';
import type { Lifecycle } from '../decision.ts';
import { secondsFor } from '../duration.ts';
import { findImage } from '../find-image.ts';
import type { Facts } from '../job.ts';
import { withUse } from '../last-use.ts';
import { jobsUnderWay, record } from '../record.ts';
import { imageExists, shareEnded } from '../rules/ownership.ts';
import { accountInGoodStanding, needs } from '../rules/permission.ts';
import {
  type ChangeOs,
  changeOsRules,
  type OsCase,
  osServerRules,
  type ReinstallOs,
  reinstallRules,
} from '../rules/replace-os.ts';
import { serverExists, systemDiskOf } from '../rules/source-server.ts';
import type { Server } from '../server.ts';
import type { Unit } from '../unit.ts';
import type { Cause, World } from '../world.ts';

export type { ChangeOs, ReinstallOs };

const permitted = [needs('ecs:servers:create'), accountInGoodStanding, serverExists];

/** Puts another system on a server, by a job; its data disks stay. SPEC 3.12 */
export const changeOs: Lifecycle<ChangeOs, OsCase<ChangeOs>> = {
  operation: 'server.change-os',
  rules: [...permitted, ...imageExists, ...shareEnded, ...osServerRules, ...changeOsRules],
  look: (world, request) => seen(world, request, request.image),
  apply: (given, cause) => replace('server.change-os', given, cause),
};

/** Puts the system on a server again that it was made with, by a job. SPEC 3.12 */
export const reinstallOs: Lifecycle<ReinstallOs, OsCase> = {
  operation: 'server.reinstall',
  rules: [...permitted, ...osServerRules, ...reinstallRules],
  look: (world, request) => {
    const origin = world.own.servers.find(({ id }) => id === request.server)?.originImage.id;
    return seen(world, request, origin);
  },
  apply: (given, cause) => replace('server.reinstall', given, cause),
};

function seen<Request extends ReinstallOs>(
  world: World,
  request: Request,
  imageId: string | undefined,
): OsCase<Request> {
  const found = imageId === undefined ? undefined : findImage(world, imageId);
  const server = world.own.servers.find(({ id }) => id === request.server);
  return { world, request, server, found, image: found?.image };
}

function replace(operation: string, given: OsCase, cause: Cause): Unit {
  const { world, server, image } = given;
  const deed = { operation, trace: 'replaceServerOs' } as const;
  if (!server) return record(world.own, world, cause, deed);
  const own = world.own;
  const servers = own.servers.map((each) =>
    each.id === server.id ? { ...each, task: 'OS change' } : each,
  );
  const running = jobsUnderWay(own);
  const sizeGb = image?.minDisk ?? systemDiskOf(server)?.sizeGb ?? 0;
  const job = beginJob(
    world,
    cause,
    {
      type: 'replaceServerOs',
      operation,
      ...(image && { imageId: image.id, imageName: image.name, imageOwner: image.owner }),
      serverId: server.id,
      facts: { server: server.name, system: systemOf(server, given).osVersion },
    },
    [
      {
        kind: 'replace-system-disk',
        seconds: secondsFor(world.profile, 'replaceServerOs', sizeGb, running),
        facts: { ...systemOf(server, given), sizeGb } satisfies Facts,
      },
    ],
  );
  const used = withUse({ ...own, servers }, image ? [image.id] : [], world.now);
  return record(used, world, cause, {
    ...deed,
    ...(image && { image }),
    job,
    facts: { server: server.name },
  });
}

/** What the server will have inside. Without a record of the image: what it has now. */
function systemOf(server: Server, { image, found }: OsCase) {
  const { osType, osVersion, osBit, originImage } = server;
  const kinds = { own: 'private', member: 'shared', public: 'public' } as const;
  const vendor = image ? image.origin.publicOsVendor : originImage.publicOsVendor;
  return {
    osType: image?.osType ?? osType,
    osVersion: image ? (image.osVersion ?? 'Other Linux(64 bit)') : osVersion,
    osBit: image?.osBit ?? osBit,
    kind: found ? kinds[found.relation] : originImage.kind,
    ...(vendor && { publicOsVendor: vendor }),
    ...(image?.encryption && { keyId: image.encryption.keyId }),
  };
}
