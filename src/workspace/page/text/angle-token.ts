import type { Inline } from './marked-text.ts';
import { safeUrl } from './safe-url.ts';

/** Slack escapes three characters and no others. */
export function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

function dateToken(body: string, label: string | undefined): Inline | undefined {
  const [, seconds, format, url] = /^date\^(-?\d{1,12})\^([^^]*)(?:\^(.*))?$/s.exec(body) ?? [];
  if (seconds === undefined || format === undefined) return undefined;
  const target = url === undefined ? undefined : safeUrl(unescaped(url));
  return {
    kind: 'date',
    seconds: Number(seconds),
    format: unescaped(format),
    fallback: unescaped(label ?? format),
    ...(target === undefined ? {} : { url: target }),
  };
}

function special(body: string, label: string | undefined): Inline | undefined {
  if (body.startsWith('date^')) return dateToken(body, label);
  const [, group] = /^subteam\^([A-Z0-9]+)$/.exec(body) ?? [];
  if (group !== undefined) return { kind: 'broadcast', range: label?.replace(/^@/, '') || group };
  if (/^(here|channel|everyone)$/.test(body)) return { kind: 'broadcast', range: body };
  return undefined;
}

/** What stands between `<` and `>`, or undefined when it is none of Slack's tokens. */
export function angleToken(inside: string): Inline | undefined {
  const bar = inside.indexOf('|');
  const body = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? undefined : inside.slice(bar + 1);
  const [, sigil, id] = /^([@#])([A-Z0-9]+)$/.exec(body) ?? [];
  if (id !== undefined) {
    const kind = sigil === '@' ? 'person' : 'channel';
    return { kind, id, ...(label ? { label: unescaped(label) } : {}) };
  }
  if (body.startsWith('!')) return special(body.slice(1), label);
  const url = safeUrl(unescaped(body));
  if (url === undefined) return undefined;
  const shown = label || body.replace(/^mailto:/, '');
  return { kind: 'link', url, children: [{ kind: 'text', text: unescaped(shown) }] };
}
