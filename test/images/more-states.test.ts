import { describe, expect, it } from 'vitest';
import { decide } from '../../src/images/decision.ts';
import type { Image } from '../../src/images/image.ts';
import { exportImage } from '../../src/images/operations/export-image.ts';
import { modifyImage } from '../../src/images/operations/modify-image.ts';
import { changeOs } from '../../src/images/operations/replace-os.ts';
import { replicateAcross } from '../../src/images/operations/replicate-across.ts';
import { replicateImage } from '../../src/images/operations/replicate-image.ts';
import { tagImage } from '../../src/images/operations/tag-image.ts';
import { agency } from './bad-cross-copies.ts';
import {
  aBucket,
  aFullImage,
  anImage,
  aServer,
  aUnit,
  aWorld,
  imageId,
  overseas,
} from './builders.ts';

const id = imageId(1);

type Answers = Readonly<Record<Image['status'] | 'active-az', true | string>>;

const gone = { pending_delete: 'IMG.0144', deleted: 'IMG.0144' } as const;
const settledOnly = {
  queued: 'IMG.0046',
  saving: 'IMG.0046',
  killed: 'IMG.0046',
  ...gone,
} as const;

/** What SPEC 2.3 answers for each operation in each state: true, or the code. */
const expected: Readonly<Record<string, Answers>> = {
  modify: { ...settledOnly, active: true, 'active-az': 'IMG.0046' },
  tag: { queued: true, saving: true, active: true, 'active-az': true, killed: true, ...gone },
  copy: { ...settledOnly, active: true, 'active-az': 'IMG.0130' },
  'cross-copy': { ...settledOnly, active: true, 'active-az': 'IMG.0152' },
  export: { ...settledOnly, active: true, 'active-az': 'IMG.0128' },
  'change-os': { ...settledOnly, active: true, 'active-az': true },
};

function worldOf(state: keyof Answers) {
  const image =
    state === 'active-az' ? aFullImage({ limitedToAz: 'az1' }) : anImage({ status: state });
  const own = aUnit({
    images: [image],
    servers: [aServer({ state: 'stopped' })],
    buckets: [aBucket()],
    agencies: [agency],
  });
  return aWorld({ own, others: [aUnit({ project: overseas, region: 'r2' })] });
}

function asked(operation: string, state: keyof Answers) {
  const world = worldOf(state);
  switch (operation) {
    case 'modify':
      return decide(modifyImage, world, { image: id, field: 'name', value: 'new' });
    case 'tag':
      return decide(tagImage, world, { image: id, tags: ['a.b'] });
    case 'copy':
      return decide(replicateImage, world, { image: id, name: 'copy' });
    case 'cross-copy':
      return decide(replicateAcross, world, { image: id, region: 'r2', agency: 'copier' });
    case 'export':
      return decide(exportImage, world, { image: id, bucket: 'imports', file: 'web', fast: false });
    default:
      return decide(changeOs, world, { server: 's1', image: id });
  }
}

describe.each(Object.entries(expected))('to %s', (operation, answers) => {
  it.each(Object.entries(answers))('an image that is %s: %s', (state, answer) => {
    const { findings, refused } = asked(operation, stateNamed(state));
    const code = findings.find(({ severity }) => severity === 'block')?.code;

    expect(refused ? code : true).toBe(answer);
  });
});

function stateNamed(text: string): keyof Answers {
  const states = [
    'queued',
    'saving',
    'active',
    'active-az',
    'killed',
    'pending_delete',
    'deleted',
  ] as const;
  return states.find((state) => state === text) ?? 'deleted';
}
