import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { sourceWords } from '../../src/operations/source-words.ts';
import { root } from '../../src/root.ts';
import { loadWording } from '../../src/wording/load-wording.ts';
import type { Wording } from '../../src/wording/wording.ts';

let wording: Wording;
beforeAll(async () => {
  wording = await loadWording(join(root, 'intents', 'wording'));
});

it('spells out where a rule was read', () => {
  expect(sourceWords(wording, 'umn/managing_tags; S1; [D] SPEC 6.2')).toBe(
    'Open Telekom Cloud user guide (managing tags), Huawei Cloud FAQ on sharing images, a decision of Goldie',
  );
  expect(sourceWords(wording, 'jdsdk createImage')).toBe('JD Cloud SDK (createImage)');
});

it('knows every document that the rules name', () => {
  const folder = join(root, 'src', 'images', 'rules');
  const files = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  const sources = files.flatMap((text) =>
    [...text.matchAll(/source: '([^']+)'/g)].flatMap(([, source = '']) => source.split(';')),
  );
  const names = sources.map((source) => /^\w+/.exec(source.trim())?.[0] ?? '').filter(Boolean);
  const unknown = [...new Set(names)].filter((name) => !wording.has(`sources.${name}`));

  expect(unknown).toEqual([]);
});
