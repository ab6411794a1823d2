import { listAudit } from '../../src/images/audit-list.ts';
import { type Decision, decide } from '../../src/images/decision.ts';
import { listImages } from '../../src/images/list-images.ts';
import type { Former } from '../../src/images/member.ts';
import { acceptShare, rejectShare } from '../../src/images/operations/answer-share.ts';
import { createDisk } from '../../src/images/operations/create-disk.ts';
import { createServer } from '../../src/images/operations/create-server.ts';
import { createSystemImage } from '../../src/images/operations/create-system-image.ts';
import { deleteImage } from '../../src/images/operations/delete-image.ts';
import { operateServer } from '../../src/images/operations/operate-server.ts';
import { shareImage } from '../../src/images/operations/share-image.ts';
import { unshareImage } from '../../src/images/operations/unshare-image.ts';
import { queryByTag, type TagQuery } from '../../src/images/tag-query.ts';
import { moreCancels } from './bad-cancels.ts';
import { moreChanges } from './bad-changes.ts';
import { moreConversions } from './bad-conversions.ts';
import { moreCopies } from './bad-copies.ts';
import { moreCrossCopies } from './bad-cross-copies.ts';
import { moreReplacing } from './bad-servers.ts';
import { moreOfTheBin } from './bin-requests.ts';
import {
  aDisk,
  aFullImage,
  aJob,
  aMember,
  anImage,
  anOffer,
  aServer,
  at,
  aUnit,
  aWorld,
  type Cloud,
  imageId,
  images,
  p1,
  p2,
  p3,
  sister,
} from './builders.ts';
import { moreInLine } from './full-lines.ts';

/** Requests in which rules speak without refusing, and odd refusals that the table of bad inputs leaves out. */
const anOrder = { image: imageId(7), name: 'web-09', az: 'az-1', ramMb: 4096, count: 1 };

/** Somebody with whom an image was shared once. */
function formerRecipient(why: Former['why']) {
  const former: Former = {
    imageId: imageId(7),
    owner: p1,
    ownerName: 'team-web',
    name: 'web-golden',
    endedAt: '2026-11-20T12:00:00.000Z',
    why,
  };
  return aWorld({ own: aUnit({ project: p2, former: [former] }), others: [aUnit()] });
}

