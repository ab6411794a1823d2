import type { Found } from '../find-image.ts';
import type { Image } from '../image.ts';
import { allows, isBinned, stateOf } from '../image-states.ts';
import { makingOf } from '../making.ts';
import type { Rule } from '../rule.ts';
import type { Server } from '../server.ts';
import { rulesAbout } from './about.ts';
import { type AboutServer, systemDiskOf } from './source-server.ts';

/** Put another system on a server; both are named by their IDs. */
export interface ChangeOs {
  readonly server: string;
  readonly image: string;
}

/** Put the system on a server again that it was made with. */
export interface ReinstallOs {
  readonly server: string;
}

export interface OsCase<Request extends ReinstallOs = ReinstallOs> extends AboutServer<Request> {
  readonly found: Found | undefined;
  /** The image's full record, wherever it is kept. */
  readonly image: Image | undefined;
}

/** A rule about the server whose system is replaced. */
const aboutServer = rulesAbout(
  ({ server }: OsCase) => server,
  ({ found, image }, { name, state }) => ({
    server: name,
    state,
    image: found?.name ?? image?.name ?? '',
  }),
);

/** Can a server still be made of the image, as far as its owner and its key are concerned? */
function reachable({ found, image, world }: OsCase): boolean {
  if (!found || !image) return false;
  if (found.relation === 'member' && found.share !== 'accepted') return false;
  const keys = [world.own, ...world.others.values()].flatMap(({ keys: all }) => all);
  const key = keys.find(({ id }) => id === image.encryption?.keyId);
  return allows('use', image) && image.keyUsable && (key === undefined || key.state === 'enabled');
}

/** Rules about the server whose system is replaced. SPEC 3.12 */
export const osServerRules: readonly Rule<OsCase>[] = [
  aboutServer('R-OSC-03', 'resources', 'hwweb/api-ecs', (server) =>
    systemDiskOf(server) ? undefined : 'IMG.0119',
  ),
  aboutServer('R-OSC-04', 'state', 'hwweb/api-ecs; [D]', ({ state }, { world }) =>
    world.profile.osChange.requireStopped && state !== 'stopped' ? 'IMG.0008' : undefined,
  ),
  aboutServer('R-OSC-05', 'state', 'hwweb/eu/api-ecs', (server, { world }) => {
    if (server.spot) return 'IMG.0105';
    const making = makingOf(server, world.own).length > 0 || server.locked;
    const task = server.task ?? (making ? 'image creation' : undefined);
    return task === undefined
      ? undefined
      : { severity: 'block', code: 'IMG.0010', facts: { task } };
  }),
  aboutServer('R-OSC-06', 'confirmation', 'hwweb/api-ecs', () => ({
    severity: 'confirm',
    code: 'IMSX.0024',
    grave: true,
  })),
];

/** Rules about the image that the new system comes from. SPEC 3.12 */
export const changeOsRules: readonly Rule<OsCase<ChangeOs>>[] = [
  aboutServer('R-OSC-07', 'state', 'S4; umn/overview (ISO)', (_server, { image }) => {
    if (image?.type === 'data') return 'IMG.0105';
    return image?.type === 'iso' ? 'IMG.0167' : undefined;
  }),
  aboutServer(
    'R-OSC-02',
    'state',
    'umn/accepting_or_rejecting_shared_images; umn/faqs/ecs_creation',
    ({ az }, given) => {
      const { found, image } = given;
      if (!found) return undefined;
      const limited = image?.limitedToAz;
      if (limited !== undefined && limited !== az)
        return { severity: 'block', code: 'IMSX.0011', facts: { az, only: limited } };
      if (reachable(given)) return undefined;
      const status = found.relation === 'member' ? `share ${found.share}` : statusOf(image);
      return { severity: 'block', code: 'IMG.0046', facts: { status } };
    },
  ),
  aboutServer('R-OSC-08', 'values', 'umn/faqs/os', ({ bootMode }, { image, world }) => {
    if (!image || image.bootMode === bootMode || !world.profile.osChange.bootModeMatch)
      return undefined;
    const facts = { bootMode: image.bootMode, wanted: bootMode };
    return { severity: 'block', code: 'IMSX.0010', facts };
  }),
  aboutServer('R-OSC-09', 'confirmation', 'S4', (_server, { image }) =>
    image?.type === 'full-ecs' ? { severity: 'confirm', code: 'IMSX.0024' } : undefined,
  ),
];

/** Rules about the image that a server was made with. SPEC 3.12 */
export const reinstallRules: readonly Rule<OsCase>[] = [
  aboutServer(
    'R-OSC-01',
    'existence',
    'umn/deleting_images; umn/stopping_sharing_images',
    (server, given) =>
      hasOrigin(server, given) || cancelledShare(server, given) || inOwnBin(given)
        ? undefined
        : 'IMG.0086',
  ),
  aboutServer('R-BIN-02', 'existence', '[D]', (_server, given) =>
    inOwnBin(given) ? 'IMSX.0051' : undefined,
  ),
  aboutServer('R-OSC-10', 'existence', 'jd/Cancel-Share-Image', (server, given) =>
    cancelledShare(server, given) && !hasOrigin(server, given) ? 'IMG.0086' : undefined,
  ),
];

/** A public image stays for good, even one that nobody knows the ID of. */
function hasOrigin({ originImage: { id, kind } }: Server, given: OsCase): boolean {
  return id === undefined ? kind === 'public' : reachable(given);
}

/** The image is not lost: it can be restored. */
function inOwnBin({ found }: OsCase): boolean {
  return found?.relation === 'own' && isBinned(found.image);
}

function cancelledShare({ originImage }: Server, { found, world }: OsCase): boolean {
  return originImage.kind === 'shared' && found === undefined && world.profile.share.autoAccept;
}

function statusOf(image: Image | undefined): string {
  return image ? stateOf(image) : 'unknown';
}
