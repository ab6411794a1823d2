import { plain } from '../wording/reply.ts';
import type { Wording } from '../wording/wording.ts';

/**
 * Where a rule was read, in words: `umn/managing_tags; [D]` becomes "Open Telekom Cloud user guide (managing tags), a
 * decision of Goldie".
 */
export function sourceWords(wording: Wording, source: string): string {
  return [...new Set(source.split(';').map((one) => documentWords(wording, one.trim())))]
    .filter((words) => words !== '')
    .join(', ');
}

function documentWords(wording: Wording, source: string): string {
  if (source.startsWith('[D]')) return plain(wording.say('sources.own'));
  const [, name = '', page = ''] = /^(\w+)[/ ]?(.*)$/.exec(source) ?? [];
  if (!wording.has(`sources.${name}`)) return source.replaceAll('_', ' ');
  const document = plain(wording.say(`sources.${name}`));
  return page === '' ? document : `${document} (${page.replaceAll(/[_/-]/g, ' ').trim()})`;
}
