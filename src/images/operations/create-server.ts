import { beginJob } from '../begin-job.ts';
import type { Lifecycle } from '../decision.ts';
import { secondsFor } from '../duration.ts';
import { type Found, findImage } from '../find-image.ts';
import type { Image } from '../image.ts';
import { withUse } from '../last-use.ts';
import { jobsUnderWay, record } from '../record.ts';
import { imageExists, shareEnded } from '../rules/ownership.ts';
import { accountInGoodStanding, needs } from '../rules/permission.ts';
import { readableRules } from '../rules/readable.ts';
import type { CreateServer, ServerCase } from '../rules/use-image.ts';
import { kindRules } from '../rules/use-kind.ts';
import { useNotes } from '../rules/use-notes.ts';
import { placeRules } from '../rules/use-place.ts';
import { fullDisks, sizeRules } from '../rules/use-size.ts';
import type { Server } from '../server.ts';
import type { Cause } from '../world.ts';
import { newServer } from './new-server.ts';

export type { CreateServer };

/** Makes servers from an image: they exist at once as `starting`, and a job starts them. SPEC 3.11 */
export const createServer: Lifecycle<CreateServer, ServerCase> = {
  operation: 'server.create',
  rules: [
    needs('ecs:servers:create'),
    accountInGoodStanding,
    ...imageExists,
    ...shareEnded,
    ...readableRules,
    ...placeRules,
    ...kindRules,
    ...sizeRules,
    ...useNotes,
  ],
  look: (world, request) => {
    const found = findImage(world, request.image);
    const image = found?.image;
    const [systemGb, ...dataGb] = image?.type === 'full-ecs' ? fullDisks(image) : [];
    const sources = (request.dataDisks ?? []).flatMap(({ fromImage }) => fromImage ?? []);
    return {
      world,
      request,
      found,
      image,
      systemDiskGb: request.systemDiskGb ?? systemGb ?? image?.minDisk ?? 0,
      dataDisks: request.dataDisks ?? dataGb.map((sizeGb) => ({ sizeGb })),
      diskImages: new Map(
        sources.flatMap((id): [string, Image][] => {
          const source = usable(findImage(world, id));
          return source ? [[id, source]] : [];
        }),
      ),
    };
  },
  apply: (given, cause) => {
    const { world, image, request } = given;
    const deed = { operation: 'server.create', trace: 'createServer' } as const;
    if (!image) return record(world.own, world, cause, deed);
    const servers = Array.from({ length: request.count }, (_, index) =>
      newServer(given, image, index, cause),
    );
    const used = [image.id, ...given.diskImages.keys()];
    const own = withUse(world.own, used, world.now);
    const unit = { ...own, servers: [...own.servers, ...servers] };
    const job = start(given, image, servers, cause);
    return record(unit, world, cause, { ...deed, image, job, facts: { count: servers.length } });
  },
};

/** The image behind a find that may be used without further ado. */
function usable(found: Found | undefined): Image | undefined {
  return found?.relation === 'member' && found.share !== 'accepted' ? undefined : found?.image;
}

function start(given: ServerCase, image: Image, servers: readonly Server[], cause: Cause) {
  const { world, request, systemDiskGb } = given;
  const running = jobsUnderWay(world.own);
  return beginJob(
    world,
    cause,
    {
      type: 'createServerFromImage',
      operation: 'server.create',
      imageId: image.id,
      imageName: image.name,
      imageOwner: image.owner,
      ...(servers[0] && { serverId: servers[0].id }),
      facts: {
        server: request.name,
        count: servers.length,
        az: request.az,
        serverIds: servers.map(({ id }) => id).join(' '),
      },
    },
    [
      {
        kind: 'start-servers',
        seconds: secondsFor(world.profile, 'createServerFromImage', systemDiskGb, running),
      },
    ],
  );
}
