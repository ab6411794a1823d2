import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { IntentProblems, intentsMark, loadIntents } from '../../src/understanding/load-intents.ts';

describe('loading intents', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'goldie-intents-'));
    await cp('intents', folder, { recursive: true });
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  async function change(file: string, before: string, after: string): Promise<void> {
    const path = join(folder, file);
    const text = await readFile(path, 'utf8');
    expect(text).toContain(before);
    await writeFile(path, text.replace(before, after));
  }

  it('accepts what ships', async () => {
    const { operations, topics } = await loadIntents(folder);

    expect(operations.length).toBeGreaterThanOrEqual(18);
    expect(topics.flatMap(({ questions }) => questions).length).toBeGreaterThanOrEqual(23);
  });

  it.each([
    [
      'operations/share-image.yaml',
      'share {image}\n',
      'share {imge}\n',
      /share-image\.yaml[\s\S]*uses \{imge\}/,
    ],
    ['operations/share-image.yaml', 'changes: true', 'changes: maybe', /changes anything/],
    [
      'operations/share-image.yaml',
      'id: image.share',
      'id: image.list',
      /two meanings are called image\.list/,
    ],
    ['operations/help.yaml', '- help me', '- help [me', /opens a bracket/],
    ['operations/help.yaml', '- menu', '- list images', /"list images" is taught to both/],
    ['faq/creating.yaml', 'identical servers quickly?', 'identical servers quickly', /ends in \?/],
    ['faq/creating.yaml', 'checked: 2026-11-20', 'checked: soon', /when the source was checked/],
    [
      'faq/creating.yaml',
      'do: image.create',
      'do: image.crate',
      /offers the operation image\.crate/,
    ],
    [
      'faq/creating.yaml',
      'see also: [',
      'see also: [faq.nowhere, ',
      /points at faq\.nowhere, which does not exist/,
    ],
    ['faq/creating.yaml', 'jdcloud:', 'jcloud:', /speaks of the cloud jcloud/],
    ['faq/creating.yaml', 'topic:', 'colour: red\ntopic:', /colour/],
    ['synonyms.yaml', 'clouds:', 'clowds:', /synonyms\.yaml/],
  ])('names the fault when %s says %j instead: %j', async (file, before, after, fault) => {
    await change(file, before, after);

    await expect(loadIntents(folder)).rejects.toThrow(fault);
  });

  it('names the faults of all files at once', async () => {
    await change('operations/help.yaml', 'changes: false', 'changes: 7');
    await change('faq/sharing.yaml', 'checked: 2026-11-20', 'checked: x');

    const error = await loadIntents(folder).catch((thrown: unknown) => thrown);

    expect(error).toBeInstanceOf(IntentProblems);
    expect(String(error)).toContain('help.yaml');
    expect(String(error)).toContain('sharing.yaml');
  });

  it('marks a change of any file', async () => {
    const before = await intentsMark(folder);
    await change('synonyms.yaml', 'groups:', '# changed\ngroups:');

    expect(await intentsMark(folder)).not.toBe(before);
    expect(await intentsMark('intents')).toBe(before);
  });
});
