import type { Rule } from '../rule.ts';
import { aboutVisible } from './readable.ts';
import type { ServerCase } from './use-image.ts';

/** Most servers that one request can make; far above what any cloud recommends. */
const mostServers = 500;

/** Where the server is to be. SPEC 3.11 */
export const placeRules: readonly Rule<ServerCase>[] = [
  aboutVisible('R-USE-02', 'existence', 'S1', (image, { request, found, world }) => {
    const region = request.region ?? world.own.region;
    if (region === image.region) return undefined;
    const code = found?.relation === 'member' ? 'IMG.0177' : 'IMSX.0043';
    return { severity: 'block', code, facts: { region, imageRegion: image.region } };
  }),
  aboutVisible('R-BODY-01', 'shape', 'api/error_codes; [D]', (_image, { request, world }) => {
    const azs = world.directory.region(request.region ?? world.own.region)?.azs;
    const wholeCount =
      Number.isInteger(request.count) && request.count >= 1 && request.count <= mostServers;
    const knownAz = azs === undefined || azs.includes(request.az);
    if (wholeCount && knownAz) return undefined;
    const facts = { az: request.az, azs: azs?.join(', ') ?? '', count: request.count, mostServers };
    return { severity: 'block', code: 'IMG.0001', facts };
  }),
  aboutVisible('R-USE-03', 'state', 'S4', ({ limitedToAz: only }, { request: { az }, world }) => {
    if (only === undefined || only === az) return undefined;
    const minutes = Math.round(world.profile.fullEcs.backupSeconds / 60);
    return { severity: 'block', code: 'IMSX.0011', facts: { az, only, minutes } };
  }),
];
