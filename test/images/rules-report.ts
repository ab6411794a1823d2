import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { documented } from './documented-rules.ts';
import { proofsOf } from './proofs.ts';
import { type WithoutWords, withoutWords } from './rules-without-words.ts';

/** A rule of the documents, what it is about, where it is decided and what proves it. */
export interface RuleRow {
  readonly id: string;
  readonly what: string;
  readonly where: string;
  readonly proofs: readonly string[];
}

const families: Readonly<Record<string, readonly string[]>> = {
  ...documented,
  'lists, searches and files': Object.keys(withoutWords).filter((id) =>
    /^R-(LIST|TAGQ|CSV|CAP|OPT)-/.test(id),
  ),
};

const Said = z.object({ says: z.string() });
const RuleWords = z.record(z.string(), z.union([Said, z.record(z.string(), Said)]));
const words = RuleWords.parse(parse(readFileSync('intents/wording/en/rules.yaml', 'utf8')));

const sources = readdirSync('src/images', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .toSorted()
  .map((file) => ({
    file: join('src/images', file),
    text: readFileSync(join('src/images', file), 'utf8'),
  }));

export function rows(): Readonly<Record<string, readonly RuleRow[]>> {
  return Object.fromEntries(
    Object.entries(families).map(([family, ids]) => [family, ids.map(rowOf)]),
  );
}

/** The report as Markdown. */
export function report(): string {
  const sections = Object.entries(rows()).map(([family, list]) =>
    [
      `## ${family.charAt(0).toUpperCase()}${family.slice(1)}`,
      '',
      '| Rule | What | Decided in | Proven by |',
      '|---|---|---|---|',
      ...list.map(
        ({ id, what, where, proofs }) =>
          `| ${id} | ${cell(what)} | ${cell(where)} | ${cell(proofs.join('; '))} |`,
      ),
    ].join('\n'),
  );
  return `${[heading, ...sections].join('\n\n')}\n`;
}

const heading = `# The rules

Every rule of the clouds' documents that Goldie knows: what it says, the file that decides it, and what proves it. Made by
\`npm run rules:report\` from the sources, \`intents/wording/en/rules.yaml\` and the tests; not written by hand.

Facts that a sentence is filled with are shown as "…". A case is a request in the tables \`test/images/bad-*.ts\` that is
refused, asked about or warned of with that code (\`test/images/negatives.test.ts\`); a note that is "said when …" is in
\`test/images/said-and-unsaid.ts\`; any other proof is a test, by its file under \`test/\` and its name.`;

/** Most proofs shown of one rule. */
const shown = 4;

function rowOf(id: string): RuleRow {
  const without = withoutWords[id];
  const named = sources.filter(({ text }) => new RegExp(`'${id}'`).test(text));
  const decidedIn = [
    ...named.map(({ file }) => file),
    ...(without?.by ?? []).map((other) => `with ${other}`),
    ...(without?.where ?? []),
  ];
  const why = without?.why === undefined ? [] : [`nothing to decide: ${without.why}`];
  const found = [
    ...proofsOf(id),
    ...(without?.proofs ?? []).map(([file, title]) => `${file}: ${title}`),
    ...(without?.by ?? []).map((other) => `${other}: ${proofsOf(other)[0] ?? ''}`),
  ];
  const rest = found.length - shown;
  return {
    id,
    what: whatOf(id, without),
    where: [...new Set([...decidedIn, ...why])].join(', '),
    proofs:
      found.length === 0 && why.length > 0
        ? ['nothing to prove']
        : [...found.slice(0, shown), ...(rest > 0 ? [`and ${rest} more`] : [])],
  };
}

function whatOf(id: string, without: WithoutWords | undefined): string {
  if (without !== undefined) return without.what;
  const said = Said.safeParse(words[id]).data;
  const all = said ? [said] : Object.values(words[id] ?? {}).map((each) => Said.parse(each));
  return [...new Set(all.map(({ says }) => plain(says)))].join(' / ');
}

/** A sentence without its facts and marks: of a word that goes by a number, the plural. */
function plain(sentence: string): string {
  return sentence
    .replace(/\{\{[^}|]*\|[^}|]*\|([^}]*)\}\}/g, '$1')
    .replace(/\{\{[^}]*\}\}/g, '…')
    .replaceAll('*', '');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
