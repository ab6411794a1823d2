import { decide } from '../../src/images/decision.ts';
import { type ModifyImage, modifyImage } from '../../src/images/operations/modify-image.ts';
import { tagImage, untagImage } from '../../src/images/operations/tag-image.ts';
import type { Row } from './bad-requests.ts';
import {
  aMember,
  anImage,
  anOffer,
  aUnit,
  aWorld,
  type Cloud,
  imageId,
  p1,
  p2,
  p3,
} from './builders.ts';

type ImageParts = Parameters<typeof anImage>[0];

const id = imageId(1);
const a = (count: number) => 'a'.repeat(count);

function modify(
  change: Omit<ModifyImage, 'image'>,
  parts: ImageParts = {},
  cloud: Cloud = 'huawei',
) {
  const image = anImage({ id: imageId(1, cloud), ...parts });
  return () =>
    decide(modifyImage, aWorld({ cloud, own: aUnit({ images: [image] }) }), {
      image: image.id,
      ...change,
    });
}

/** The world of p2, who has accepted an image of p1. */
function recipient() {
  return aWorld({
    own: aUnit({ project: p2, received: [anOffer({ status: 'accepted' })] }),
    others: [aUnit({ images: [anImage({ members: [aMember(p2, 'accepted')] })] })],
  });
}

function tag(tags: readonly string[], parts: ImageParts = {}) {
  return () =>
    decide(tagImage, aWorld({ own: aUnit({ images: [anImage(parts)] }) }), { image: id, tags });
}
function untag(keys: readonly string[], parts: ImageParts = {}) {
  return () =>
    decide(untagImage, aWorld({ own: aUnit({ images: [anImage(parts)] }) }), { image: id, keys });
}

const tenTags = Object.fromEntries(Array.from({ length: 10 }, (_, n) => [`k${n}`, 'v']));
const uefi = { field: 'bootMode', value: 'uefi' };

export const modifying: readonly Row[] = [
  [
    155,
    'R-MOD-01',
    'an image still saving',
    'IMG.0046',
    modify({ field: 'name', value: 'new' }, { status: 'saving' }),
  ],
  [
    156,
    'R-MOD-02',
    'a recipient renaming it',
    'IMG.0047',
    () => decide(modifyImage, recipient(), { image: id, field: 'name', value: 'new' }),
  ],
  [157, 'R-NAME-02', 'a name of 129', 'IMG.0002', modify({ field: 'name', value: a(129) })],
  [158, 'R-MOD-04', 'another minDisk', 'IMSX.0030', modify({ field: 'minDisk', value: '80' })],
  [
    159,
    'R-MOD-06',
    'memory at jdcloud',
    'IMSX.0025',
    modify({ field: 'minRam', value: '1024' }, {}, 'jdcloud'),
  ],
  [161, 'R-MOD-08', 'a switch half on', 'IMG.0001', modify({ field: 'multiQueue', value: 'half' })],
  [230, 'R-ENC-06', 'another key', 'IMSX.0030', modify({ field: 'key', value: 'k2' })],
  [286, 'R-MOD-05', 'the boot mode of a data image', 'IMG.0168', modify(uefi, { type: 'data' })],
  [
    1001,
    'R-BOOT-01',
    'a boot mode nobody knows',
    'IMG.0141',
    modify({ field: 'bootMode', value: 'floppy' }),
  ],
  [
    1002,
    'R-BOOT-02',
    'an ARM image in bios mode',
    'IMG.0141',
    modify({ field: 'bootMode', value: 'bios' }, { architecture: 'arm', bootMode: 'uefi' }),
  ],
  [1003, 'R-RAM-01', 'memory of a lot', 'IMG.0055', modify({ field: 'minRam', value: 'a lot' })],
  [1004, 'R-RAM-01', 'no memory at all', 'IMG.0055', modify({ field: 'minRam', value: '' })],
  [
    1005,
    'R-RAM-02',
    'least memory above the most the image has',
    'IMG.0055',
    modify({ field: 'minRam', value: '4096' }, { maxRam: 2048 }),
  ],
  [1006, 'R-DESC-02', 'a line break', 'IMG.0054', modify({ field: 'description', value: 'a\nb' })],
  [
    1007,
    'R-OWN-01',
    'a stranger renaming it',
    'IMG.0144',
    () =>
      decide(
        modifyImage,
        aWorld({ own: aUnit({ project: p3 }), others: [aUnit({ images: [anImage()] })] }),
        { image: id, field: 'name', value: 'mine' },
      ),
  ],
];

export const tagging: readonly Row[] = [
  [231, 'R-TAG-01', 'an 11th key', 'IMG.0116', tag(['new.v'], { tags: tenTags })],
  [233, 'R-TAGOP-04', 'a key that is not there', 'IMSX.0027', untag(['stage'])],
  [306, 'R-TAGOP-03', 'a key of 128', 'IMG.0115', untag([a(128), 'b'])],
  [
    307,
    'R-TAGOP-05',
    'a recipient removing a tag',
    'IMG.0047',
    () => decide(untagImage, recipient(), { image: id, keys: ['stage'] }),
  ],
  [
    1011,
    'R-TAGOP-05',
    'a recipient adding a tag',
    'IMG.0047',
    () => decide(tagImage, recipient(), { image: id, tags: ['a.b'] }),
  ],
  [1012, 'R-TAG-02', 'a key of 37', 'IMG.0115', tag([`${a(37)}.v`])],
  [
    1013,
    'R-AUTH-01',
    'a caller who may only read',
    'IMG.0026',
    () =>
      decide(
        tagImage,
        aWorld({ actions: ['ims:images:list'], own: aUnit({ project: p1, images: [anImage()] }) }),
        { image: id, tags: ['a.b'] },
      ),
  ],
];

/** Requests in which these rules speak without refusing. */
export const moreChanges = [
  modify({ field: 'multiQueue', value: 'on' }, { osType: 'Windows' }),
  modify(uefi),
  modify({ field: 'protected', value: 'on' }),
  tag(['stage.new'], { tags: { stage: 'old' } }),
];
