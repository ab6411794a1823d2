/**
 * Characters that are not seen but change how others are: overrides of the writing direction, and spaces without a width.
 * Joiners stay, because scripts and emoji need them.
 */
const unseen = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;

/** A text as it may be shown: what stands in a name cannot turn the sentence around it. */
export function shown(text: string): string {
  return text.replace(unseen, '');
}

/** The same for a place where Slack reads markup: its control characters and the backtick lose their meaning. */
export function escaped(text: string): string {
  return shown(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('`', "'");
}

/** At most so many characters, the last of them an ellipsis where something is missing. */
export function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const letters = Array.from(text);
  const kept: string[] = [];
  let used = 1;
  for (const letter of letters) {
    used += letter.length;
    if (used > length) break;
    kept.push(letter);
  }
  return `${kept.join('')}…`;
}
