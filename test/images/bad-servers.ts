import { decide } from '../../src/images/decision.ts';
import { changeOs, reinstallOs } from '../../src/images/operations/replace-os.ts';
import type { Row } from './bad-requests.ts';
import {
  aFullImage,
  anImage,
  anOffer,
  aServer,
  aUnit,
  aWorld,
  type Cloud,
  imageId,
  p1,
  p2,
} from './builders.ts';

type ServerParts = Parameters<typeof aServer>[0];
type ImageParts = Parameters<typeof anImage>[0];

const id = imageId(1);

function change(server: ServerParts = {}, image: ImageParts = {}) {
  const own = aUnit({
    servers: [aServer({ state: 'stopped', ...server })],
    images: [anImage(image)],
  });
  return () => decide(changeOs, aWorld({ own }), { server: 's1', image: id });
}

/** A stopped server of p2 made from an image of p1 that p2 may not use any more. */
function reinstall(origin: 'private' | 'shared', cloud: Cloud = 'huawei') {
  const imageOf = imageId(7, cloud);
  const own = aUnit({
    servers: [aServer({ state: 'stopped', originImage: { id: imageOf, kind: origin } })],
    images: [anImage({ id: imageOf, status: 'deleted' })].filter(() => origin === 'private'),
  });
  return () => decide(reinstallOs, aWorld({ own, cloud }), { server: 's1' });
}

export const replacing: readonly Row[] = [
  [149, 'R-OSC-01', 'the original image is deleted', 'IMG.0086', reinstall('private')],
  [150, 'R-OSC-01', 'the share of it was stopped', 'IMG.0086', reinstall('shared')],
  [
    285,
    'R-OSC-10',
    'the share was cancelled at jdcloud',
    'IMG.0086',
    reinstall('shared', 'jdcloud'),
  ],
  [151, 'R-OSC-03', 'no system disk', 'IMG.0119', change({ disks: [] })],
  [152, 'R-OSC-04', 'a running server', 'IMG.0008', change({ state: 'running' })],
  [153, 'R-OSC-06', 'no confirmation', 'IMSX.0024', change()],
  [154, 'R-OSC-07', 'a data image', 'IMG.0105', change({}, { type: 'data' })],
  [4001, 'R-OSC-07', 'an ISO image', 'IMG.0167', change({}, { type: 'iso' })],
  [281, 'R-OSC-02', 'a failed image', 'IMG.0046', change({}, { status: 'killed' })],
  [4002, 'R-OSC-02', 'a key that is off', 'IMG.0046', change({}, { keyUsable: false })],
  [
    4003,
    'R-OSC-02',
    'a share not accepted',
    'IMG.0046',
    () =>
      decide(
        changeOs,
        aWorld({
          own: aUnit({
            project: p2,
            servers: [aServer({ state: 'stopped' })],
            received: [anOffer({ owner: p1 })],
          }),
        }),
        { server: 's1', image: id },
      ),
  ],
  [
    4004,
    'R-OSC-02',
    'a full-ECS image of another AZ',
    'IMSX.0011',
    () =>
      decide(
        changeOs,
        aWorld({
          own: aUnit({
            servers: [aServer({ state: 'stopped' })],
            images: [aFullImage({ limitedToAz: 'az2' })],
          }),
        }),
        { server: 's1', image: id },
      ),
  ],
  [282, 'R-OSC-05', 'a server being resized', 'IMG.0010', change({ task: 'resize' })],
  [283, 'R-OSC-05', 'a spot server', 'IMG.0105', change({ spot: true })],
  [284, 'R-OSC-08', 'a BIOS image on a UEFI server', 'IMSX.0010', change({ bootMode: 'uefi' })],
];

/** Requests in which these rules speak without refusing. */
export const moreReplacing = [change({}, aFullImage())];
