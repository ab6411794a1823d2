import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadKnowledge, readKnowledge } from '../src/knowledge.ts';
import { fromFile, type Knowledge, markOf, toText } from '../src/knowledge-file.ts';

let folder: string;
let read: Knowledge;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'goldie-knowledge-'));
  read = await readKnowledge();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the built knowledge', () => {
  it('is what was read', async () => {
    const file = await fileOf(toText(read, 'as it is'));

    expect(fromFile(file, 'as it is')).toEqual(read);
  });

  it('is not used once a file has changed', async () => {
    const file = await fileOf(toText(read, 'as it was'));

    expect(fromFile(file, 'as it is')).toBeUndefined();
  });

  it('is not used where it was cut short', async () => {
    const file = await fileOf(toText(read, 'as it is').slice(0, 20_000));

    expect(fromFile(file, 'as it is')).toBeUndefined();
  });

  it('gives way to the files themselves where it was not made of them', async () => {
    const file = await fileOf(toText({ ...read, topics: [], demo: [] }, 'of other files'));

    expect(await loadKnowledge(file)).toEqual(read);
    expect(await loadKnowledge(join(folder, 'never-built.json'))).toEqual(read);
  });
});

describe('the mark of files', () => {
  let files: string;
  beforeEach(async () => {
    files = await mkdtemp(join(folder, 'files-'));
    await writeFile(join(files, 'one.yaml'), 'title: One\n');
  });

  it('stays the same while nothing changes', async () => {
    expect(markOf([files])).toBe(markOf([files]));
  });

  it('changes with what a file says', async () => {
    const before = markOf([files]);
    await writeFile(join(files, 'one.yaml'), 'title: Two\n');

    expect(markOf([files])).not.toBe(before);
  });

  it('changes with the name of a file and with a file more', async () => {
    const marks = [markOf([files])];
    await rename(join(files, 'one.yaml'), join(files, 'other.yaml'));
    marks.push(markOf([files]));
    await writeFile(join(files, 'third.yaml'), '');
    marks.push(markOf([files]));

    expect(new Set(marks).size).toBe(3);
  });

  it('does not mind files that are not YAML', async () => {
    const before = markOf([files]);
    await writeFile(join(files, 'README.md'), 'Read me.');

    expect(markOf([files])).toBe(before);
  });
});

async function fileOf(text: string): Promise<string> {
  const file = join(folder, 'knowledge.json');
  await writeFile(file, text);
  return file;
}