export const moreRequests: readonly (() => Pick<Decision, 'findings'>)[] = [
  ...moreInLine,
  ...moreCancels,
  () => decide(createServer, formerRecipient('stopped'), anOrder),
  () => decide(createServer, formerRecipient('deleted'), anOrder),
  () =>
    decide(
      createSystemImage,
      aWorld({
        own: aUnit({
          images: images(99),
          servers: [
            aServer({
              disks: [aDisk({ keyId: 'k1' }), aDisk({ role: 'data' })],
              originImage: { kind: 'public', publicOsVendor: 'suse' },
              guest: {
                dhcp: false,
                networkRulesCleared: false,
                cloudInit: false,
                virtioDrivers: false,
              },
            }),
          ],
        }),
      }),
      { server: 's1', name: 'web' },
    ),
  () =>
    decide(
      createSystemImage,
      aWorld({
        cloud: 'otc',
        own: aUnit({ servers: [aServer({ osType: 'Windows', guest: { inDomain: true } })] }),
      }),
      { server: 's1', name: 'web', imageTags: [{ key: ' a ', value: 'b' }] },
    ),
  () =>
    decide(
      createSystemImage,
      aWorld({
        cloud: 'jdcloud',
        own: aUnit({
          servers: [aServer({ state: 'stopped', disks: [aDisk(), aDisk({ role: 'data' })] })],
        }),
      }),
      { server: 's1', name: 'web' },
    ),
  () => create('jdcloud', aServer({ kind: 'bms', state: 'stopped' })),
  () => create('huawei', aServer({ state: 'rebooting', task: 'reboot' })),
  () => create('huawei', aServer({ locked: true })),
  ...(['no-balance', 'payment-incomplete', 'budget-low'] as const).map(
    (standing) => () =>
      decide(createSystemImage, aWorld({ standing }), { server: 's1', name: 'web' }),
  ),
  () => decide(shareImage, sharedWorld(), { image: imageId(1), targets: [p2, p3, sister] }),
  () => decide(unshareImage, sharedWorld(), { image: imageId(1), targets: [p3, 'xyz'] }),
  () => decide(unshareImage, sharedWorld(), { image: imageId(1), targets: 'all' }),
  () => decide(unshareImage, sharedWorld(), { image: imageId(1), targets: [] }),
  () =>
    decide(
      unshareImage,
      aWorld({
        cloud: 'jdcloud',
        own: aUnit({
          images: [anImage({ id: imageId(1, 'jdcloud'), members: [aMember(p2, 'accepted')] })],
        }),
      }),
      { image: imageId(1, 'jdcloud'), targets: [p2] },
    ),
  () => decide(acceptShare, offered('pending'), { image: imageId(1), owner: p1 }),
  () => decide(acceptShare, offered('accepted'), { image: imageId(1), owner: p1 }),
  () => decide(acceptShare, offered('pending', 'killed'), { image: imageId(1), owner: p1 }),
  () => decide(rejectShare, offered('rejected'), { image: imageId(1), owner: p1 }),
  ...vaults().map(
    (vault) => () =>
      decide(
        acceptShare,
        aWorld({
          own: aUnit({ project: p2, received: [anOffer()], vaults: vault }),
          others: [aUnit({ images: [aFullImage({ members: [aMember(p2, 'pending')] })] })],
        }),
        { image: imageId(1), owner: p1, vaultId: 'v1' },
      ),
  ),
  () =>
    decide(
      createServer,
      aWorld({
        own: aUnit({ project: p2, received: [anOffer({ status: 'accepted' })] }),
        others: [
          aUnit({
            images: [
              anImage({
                members: [aMember(p2, 'accepted')],
                encryption: { keyId: 'k1', keyKind: 'custom' },
              }),
            ],
          }),
        ],
      }),
      { image: imageId(1), name: 'app', az: 'az9', region: 'r2', ramMb: 4096, count: 1 },
    ),
  () =>
    decide(createServer, aWorld({ own: aUnit({ images: [anImage({ type: 'iso' })] }) }), {
      image: imageId(1),
      name: 'app',
      az: 'az1',
      ramMb: 4096,
      count: 1,
      temporary: true,
    }),
  () =>
    decide(
      createServer,
      aWorld({ own: aUnit({ images: [anImage(), anImage({ id: imageId(2), type: 'data' })] }) }),
      {
        image: imageId(1),
        name: 'app',
        az: 'az1',
        ramMb: 4096,
        count: 1,
        dataDisks: [{ sizeGb: 10, fromImage: imageId(2) }],
      },
    ),
  () =>
    decide(createDisk, aWorld({ own: aUnit({ images: [anImage({ type: 'data' })] }) }), {
      image: imageId(1),
      sizeGb: 4096,
    }),
  () => decide(deleteImage, sharedWorld(), { image: imageId(1) }),
  () =>
    decide(deleteImage, aWorld({ own: aUnit({ images: [aFullImage()] }) }), { image: imageId(1) }),
  () =>
    decide(
      deleteImage,
      aWorld({
        cloud: 'jdcloud',
        own: aUnit({
          images: [
            anImage({
              id: imageId(1, 'jdcloud'),
              rootDevice: 'localDisk',
              disks: [{ role: 'data', sizeGb: 20, device: '/dev/vdb' }],
            }),
          ],
          servers: [aServer({ originImage: { id: imageId(1, 'jdcloud'), kind: 'private' } })],
        }),
      }),
      { image: imageId(1, 'jdcloud') },
    ),
  () =>
    decide(
      operateServer,
      aWorld({
        own: aUnit({
          servers: [aServer()],
          jobs: [aJob({ serverId: 's1', imageName: 'web-golden' })],
        }),
      }),
      { server: 's1', action: 'restart' },
    ),
  () => decide(operateServer, aWorld(), { server: 's1', action: 'start' }),
  ...moreChanges,
  ...moreOfTheBin,
  ...moreCopies,
  ...moreReplacing,
  ...moreCrossCopies,
  ...moreConversions,
  () => traced(8 * 24),
  () => tagged({ tags: [{ key: '', values: [] }] }),
  () => tagged({ limit: 1001 }),
  () => tagged({ matches: [{ key: 'foo', value: 'x' }] }),
  () => listed({ memberStatus: 'accepted' }),
  () => listed({ marker: 'nobody' }),
  () => listed({ limit: 5000 }),
  () => listed(JSON.parse('{"sort":"foo"}')),
];

function create(cloud: Cloud, server: ReturnType<typeof aServer>) {
  return decide(createSystemImage, aWorld({ cloud, own: aUnit({ servers: [server] }) }), {
    server: server.id,
    name: 'web',
  });
}

function sharedWorld() {
  const image = anImage({
    members: [aMember(p2, 'accepted')],
    encryption: { keyId: 'k1', keyKind: 'custom' },
  });
  return aWorld({ own: aUnit({ images: [image] }) });
}

function offered(
  status: 'pending' | 'accepted' | 'rejected',
  image: 'active' | 'killed' = 'active',
) {
  return aWorld({
    own: aUnit({ project: p2, received: [anOffer({ status })] }),
    others: [aUnit({ images: [anImage({ status: image, members: [aMember(p2, status)] })] })],
  });
}

function vaults() {
  const vault = { id: 'v1', name: 'vault-1', capacityGb: 200, usedGb: 0 };
  return [
    [],
    [{ ...vault, state: 'unavailable' as const }],
    [{ ...vault, kind: 'other' as const }],
  ];
}

function listed(query: Parameters<typeof listImages>[1]): Pick<Decision, 'findings'> {
  const list = listImages(aWorld(), query);
  return 'findings' in list ? list : { findings: [] };
}

function traced(hours: number): Pick<Decision, 'findings'> {
  const from = new Date(Date.parse(at) - hours * 3_600_000).toISOString();
  const list = listAudit(aWorld(), { from });
  return 'findings' in list ? list : { findings: [] };
}

function tagged(query: Partial<TagQuery>): Pick<Decision, 'findings'> {
  const found = queryByTag(aWorld(), { action: 'filter', ...query });
  return 'findings' in found ? found : { findings: [] };
}
