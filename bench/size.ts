import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { idsFor } from '../src/cloud/ids.ts';
import { decide } from '../src/images/decision.ts';
import { tagImage } from '../src/images/operations/tag-image.ts';
import { goldie, start } from './bots.ts';
import { median } from './figures.ts';
import { aLargeLab, type LargeLab } from './large-lab.ts';
import { writeLargeTenancy } from './large-tenancy.ts';
import { type Beside, beside, milliseconds } from './timing.ts';

/** Goldie with many projects, next to Goldie with ten; 20 images in each project. */
export interface SizeFigures {
  readonly projects: number;
  /** Looking, deciding and writing down a tag, ms. */
  readonly operation: Beside;
  /** The same in a project that was not looked at before, next to one that was. */
  readonly firstOperation: Beside;
  /** The first start: the tenancy is read, checked and put into place, ms. */
  readonly firstStart: Beside;
  readonly firstCpu: Beside;
  /** A start over the state of an earlier life, ms. */
  readonly laterStart: Beside;
  /** CPU time of these starts, ms: hardly depends on what else the machine does. */
  readonly laterCpu: Beside;
  /** Heap in use after that start, bytes. */
  readonly heap: Beside;
  /** What of the heap an image costs, bytes. */
  readonly heapPerImage: number;
}

const images = 20;
const few = 10;

export async function measureSize(many: number): Promise<SizeFigures> {
  const ours = await lifeWith(many);
  const theirs = await lifeWith(few);
  return {
    projects: many,
    ...(await measureOperations(many)),
    firstStart: beside(ours.firstMs, theirs.firstMs),
    firstCpu: beside(ours.firstCpuMs, theirs.firstCpuMs),
    laterStart: beside(ours.laterMs, theirs.laterMs),
    laterCpu: beside(ours.laterCpuMs, theirs.laterCpuMs),
    heap: beside(ours.heapBytes, theirs.heapBytes),
    heapPerImage: (ours.heapBytes - theirs.heapBytes) / ((many - few) * images),
  };
}

/** The bot itself. The life between the two that are measured reads what was written just before the first was killed. */
async function lifeWith(projects: number) {
  const tenancy = await mkdtemp(join(tmpdir(), 'goldie-bench-tenancy-'));
  await writeLargeTenancy(tenancy, { projects, images });
  let life = await start(goldie, { GOLDIE_TENANCY: tenancy });
  try {
    const firstMs = life.startMs;
    const { cpuMs: firstCpuMs } = await life.usage();
    life = await (await life.again()).again();
    const { cpuMs: laterCpuMs } = await life.usage();
    const { heapBytes } = await life.usage(true);
    return { firstMs, firstCpuMs, laterMs: life.startMs, laterCpuMs, heapBytes };
  } finally {
    await life.close();
    await rm(tenancy, { recursive: true, force: true });
  }
}

/** In turns, so that what else the machine does falls on all. */
async function measureOperations(many: number) {
  const large = await aLargeLab({ projects: many, images });
  const small = await aLargeLab({ projects: few, images });
  try {
    const [known, unknown, reference]: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round < 25; round += 1) {
      known.push(await milliseconds(few, (at) => tag(large, at, round)));
      unknown.push(await milliseconds(few, (at) => tag(large, (round + 1) * few + at, round)));
      reference.push(await milliseconds(few, (at) => tag(small, at, round)));
    }
    return {
      operation: beside(median(known), median(reference)),
      firstOperation: beside(median(unknown), median(known)),
    };
  } finally {
    await large.close();
    await small.close();
  }
}

async function tag({ cloud, caller }: LargeLab, at: number, round: number): Promise<void> {
  const { world, version } = await cloud.look(caller(at));
  const image = world.own.images[0];
  if (image === undefined) throw new Error('The project has no image.');
  const decision = decide(tagImage, world, { image: image.id, tags: [`round.${round}`] });
  const key = `tag-${at}-${round}`;
  const next = decision.carryOut({
    key,
    origin: { person: 'U0WEBOP' },
    newId: idsFor(key, 'uuid'),
  });
  if (next === undefined || !(await cloud.commit(world.own.project, version, next)))
    throw new Error(`The tag was refused: ${JSON.stringify(decision.findings)}`);
}
