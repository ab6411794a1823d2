import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseAllDocuments } from 'yaml';
import { z } from 'zod';

/** Somebody says something, types a command, presses a button; Goldie says something; time passes. */
export type Step =
  | { readonly kind: 'says' | 'types' | 'presses'; who: string; where?: string; text: string }
  | { readonly kind: 'presses again'; who: string; where?: string; text: string }
  | { readonly kind: 'hears'; where?: string; expected: Expected }
  | { readonly kind: 'card'; expected: Expected }
  | { readonly kind: 'wait'; ms: number }
  /** Nobody was told anything that the script has not mentioned. */
  | { readonly kind: 'silence' };

/** What a message must hold. */
export interface Expected {
  readonly says: readonly string[];
  readonly saysNot: readonly string[];
  /** All buttons, in order. */
  readonly choices?: readonly string[] | undefined;
  /** Only the asker sees it. */
  readonly privately?: boolean | undefined;
}

export interface Dialog {
  readonly title: string;
  readonly steps: readonly Step[];
}

const Words = z.union([z.string().transform((one) => [one]), z.array(z.string())]);

const WrittenStep = z
  .object({
    not: Words.default([]),
    choices: z.array(z.string()).optional(),
    private: z.boolean().optional(),
  })
  .catchall(z.union([z.string(), z.array(z.string()), z.boolean()]));

const WrittenDialog = z.strictObject({ title: z.string(), dialog: z.array(WrittenStep).min(1) });

/** Every dialog of every file beside this one, by file. @throws when one cannot be read */
export function readDialogs(): ReadonlyMap<string, readonly Dialog[]> {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  return new Map(
    files.map((file) => {
      const documents = parseAllDocuments(readFileSync(`${folder}/${file}`, 'utf8'));
      return [file, documents.map((document) => readDialog(document.toJS(), file))];
    }),
  );
}

function readDialog(written: unknown, file: string): Dialog {
  const { data, error } = WrittenDialog.safeParse(written);
  if (!data) throw new Error(`${file}: ${z.prettifyError(error)}`);
  return { title: data.title, steps: data.dialog.map((step) => readStep(step, data.title)) };
}

function readStep(written: z.infer<typeof WrittenStep>, title: string): Step {
  const { not: saysNot, choices, private: privately, ...rest } = written;
  const [key = '', value = ''] = Object.entries(rest)[0] ?? [];
  const says = Words.safeParse(value).data ?? [];
  const text = says.join('\n');
  const expected = { says, saysNot, choices, privately };
  const {
    who = '',
    does,
    where,
  } = /^(?<who>\w+)(?: (?<does>types|presses again|presses))?(?: in (?<where>\S+))?$/.exec(key)
    ?.groups ?? {};
  const place = where === undefined ? {} : { where };
  const expects = saysNot.length > 0 || choices !== undefined || privately !== undefined;
  if (expects && who !== 'goldie' && who !== 'card')
    throw new Error(`${title}: only what Goldie says can be expected: ${key}`);
  if (Object.keys(rest).length !== 1 || who === '')
    throw new Error(`${title}: this is no step: ${JSON.stringify(rest)}`);
  if (who === 'wait') return { kind: 'wait', ms: milliseconds(text) };
  if (who === 'silence') return { kind: 'silence' };
  if (who === 'card') return { kind: 'card', expected };
  if (who === 'goldie') return { kind: 'hears', ...place, expected };
  if (does === 'types' || does === 'presses' || does === 'presses again')
    return { kind: does, who, ...place, text };
  return { kind: 'says', who, ...place, text };
}

function milliseconds(text: string): number {
  const { number, unit = '' } =
    /^(?<number>\d+) (?<unit>second|minute|hour)s?$/.exec(text)?.groups ?? {};
  const units: Readonly<Record<string, number>> = { second: 1000, minute: 60_000, hour: 3_600_000 };
  const length = units[unit];
  if (length === undefined) throw new Error(`How long is "${text}"?`);
  return Number(number) * length;
}
