import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { methods } from '../../src/workspace/api/methods.ts';

const page = readFileSync('docs/local-workspace.md', 'utf8');

interface Row {
  readonly subject: string;
  readonly tests: string;
  readonly gaps: string;
}

/** The rows of every table: what it is about, the tests, the gaps. */
const rows: readonly Row[] = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (Method|Event|What) \|/.test(line))
  .map((line) => {
    const [, subject = '', tests = '', gaps = ''] = line.split('|').map((cell) => cell.trim());
    return { subject, tests, gaps };
  });

const references = [...page.matchAll(/`([\w-]+\.test\.ts): ([^`]+)`/g)].map(
  ([, file = '', name = '']) => ({ file, name }),
);

describe('the coverage page', () => {
  it('lists exactly the methods that the workspace has', () => {
    const [, section = ''] = /## Web API methods\n([\s\S]*?)(?=\n## |$)/.exec(page) ?? [];
    const listed = [...section.matchAll(/^\| `([\w.]+)` \|/gm)].map(([, name]) => name);

    expect(listed).toEqual(Object.keys(methods).toSorted());
  });

  it('names only tests that exist', () => {
    const strays = references.filter(({ file, name }) => {
      const path = `test/workspace/${file}`;
      return !existsSync(path) || !readFileSync(path, 'utf8').includes(`'${name}'`);
    });

    expect(references.length).toBeGreaterThan(20);
    expect(strays).toEqual([]);
  });

  it('has a test or a gap, said in words, for everything it lists', () => {
    expect(rows.length).toBeGreaterThan(20);
    expect(rows.filter(({ tests, gaps }) => tests === '' && gaps === '')).toEqual([]);
  });
});
