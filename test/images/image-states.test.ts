import { describe, expect, it } from 'vitest';
import { decide } from '../../src/images/decision.ts';
import type { Image } from '../../src/images/image.ts';
import { acceptShare, rejectShare } from '../../src/images/operations/answer-share.ts';
import { createServer } from '../../src/images/operations/create-server.ts';
import { deleteImage } from '../../src/images/operations/delete-image.ts';
import { shareImage } from '../../src/images/operations/share-image.ts';
import { unshareImage } from '../../src/images/operations/unshare-image.ts';
import { showImage } from '../../src/images/queries.ts';
import {
  aFullImage,
  aMember,
  anImage,
  anOffer,
  at,
  aUnit,
  aWorld,
  type Cloud,
  clouds,
  imageId,
  later,
  p1,
  p2,
} from './builders.ts';

const bin = { by: 'U1', at, until: later, origin: { channel: 'C1' } };

const states = [
  'queued',
  'saving',
  'active',
  'active-az',
  'binned',
  'killed',
  'pending_delete',
  'deleted',
] as const;
type State = (typeof states)[number];

function inState(state: State, cloud: Cloud, changed: Parameters<typeof anImage>[0] = {}): Image {
  const id = imageId(1, cloud);
  if (state === 'binned') return anImage({ id, bin, ...changed });
  return state === 'active-az'
    ? aFullImage({ id, status: 'active', limitedToAz: 'az1', ...changed })
    : anImage({ id, status: state, ...changed });
}

/** What each operation answers in each state: true when allowed, else the code. */
type Answers = Readonly<Record<State, true | string>>;

/** Clouds with words of their own for an image that is still being made. */
const notReady = { huawei: 'IMG.0046', otc: 'IMG.0046', jdcloud: 'IMSX.0004' } as const;
const inTheMaking = { huawei: 'IMG.0090', otc: 'IMG.0090', jdcloud: 'IMSX.0004' } as const;
const gone = { binned: 'IMSX.0051', pending_delete: 'IMG.0144', deleted: 'IMG.0144' } as const;

function answer({ findings, refused }: ReturnType<typeof decide>): true | string {
  if (!refused) return true;
  return findings.find(({ severity }) => severity === 'block')?.code ?? 'none';
}

describe.each([...clouds])('at %s, by the state of the image', (cloud) => {
  const code = notReady[cloud];
  const share: Answers = {
    queued: code,
    saving: code,
    active: true,
    'active-az': code,
    killed: code,
    ...gone,
  };
  const unshare: Answers = {
    queued: true,
    saving: true,
    active: true,
    'active-az': true,
    killed: true,
    ...gone,
  };
  const use: Answers = {
    queued: code,
    saving: code,
    active: true,
    'active-az': true,
    killed: code,
    ...gone,
  };
  const remove: Answers = {
    queued: inTheMaking[cloud],
    saving: inTheMaking[cloud],
    active: true,
    'active-az': true,
    killed: true,
    ...gone,
  };

  it.each([...states])('sharing a %s image', (state) => {
    const world = aWorld({ cloud, own: aUnit({ images: [inState(state, cloud)] }) });

    expect(answer(decide(shareImage, world, { image: imageId(1, cloud), targets: [p2] }))).toBe(
      share[state],
    );
  });

  it.each([...states])('stopping the share of a %s image', (state) => {
    const world = aWorld({ cloud, own: aUnit({ images: [inState(state, cloud)] }) });

    expect(answer(decide(unshareImage, world, { image: imageId(1, cloud), targets: 'all' }))).toBe(
      unshare[state],
    );
  });

  it.each([...states])('making a server in az1 from a %s image', (state) => {
    const world = aWorld({ cloud, own: aUnit({ images: [inState(state, cloud)] }) });
    const order = { image: imageId(1, cloud), name: 'app', az: 'az1', ramMb: 4096, count: 1 };

    expect(answer(decide(createServer, world, order))).toBe(use[state]);
  });

  it('making a server elsewhere from an image limited to az1', () => {
    const world = aWorld({ cloud, own: aUnit({ images: [inState('active-az', cloud)] }) });
    const order = { image: imageId(1, cloud), name: 'app', az: 'az2', ramMb: 4096, count: 1 };

    expect(answer(decide(createServer, world, order))).toBe('IMSX.0011');
  });

  it.each([...states])('deleting a %s image', (state) => {
    const world = aWorld({ cloud, own: aUnit({ images: [inState(state, cloud)] }) });

    expect(answer(decide(deleteImage, world, { image: imageId(1, cloud) }))).toBe(remove[state]);
  });

  it.each([...states])('looking at a %s image by its ID', (state) => {
    const world = aWorld({ cloud, own: aUnit({ images: [inState(state, cloud)] }) });

    expect(showImage(world, imageId(1, cloud))?.found.relation).toBe('own');
  });
});

describe.each([
  ['accepting', 'huawei', acceptShare],
  ['accepting', 'otc', acceptShare],
  ['rejecting', 'huawei', rejectShare],
  ['rejecting', 'otc', rejectShare],
] as const)('%s at %s, by the state of the image', (_what, cloud, lifecycle) => {
  const answers: Answers = {
    queued: 'IMG.0046',
    saving: 'IMG.0046',
    active: true,
    'active-az': 'IMG.0046',
    killed: 'IMG.0046',
    binned: 'IMSX.0007',
    pending_delete: 'IMSX.0007',
    deleted: 'IMSX.0007',
  };

  it.each([...states])('%s', (state) => {
    const image = inState(state, cloud, { members: [aMember(p2, 'pending')] });
    const vault = { id: 'v1', name: 'vault-1', capacityGb: 500, usedGb: 0 };
    const world = aWorld({
      cloud,
      own: aUnit({ project: p2, received: [anOffer()], vaults: [vault] }),
      others: [aUnit({ images: [image] })],
    });
    const decision = decide(lifecycle, world, { image: image.id, owner: p1, vaultId: 'v1' });

    expect(answer(decision)).toBe(answers[state]);
  });
});

it.each([
  ['huawei', true],
  ['otc', true],
  ['jdcloud', 'IMSX.0004'],
] as const)(
  'a full-ECS image that is still being made may be deleted at %s: %s',
  (cloud, expected) => {
    const image = aFullImage({ id: imageId(1, cloud), status: 'saving' });
    const world = aWorld({ cloud, own: aUnit({ images: [image] }) });

    expect(answer(decide(deleteImage, world, { image: image.id }))).toBe(expected);
  },
);
