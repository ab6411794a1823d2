import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { readTenancy, type Tenancy } from '../../src/tenancy/read-tenancy.ts';
import { TenancyFault } from '../../src/tenancy/tenancy-fault.ts';

export const root = fileURLToPath(new URL('../../', import.meta.url));
const clouds = join(root, 'data/clouds');

/** The smallest tenancy that has everything a server or an image needs around it. */
export const base = `
accounts: [{ id: northwind, name: Northwind }]
regions:
  - { id: eu-de, azs: [eu-de-01], sites: [international] }
  - { id: eu-nl, azs: [eu-nl-01], sites: [international] }
projects:
  - { name: team-web, id: ${'a'.repeat(32)}, region: eu-de, account: northwind, channel: C0WEB }
  - { name: team-data, id: ${'b'.repeat(32)}, region: eu-de, account: northwind }
  - { name: team-far, id: ${'c'.repeat(32)}, region: eu-nl, account: northwind }
  - { name: team-jd, id: ${'d'.repeat(32)}, region: eu-nl, account: northwind, cloud: jdcloud }
`;

/** An image entry with what an image has to have, and more. */
export function image(more: string): string {
  return `{ name: golden, project: team-web, type: system, minDisk: 40, origin: { kind: server }, ${more} }`;
}

/** Reads a tenancy of these files, in a folder of its own. */
export async function reading(files: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(join(tmpdir(), 'goldie-tenancy-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return withUnits(await readTenancy({ tenancy: folder, clouds, defaultCloud: 'huawei' }));
}

export async function readingDemo() {
  const tenancy = join(root, 'data/demo');
  return withUnits(await readTenancy({ tenancy, clouds, defaultCloud: 'huawei' }));
}

function withUnits(tenancy: Tenancy) {
  const units = tenancy.directory.projects().map(({ id }) => tenancy.unitOf(id));
  return { ...tenancy, units };
}

/** What is wrong with these files, as `file: place: message` without the folder. */
export async function faultsOf(files: Readonly<Record<string, string>>): Promise<string[]> {
  const fault = await reading(files).then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(fault instanceof TenancyFault)) throw new Error('The tenancy was taken', { cause: fault });
  return fault.faults.map(({ file, at, message }) =>
    [file.split('/').at(-1), at, message].filter(Boolean).join(': '),
  );
}
