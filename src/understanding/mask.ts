import type { Mention } from './mentions.ts';

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

function maskOf({ kinds, cue, called }: Mention): string {
  if (kinds.includes('cloud')) return '';
  if (kinds.includes('count')) return '0';
  if (kinds.includes('ram')) return 'xsize';
  if (called) return 'xname';
  if (cue !== undefined && (kinds.includes(cue) || kinds.includes('name'))) return `x${cue}`;
  return kinds.length === 1 ? `x${kinds[0]}` : 'xname';
}
