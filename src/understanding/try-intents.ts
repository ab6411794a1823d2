import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { loadUnderstanding } from './load-understanding.ts';
import { type Known, nothingKnown, type Understanding } from './meaning.ts';

/** What the inventory of a person is, for `--tenancy PATH --as PERSON`. */
export type KnownTo = (tenancy: string, person: string) => Promise<Known>;

/**
 * `intents:try`: says what Goldie would make of words. `--json` reads lines from standard input and prints one JSON line
 * for each: text, kind, id, slots, sureness, alternatives.
 */
export async function tryIntents(args: readonly string[], knownTo?: KnownTo): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      intents: { type: 'string', default: 'intents' },
      tenancy: { type: 'string' },
      as: { type: 'string' },
    },
  });
  if (values.tenancy !== undefined && !knownTo) {
    throw new Error('This way of starting cannot read a tenancy; leave --tenancy out.');
  }
  const known =
    values.tenancy !== undefined && values.as !== undefined && knownTo
      ? await knownTo(values.tenancy, values.as)
      : nothingKnown;
  const { understand } = await loadUnderstanding(values.intents);
  if (!values.json) {
    process.stdout.write(`${inWords(understand(positionals.join(' '), known))}\n`);
    return;
  }
  for await (const line of createInterface({ input: process.stdin })) {
    const { kind, id, slots, sureness, alternatives } = understand(line, known);
    const json = JSON.stringify({ text: line, kind, id, slots, sureness, alternatives });
    process.stdout.write(`${json}\n`);
  }
}

function inWords({ kind, id, sureness, speech, slots, alternatives }: Understanding): string {
  const percent = (share: number) => `${Math.round(share * 100)} %`;
  return [
    `${kind}${id === null ? '' : ` ${id}`}, ${percent(sureness)} sure, said as ${speech}`,
    ...Object.entries(slots).map(([slot, value]) => `  ${slot}: ${JSON.stringify(value)}`),
    ...alternatives.map((other) => `  or ${other.id}, ${percent(other.sureness)}`),
  ].join('\n');
}
