import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { badRequests } from './bad-requests.ts';
import { saidAndUnsaid } from './said-and-unsaid.ts';

/** Tests whose tables are read as data, or which only count rules. */
const tables = ['negatives.test.ts', 'rules-decided.test.ts', 'rules-report.test.ts'];

interface Test {
  /** From `test/`. */
  readonly file: string;
  readonly title: string;
  readonly text: string;
}

/** Every test there is, with what stands between it and the next. */
export const allTests: readonly Test[] = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts') && !tables.some((table) => file.endsWith(table)))
  .toSorted()
  .flatMap((file) =>
    readFileSync(join('test', file), 'utf8')
      .split(/^(?=\s*(?:it|describe)(?:\.each)?[(<])/m)
      .flatMap((text) => {
        const title = titleOf(text);
        return title === undefined ? [] : [{ file, title, text }];
      }),
  );

/** What proves a rule: rows of the tables of requests, then tests that name it. */
export function proofsOf(id: string): readonly string[] {
  const rows = Object.values(badRequests)
    .flat()
    .filter(([, rule, what]) => rule === id || what.includes(`(${id})`))
    .map(([number, , what, code]) => `case ${number}: ${what} (${code})`);
  const notes = Object.values(saidAndUnsaid)
    .flat()
    .filter(([rule]) => rule === id)
    .map(([, when]) => `said when ${when}, and only then`);
  const named = new RegExp(`${id}(?!\\d)`);
  const tests = allTests
    .filter(({ text }) => named.test(text))
    .map(({ file, title }) => `${file}: ${title}`);
  return [...rows, ...notes, ...new Set(tests)];
}

function titleOf(text: string): string | undefined {
  const plain = /^\s*it\(\s*(['`])(.+?)\1/s.exec(text);
  const table = /^\s*it\.each.*?\)\(\s*(['`])(.+?)\1,\s*(?:\{[^}]*\},\s*)?(?:async )?\(/s.exec(
    text,
  );
  return (plain ?? table)?.[2];
}
