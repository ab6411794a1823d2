import { expect, it } from 'vitest';
import { z } from 'zod';
import { type FileFormat, readDocument, writeDocument } from '../../src/storage/file-format.ts';

const One = z.object({ size: z.number() });
const Two = z.object({ sizeGb: z.number() });
const third: FileFormat<{ bytes: number }> = {
  name: 'disk',
  schema: z.strictObject({ bytes: z.number() }),
  migrations: [
    (data) => ({ sizeGb: One.parse(data).size }),
    (data) => ({ bytes: Two.parse(data).sizeGb * 1024 ** 3 }),
  ],
};

it.each([
  [1, { size: 2 }],
  [2, { sizeGb: 2 }],
  [3, { bytes: 2 * 1024 ** 3 }],
])('brings data of version %i up to date, step by step', (version, data) => {
  const text = JSON.stringify({ version, revision: 7, data });

  expect(readDocument(third, 'disk.json', text)).toEqual({
    revision: 7,
    data: { bytes: 2 * 1024 ** 3 },
  });
});

it('writes the newest version', () => {
  const text = writeDocument(third, { revision: 1, data: { bytes: 5 } });

  expect(JSON.parse(text)).toEqual({ version: 3, revision: 1, data: { bytes: 5 } });
});
