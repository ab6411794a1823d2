/**
 * Reads what a person typed the way Slack's composer does: mentions, channels, links and code become
 * parts of their own, everything else stays text.
 */
import { namesAt } from './names.ts';

export type Part =
  | { readonly kind: 'text' | 'code' | 'block of code'; readonly text: string }
  | { readonly kind: 'user' | 'channel'; readonly id: string; readonly name: string }
  | { readonly kind: 'broadcast'; readonly range: 'channel' | 'here' | 'everyone' }
  | { readonly kind: 'link'; readonly url: string; readonly label: string }
  | { readonly kind: 'mail'; readonly address: string };

/** Who and what can be mentioned by name. Names are lower case; a person may have several. */
export interface Directory {
  readonly people: ReadonlyMap<string, string>;
  readonly channels: ReadonlyMap<string, string>;
}

// Endings that Slack links without a scheme. A file name such as disk.img stays text.
const endings =
  'com|org|net|io|dev|app|ai|co|cloud|info|biz|eu|de|uk|fr|es|it|nl|se|pt|bg|cn|jp|us|ru|sh|me|tv|gov|edu|tech|site|online|xyz';

const pattern = new RegExp(
  [
    '```(?<fenced>[\\s\\S]+?)```',
    '`(?<code>[^`\\n]+)`',
    '(?<url>https?://[^\\s<>]+)',
    '(?<mail>[\\w.+-]+@(?:[a-z0-9-]+\\.)+[a-z]{2,})',
    `(?<domain>(?<![\\w@./-])(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\\.)+(?:${endings})(?![\\w-]|\\.\\w)(?:/[^\\s<>]*)?)`,
    '(?<at>(?<![\\w@])@)',
    '(?<hash>(?<![\\w#&])#)',
  ].join('|'),
  'gi',
);

export function partsOf(typed: string, directory: Directory): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  const take = (until: number) => {
    if (until > from) parts.push({ kind: 'text', text: typed.slice(from, until) });
  };
  for (const match of typed.matchAll(pattern)) {
    if (match.index < from) continue;
    const hit = partAt(typed, match, directory);
    if (!hit) continue;
    take(match.index);
    parts.push(hit.part);
    from = match.index + hit.length;
  }
  take(typed.length);
  return parts;
}

interface Hit {
  readonly part: Part;
  readonly length: number;
}

function partAt(typed: string, match: RegExpExecArray, directory: Directory): Hit | undefined {
  const [whole] = match;
  const { fenced, code, url, mail, domain, at } = match.groups ?? {};
  if (fenced) return { part: { kind: 'block of code', text: fenced }, length: whole.length };
  if (code) return { part: { kind: 'code', text: code }, length: whole.length };
  if (mail) return { part: { kind: 'mail', address: mail }, length: whole.length };
  if (url) return link(url, url);
  if (domain) return link(`http://${domain}`, domain);
  const rest = typed.slice(match.index + 1);
  return at ? mention(rest, directory.people) : channel(rest, directory.channels);
}

function link(url: string, label: string): Hit {
  const tail = /[.,!?;:)\]'"]*$/.exec(url)?.[0].length ?? 0;
  const cut = (text: string) => text.slice(0, text.length - tail);
  return {
    part: { kind: 'link', url: cut(url), label: cut(label) },
    length: label.length - tail,
  };
}

function mention(rest: string, people: ReadonlyMap<string, string>): Hit | undefined {
  const everybody = /^(channel|here|everyone)(?![\w-])/i.exec(rest)?.[1]?.toLowerCase();
  if (everybody === 'channel' || everybody === 'here' || everybody === 'everyone')
    return { part: { kind: 'broadcast', range: everybody }, length: everybody.length + 1 };
  const found = namesAt(rest, people);
  if (!found) return undefined;
  return { part: { kind: 'user', ...found }, length: found.name.length + 1 };
}

function channel(rest: string, channels: ReadonlyMap<string, string>): Hit | undefined {
  const found = namesAt(rest, channels);
  if (!found) return undefined;
  return { part: { kind: 'channel', ...found }, length: found.name.length + 1 };
}
