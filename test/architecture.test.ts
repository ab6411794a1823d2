import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { expect, it } from 'vitest';

/** Which rooms and packages a room may look into. A room always sees itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  images: ['zod'],
  wording: ['zod', 'yaml', 'node'],
  notices: ['images', 'zod'],
  cloud: ['images', 'zod', 'node'],
  storage: [
    'images',
    'access',
    'cloud',
    'conversation',
    'notices',
    'slack',
    'lowdb',
    'zod',
    'node',
    'proper-lockfile',
    'write-file-atomic',
    'yaml',
  ],
  access: ['images', 'zod'],
  tenancy: ['images', 'access', 'zod', 'yaml', 'node'],
  operations: ['images', 'cloud', 'access', 'notices', 'wording', 'zod'],
  understanding: ['natural', 'yaml', 'zod', 'node'],
  answers: ['images', 'understanding', 'yaml', 'zod'],
  conversation: [
    'operations',
    'answers',
    'understanding',
    'access',
    'cloud',
    'images',
    'notices',
    'wording',
    'zod',
  ],
  jobs: ['cloud', 'images', 'notices', 'operations'],
  slack: [
    'conversation',
    'jobs',
    'images',
    'notices',
    'wording',
    'zod',
    '@slack/bolt',
    '@slack/types',
    '@slack/web-api',
    'undici',
  ],
  workspace: ['node', 'ws', 'zod', 'yaml', 'preact', 'vite', '@slack/types'],
};

/** Rooms of which another room may see the ports only: what it needs kept or said, never how. */
const portsOnly: Readonly<Record<string, readonly string[]>> = {
  operations: ['cloud'],
  storage: ['access', 'cloud', 'slack'],
  jobs: ['cloud'],
  slack: ['jobs'],
};

/** Only these put rooms together. */
const assembly = [
  'main.ts',
  'goldie.ts',
  'config.ts',
  'root.ts',
  'knowledge.ts',
  'knowledge-file.ts',
  'intents-build.ts',
  'intents-check.ts',
  'intents-taught.ts',
  'intents-try.ts',
  'manifest-steps.ts',
  'manifest.ts',
];

const src = resolve(import.meta.dirname, '../src');
const importing =
  /(?:^|\n)\s*(?:import|export)\s[^;'"]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)|(?:^|\n)import\s+'([^']+)'/g;

function importsOf(path: string): readonly string[] {
  const found = readFileSync(path, 'utf8').matchAll(importing);
  return [...found].flatMap(([, from, dynamic, bare]) => from ?? dynamic ?? bare ?? []);
}

function roomOf(path: string, from: string): string {
  if (from.startsWith('.')) return relative(src, resolve(path, '..', from)).split('/')[0] ?? '';
  if (from.startsWith('node:')) return 'node';
  return from.startsWith('@') ? from.split('/').slice(0, 2).join('/') : (from.split('/')[0] ?? '');
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => join(folder, file));
}

for (const [room, allowed] of Object.entries(mayImport)) {
  it(`${room} imports only from ${allowed.join(', ')}`, () => {
    const strays = filesOf(join(src, room)).flatMap((path) =>
      importsOf(path)
        .filter((from) => ![room, ...allowed].includes(roomOf(path, from)))
        .map((from) => `${relative(src, path)} -> ${from}`),
    );

    expect(strays).toEqual([]);
  });
}

for (const [room, others] of Object.entries(portsOnly)) {
  it(`${room} sees only the ports of ${others.join(', ')}`, () => {
    const strays = filesOf(join(src, room)).flatMap((path) =>
      importsOf(path)
        .filter((from) => others.includes(roomOf(path, from)) && !/\/ports\.ts$/.test(from))
        .map((from) => `${relative(src, path)} -> ${from}`),
    );

    expect(strays).toEqual([]);
  });
}

it('knows every room', () => {
  const rooms = readdirSync(src, { withFileTypes: true }).filter((entry) => entry.isDirectory());

  expect(rooms.map(({ name }) => name).toSorted()).toEqual(Object.keys(mayImport).toSorted());
});

it('puts rooms together in the assembly files only, and nothing imports those', () => {
  const files = readdirSync(src, { withFileTypes: true }).filter((entry) => entry.isFile());
  const importers = Object.keys(mayImport).flatMap((room) =>
    filesOf(join(src, room)).filter((path) =>
      importsOf(path).some((from) => assembly.includes(roomOf(path, from))),
    ),
  );

  expect(files.map(({ name }) => name).toSorted()).toEqual(assembly.toSorted());
  expect(importers).toEqual([]);
});

it('keeps clock and chance out of decisions', () => {
  const impure = /Date\.now|new Date\(\)|Math\.random|randomUUID|setTimeout|process\./;
  const found = filesOf(join(src, 'images')).filter((path) =>
    impure.test(readFileSync(path, 'utf8')),
  );

  expect(found).toEqual([]);
});
