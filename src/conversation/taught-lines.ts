import type { TaughtPhrase } from './feedback-entry.ts';

/**
 * The approved phrases as lines to put into the files of intents/, file by file and meaning by meaning. Signs that mean
 * something in a phrase there are left out.
 * @param fileOf the file of a meaning; undefined for one that no file has any more
 */
export function taughtLines(
  phrases: readonly TaughtPhrase[],
  fileOf: (meaning: string) => string | undefined,
): readonly string[] {
  const approved = phrases
    .filter(({ approvedBy }) => approvedBy !== undefined)
    .map((one) => ({ ...one, file: fileOf(one.meaning) ?? 'no file has this meaning any more' }))
    .toSorted((a, b) => a.file.localeCompare(b.file) || a.meaning.localeCompare(b.meaning));
  return approved.flatMap(({ file, meaning, phrase }, at) => {
    const before = approved[at - 1];
    return [
      ...(before?.file === file ? [] : [`# ${file}`]),
      ...(before?.meaning === meaning ? [] : [`  # under ask of ${meaning}`]),
      `  - ${quoted(phrase)}`,
    ];
  });
}

function quoted(phrase: string): string {
  const words = phrase.replace(/[()[\]{}|\s]+/g, ' ').trim();
  return JSON.stringify(words);
}
