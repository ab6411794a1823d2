import type { Mention, MentionKind } from './mentions.ts';
import { phraseSlots } from './phrase-grammar.ts';

/** Puts `ximage`, `xserver` or `xname` in the place of each name, so that phrases about any image look alike. */
export function mask(text: string, mentions: readonly Mention[]): string {
  let masked = '';
  let at = 0;
  for (const mention of mentions) {
    masked += `${text.slice(at, mention.start)} ${maskOf(mention)} `;
    at = mention.end;
  }
  return masked + text.slice(at);
}

/** What stands in the place of a cloud's name, however people call it: some questions concern one cloud only. */
export function cloudMask(cloud: string): string {
  return `xcloud${cloud}`;
}

function maskOf({ kinds, value, cue, called }: Mention): string {
  if (kinds.includes('cloud')) return cloudMask(value);
  if (kinds.includes('count')) return '0';
  if (kinds.includes('ram')) return 'xsize';
  if (called) return 'xname';
  if (cue !== undefined && (kinds.includes(cue) || kinds.includes('name'))) return maskFor(cue);
  return kinds.length === 1 ? maskFor(kinds[0]) : 'xname';
}

/** What phrases have no slot for is a name to them. */
function maskFor(kind: MentionKind = 'name'): string {
  return phraseSlots.some((slot) => slot === kind) ? `x${kind}` : 'xname';
}
