import { timeIn } from './spoken-times.ts';

const size = String.raw`(?<size>\d{1,7}\s?[mgt]i?b)\b`;
const memory = String.raw`(?<memory>\s+(?:of\s+)?(?:ram|memory)\b)?`;
const name = String.raw`["“]?(?<name>[\w.-]+)["”]?`;

type Words = Readonly<Record<string, string | undefined>>;

function sized(operator: string) {
  return ({ size: said = '', memory: ofMemory }: Words) =>
    `${ofMemory === undefined ? 'disk' : 'ram'}${operator}${said.replace(/\s/g, '')}`;
}

function named(filter: string) {
  return ({ name: said = '' }: Words) => `${filter}${said}`;
}

/** How people say what a list is to be narrowed or ordered by, and how it is written. Longer ways come before shorter ones. */
const ways: readonly (readonly [pattern: RegExp, filter: string | ((words: Words) => string)])[] = [
  [
    new RegExp(
      String.raw`\b(?:bigger|larger|more|greater|over|above)\s+(?:than\s+)?${size}${memory}`,
      'i',
    ),
    sized('>'),
  ],
  [
    new RegExp(String.raw`\b(?:smaller|less|under|below)\s+(?:than\s+)?${size}${memory}`, 'i'),
    sized('<'),
  ],
  [new RegExp(String.raw`\b(?:at least|minimum of|from)\s+${size}${memory}`, 'i'), sized('>=')],
  [
    new RegExp(String.raw`\b(?:at most|up to|no more than|maximum of)\s+${size}${memory}`, 'i'),
    sized('<='),
  ],
  [new RegExp(String.raw`\b(?:of|with|exactly)\s+(?:a\s+)?${size}${memory}`, 'i'), sized('=')],
  [/\b(?:newest|latest|most recent)(?:\s+(?:ones\s+)?first)?\b/i, 'sort=-created'],
  [/\b(?:oldest)(?:\s+(?:ones\s+)?first)?\b/i, 'sort=created'],
  [/\b(?:largest|biggest)(?:\s+(?:ones\s+)?first)?\b/i, 'sort=-size'],
  [/\bsmallest(?:\s+(?:ones\s+)?first)?\b/i, 'sort=size'],
  [/\b(?:(?:sorted|ordered|sort|order)\s+by\s+size)\b/i, 'sort=-size'],
  [/\b(?:(?:sorted|ordered|sort|order)\s+by\s+name|alphabetical(?:ly)?|by name)\b/i, 'sort=name'],
  [
    /\b(?:(?:sorted|ordered|sort|order)\s+by\s+(?:date|age|creation(?:\s+date)?))\b/i,
    'sort=-created',
  ],
  [/\b(?:not\s+shared|unshared)\b/i, 'shared-out=no'],
  [/\b(?:shared\s+(?:with|by)\s+(?:me|us|others?\s+with\s+us)|received)\b/i, 'show=shared'],
  [
    /\b(?:shared\s+(?:out|with\s+(?:others|anybody|anyone|somebody|other\s+\w+))|we\s+shared?)\b/i,
    'shared-out=yes',
  ],
  [/\bpublic\b/i, 'show=public'],
  [/\bprivate\b/i, 'show=private'],
  [/\b(?:not\s+protected|unprotected|without\s+protection)\b/i, 'protected=no'],
  [/\bprotected\b/i, 'protected=yes'],
  [/\b(?:not\s+encrypted|unencrypted|without\s+encryption)\b/i, 'encrypted=no'],
  [/\bencrypted\b/i, 'encrypted=yes'],
  [/\bfull[-\s]?ecs\b/i, 'type=full-ecs'],
  [/\bdata[-\s]disk(?=s?\b)|\bdata(?=\s+images?\b)/i, 'type=data'],
  [/\bsystem[-\s]disk(?=s?\b)|\bsystem(?=\s+images?\b)/i, 'type=system'],
  [/\biso(?=\s+(?:images?|files?)\b)/i, 'type=iso'],
  [/\b(?:failed|broken|killed)\b/i, 'status=killed'],
  [/\bactive\b/i, 'status=active'],
  [/\b(?:being\s+created|in\s+creation|saving)\b/i, 'status=saving'],
  [/\bqueued\b/i, 'status=queued'],
  [/\b(?:arm64|arm|aarch64|kunpeng)\b/i, 'arch=arm'],
  [/\b(?:x86(?:_64)?)\b/i, 'arch=x86'],
  [/\b32[-\s]?bit\b/i, 'bits=32'],
  [/\b64[-\s]?bit\b/i, 'bits=64'],
  [/\b(?:bms|bare[-\s]metal)\b/i, 'target=bms'],
  [new RegExp(String.raw`\b(?:owned\s+by|of\s+the\s+owner)\s+${name}`, 'i'), named('owner=')],
  [
    /\b(?:tagged(?:\s+(?:with|as))?|with\s+(?:the\s+)?tags?)\s+["“]?(?<name>[\w.=:-]+)["”]?/i,
    named('tag='),
  ],
  [
    new RegExp(String.raw`\bwith\s+${name}\s+in\s+(?:the|their|its)\s+names?\b`, 'i'),
    named('name~'),
  ],
  [
    new RegExp(
      String.raw`\b(?:whose\s+names?|names?)\s+(?:contains?|has|have|like)\s+${name}`,
      'i',
    ),
    named('name~'),
  ],
];

/** Systems by the family that people name; the version is left to what is written. */
const systems =
  /\b(?<name>windows|linux|ubuntu|debian|centos|suse|opensuse|redhat|rhel|euleros|openeuler|fedora|rocky|almalinux|oracle\s*linux|freebsd)\b/i;

const updated = /\b(?:updated|changed|modified)\b/i;

export interface HeardFilters {
  /** As they are written: `disk>40GB`. A time is still in the person's words: `created:last week`. */
  readonly filters: readonly string[];
  /** The text without them. */
  readonly rest: string;
}

/** What a text says about which images to list and in which order. `withSystems`: the family of the system counts. */
export function filtersIn(
  text: string,
  { withSystems }: { readonly withSystems: boolean },
): HeardFilters {
  const filters: string[] = [];
  let rest = text;
  const take = (found: string, filter: string) => {
    filters.push(filter);
    rest = rest.replace(found, ' ');
  };
  const time = timeIn(rest);
  if (time !== undefined) take(time, `${updated.test(rest) ? 'updated' : 'created'}:${time}`);
  for (const [pattern, filter] of ways) {
    const found = pattern.exec(rest);
    if (found) take(found[0], typeof filter === 'string' ? filter : filter(found.groups ?? {}));
  }
  const system = withSystems ? systems.exec(rest) : null;
  if (system?.groups?.name !== undefined) take(system[0], `os=${system.groups.name.toLowerCase()}`);
  return { filters, rest };
}
