import { describe, expect, it } from 'vitest';
import { decide } from '../../src/images/decision.ts';
import type { Image } from '../../src/images/image.ts';
import type { ImageState } from '../../src/images/image-states.ts';
import { convertImage } from '../../src/images/operations/convert-image.ts';
import { createDisk } from '../../src/images/operations/create-disk.ts';
import { exportImage } from '../../src/images/operations/export-image.ts';
import { modifyImage } from '../../src/images/operations/modify-image.ts';
import { purgeImage } from '../../src/images/operations/purge-image.ts';
import { changeOs } from '../../src/images/operations/replace-os.ts';
import { replicateAcross } from '../../src/images/operations/replicate-across.ts';
import { replicateImage } from '../../src/images/operations/replicate-image.ts';
import { restoreImage } from '../../src/images/operations/restore-image.ts';
import { tagImage, untagImage } from '../../src/images/operations/tag-image.ts';
import type { World } from '../../src/images/world.ts';
import { agency } from './bad-cross-copies.ts';
import {
  aBucket,
  aFullImage,
  anImage,
  aServer,
  at,
  aUnit,
  aWorld,
  type Cloud,
  clouds,
  imageId,
  later,
  overseas,
} from './builders.ts';

type Answers = Readonly<Record<ImageState, true | string>>;

const bin = { by: 'U1', at, until: later, origin: { channel: 'C1' } };
const gone = { binned: 'IMSX.0051', pending_delete: 'IMG.0144', deleted: 'IMG.0144' } as const;

/** A column of SPEC 2.3 for an operation that only an active image allows; full-ECS images have words of their own. */
function activeOnly(code: string, activeAz: true | string = code): Answers {
  return { queued: code, saving: code, killed: code, active: true, 'active-az': activeAz, ...gone };
}

/** Codes that clouds have of their own: for an image that is not ready, and for a full-ECS image that cannot leave its zone yet. */
const ownCodes = {
  huawei: { code: 'IMG.0046', crossCopy: 'IMG.0152' },
  otc: { code: 'IMG.0046', crossCopy: 'IMSX.0020' },
  jdcloud: { code: 'IMSX.0004', crossCopy: 'IMSX.0020' },
} as const;

/** What SPEC 2.3 answers for each operation in each state: true, or the code. */
function expectedAt(cloud: Cloud): Readonly<Record<keyof typeof asked, Answers>> {
  const { code, crossCopy } = ownCodes[cloud];
  const tags = {
    queued: true,
    saving: true,
    active: true,
    'active-az': true,
    killed: true,
  } as const;
  const notBinned = 'IMSX.0052';
  const onlyBinned: Answers = {
    queued: notBinned,
    saving: notBinned,
    active: notBinned,
    'active-az': notBinned,
    killed: notBinned,
    ...gone,
    binned: true,
  };
  return {
    modify: activeOnly(code),
    tag: { ...tags, ...gone },
    untag: { ...tags, ...gone },
    copy: activeOnly(code, 'IMG.0130'),
    'cross-copy': activeOnly(code, crossCopy),
    export: activeOnly(code, 'IMG.0128'),
    convert: activeOnly(code),
    'change-os': activeOnly('IMG.0046', true),
    'create-disk': activeOnly(code, 'IMG.0105'),
    restore: onlyBinned,
    purge: onlyBinned,
  };
}

/** A valid request for each operation, but for the state of the image. */
const asked = {
  modify: (world: World, image: string) =>
    decide(modifyImage, world, { image, field: 'description', value: 'new' }),
  tag: (world: World, image: string) => decide(tagImage, world, { image, tags: ['a.b'] }),
  untag: (world: World, image: string) => decide(untagImage, world, { image, keys: ['k'] }),
  copy: (world: World, image: string) => decide(replicateImage, world, { image, name: 'copy' }),
  'cross-copy': (world: World, image: string) =>
    decide(replicateAcross, world, { image, region: 'r2', agency: 'copier' }),
  export: (world: World, image: string) =>
    decide(exportImage, world, { image, bucket: 'imports', file: 'web', fast: false }),
  convert: (world: World, image: string) => decide(convertImage, world, { image }),
  'change-os': (world: World, image: string) => decide(changeOs, world, { server: 's1', image }),
  'create-disk': (world: World, image: string) => decide(createDisk, world, { image, sizeGb: 40 }),
  restore: (world: World, image: string) => decide(restoreImage, world, { image }),
  purge: (world: World, image: string) => decide(purgeImage, world, { image }),
};

function inState(operation: string, state: ImageState, cloud: Cloud): Image {
  const base = {
    id: imageId(1, cloud),
    tags: { k: 'v' },
    ...(operation === 'create-disk' && { type: 'data' as const }),
    ...(operation === 'convert' && { rootDevice: 'localDisk' as const }),
  };
  if (state === 'binned') return anImage({ ...base, bin });
  if (state === 'active-az')
    return aFullImage({ id: base.id, tags: base.tags, limitedToAz: 'az1' });
  return anImage({ ...base, status: state });
}

const states: readonly ImageState[] = [
  'queued',
  'saving',
  'active',
  'active-az',
  'binned',
  'killed',
  'pending_delete',
  'deleted',
];
const operations: readonly (keyof typeof asked)[] = [
  'modify',
  'tag',
  'untag',
  'copy',
  'cross-copy',
  'export',
  'convert',
  'change-os',
  'create-disk',
  'restore',
  'purge',
];

/** What a cloud does not offer at all is refused for that, whatever the state. */
const notOffered = 'IMSX.0025';

describe.each([...clouds])('at %s', (cloud) => {
  describe.each([...operations])('to %s', (operation) => {
    it.each([...states])('an image that is %s', (state) => {
      const image = inState(operation, state, cloud);
      const own = aUnit({
        images: [image],
        servers: [aServer({ state: 'stopped' })],
        buckets: [aBucket()],
        agencies: [agency],
      });
      const others = [aUnit({ project: overseas, region: 'r2' })];
      const { findings } = asked[operation](aWorld({ cloud, own, others }), image.id);
      const codes = findings
        .filter(({ severity, code }) => severity === 'block' && code !== notOffered)
        .map(({ code }) => code);
      const expected = expectedAt(cloud)[operation][state];

      if (expected === true) expect(codes).toEqual([]);
      else expect(codes).toContain(expected);
    });
  });
});
