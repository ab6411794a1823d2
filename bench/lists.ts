import { readFile } from 'node:fs/promises';
import { listImages } from '../src/images/list-images.ts';
import { aLargeLab } from './large-lab.ts';
import { type Beside, beside, milliseconds } from './timing.ts';

/** Listing and searching the images of one project; times in ms, next to reading and parsing its file. */
export interface ListFigures {
  /** The first page of a project that was not looked at before. */
  readonly first: Beside;
  /** The first page once more. */
  readonly again: Beside;
  /** A search by a part of the name, sorted by size. */
  readonly search: Beside;
}

export async function measureLists(projects: number): Promise<ListFigures> {
  const lab = await aLargeLab({ projects, images: 100 });
  const list = async (at: number, query: Parameters<typeof listImages>[1]) => {
    const { world } = await lab.cloud.look(lab.caller(at));
    const found = listImages(world, query);
    if (!('rows' in found) || found.rows.length === 0) throw new Error('The list is empty.');
  };
  const file = (at: number) => `${lab.state}/units/eu-de/${lab.project(at)}.json`;
  try {
    const half = projects / 2;
    const reading = await milliseconds(half, async (at) =>
      JSON.parse(await readFile(file(at + half), 'utf8')),
    );
    const first = await milliseconds(half, (at) => list(at, {}));
    const again = await milliseconds(500, () => list(0, {}));
    const search = await milliseconds(500, () => list(0, { nameLike: 'IMAGE-1', sort: 'size' }));
    return {
      first: beside(first, reading),
      again: beside(again, reading),
      search: beside(search, reading),
    };
  } finally {
    await lab.close();
  }
}
