import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { root } from './root.ts';

/** The app manifest as YAML, with the steps for Workflow Builder. */
export async function manifestWithSteps(): Promise<string> {
  const [base, steps] = await Promise.all(['manifest.yml', 'manifest.steps.yml'].map(read));
  return stringify(merged(base, steps), { lineWidth: 0 });
}

async function read(file: string): Promise<unknown> {
  return parse(await readFile(join(root, file), 'utf8'));
}

/** What is added goes into the same places: lists are joined, single values take the place of those before. */
function merged(base: unknown, added: unknown): unknown {
  if (Array.isArray(base) && Array.isArray(added)) return [...base, ...added];
  if (!isRecord(base) || !isRecord(added)) return added ?? base;
  const names = [...new Set([...Object.keys(base), ...Object.keys(added)])];
  return Object.fromEntries(names.map((name) => [name, merged(base[name], added[name])]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
