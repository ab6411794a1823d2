import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const Labelled = z.array(z.tuple([z.string(), z.string()]));

/** A public set for measuring: texts with labels, and texts that belong to none. */
const PublicSet = z.object({
  train: Labelled,
  valid: Labelled,
  test: Labelled,
  oosValid: z.array(z.string()),
  oosTest: z.array(z.string()),
});
export type PublicSet = z.infer<typeof PublicSet>;

/** What others reach in percent, measured with the same files; `inScope / recall` where there is out-of-scope data. */
export interface Peers {
  readonly file: string;
  readonly nlpJs: string;
  readonly naturalBayes: string;
  readonly winkBayes: string;
  readonly aim: string;
}

export const peers: readonly Peers[] = [
  row('hwu_10shot', '67.2', '60.7', '67.8', '76'),
  row('banking_10shot', '68.0', '68.9', '69.3', '77'),
  row('clinc_10shot', '78.1', '68.3', '74.2', '84.5'),
  row('hwu_full', '79.6', '81.1', '85.7', '89.5'),
  row('banking_full', '-', '83.6', '85.2', '92'),
  row('clinc_full', '84.7 / 9.6', '-', '-', '93.4 / 66'),
  row('clinc_small', '86.4 / 12.7', '-', '-', '92.2 / 55'),
];

function row(
  file: string,
  nlpJs: string,
  naturalBayes: string,
  winkBayes: string,
  aim: string,
): Peers {
  return { file, nlpJs, naturalBayes, winkBayes, aim };
}

/** Reads one set, `<file>.json`. */
export async function readPublicSet(folder: string, file: string): Promise<PublicSet> {
  return PublicSet.parse(JSON.parse(await readFile(join(folder, `${file}.json`), 'utf8')));
}
