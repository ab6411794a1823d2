import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { TenancyFile } from '../../src/tenancy/tenancy-file.ts';
import { reading, root } from './written.ts';

const readme = await readFile(join(root, 'data/README.md'), 'utf8');

it('shows a tenancy that loads', async () => {
  const [example = ''] = /(?<=```yaml\n)[^`]+/.exec(readme) ?? [];

  const { units, people } = await reading({ 'example.yaml': example });

  expect(units[0]?.servers).toHaveLength(1);
  expect(people).toHaveLength(1);
});

it('names every field there is', () => {
  const missing = fieldsOf(z.toJSONSchema(TenancyFile, { io: 'input' })).filter(
    (field) => !new RegExp(`\\b${field}\\b`).test(readme),
  );

  expect(missing).toEqual([]);
});

/** Names of all fields of a schema, at every depth. */
function fieldsOf(schema: unknown): readonly string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => [
    ...(key === 'properties' ? Object.keys(value) : []),
    ...fieldsOf(value),
  ]);
}
