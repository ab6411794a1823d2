import type { TagQuery, WantedTag } from '../images/tag-query.ts';
import type { RawSlots } from './slot.ts';
import { wordsOf } from './words.ts';

/** The groups of a query by tags, and the words that begin one after a command. */
const groups = {
  all: ['all', 'with', 'and'],
  any: ['any', 'or'],
  'not-all': ['not-all'],
  none: ['none', 'without', 'not', 'but'],
} as const;
type Group = keyof typeof groups;

/** Words that are a piece for themselves: `untagged`, `count`, `limit=5`, `offset=10`, `name~web`, `id~…`. */
const alone = /^(?:untagged|count|(?:limit|offset)=.+|(?:name|id)~.+)$/i;

/** Reads `stage=test|live team any a=1 b=2 without old untagged count limit=5` into pieces such as `any:a=1`. */
export function tagPieces(text: string): RawSlots {
  let group: Group = 'all';
  const tags: string[] = [];
  for (const word of wordsOf(text)) {
    const begun = groupNamed(word);
    if (begun) group = begun;
    else if (alone.test(word))
      tags.push(word.toLowerCase().startsWith('untagged') ? 'untagged' : word);
    else if (word !== ',') tags.push(`${group}:${word}`);
  }
  return tags.length === 0 ? {} : { tags };
}

function groupNamed(word: string): Group | undefined {
  const names: readonly Group[] = ['all', 'any', 'not-all', 'none'];
  return names.find((name) => groups[name].some((one) => one === word.toLowerCase()));
}

const named =
  /\b(?:tagged|tags?|labell?ed|labels?)\s+(?:(?:with|as|of)\s+)?(?:the\s+)?(?:tags?\s+)?(?<said>\S.*)$/is;
const spared = /\b(?:but\s+)?(?:not|without)\s+(?:the\s+)?(?:tags?\s+|labels?\s+)?(?<said>\S.*)$/is;
const bare =
  /\b(?:untagged|unlabell?ed)\b|\b(?:without\s+(?:any\s+)?(?:tags?|labels?)|(?:no|not?\s+any)\s+(?:tags?|labels?)|(?:not|never)\s+(?:tagged|labell?ed))(?:\s+(?:yet|at\s+all))?\s*[?.!]*$/i;

/** "Which images are tagged with a or b but not c", "untagged images", "how many images have the tag a". */
export function tagsHeard(text: string): RawSlots {
  const counted = /\bhow many\b/i.test(text) ? ['count'] : [];
  if (bare.test(text)) return { tags: ['untagged', ...counted] };
  const without = spared.exec(text);
  const left = without ? text.slice(0, without.index) : text;
  const said = named.exec(left)?.groups?.said ?? '';
  const group = /\s(?:or)\s/i.test(said) ? 'any' : 'all';
  const tags = [
    ...tagsIn(said).map((tag) => `${group}:${tag}`),
    ...tagsIn(without?.groups?.said ?? '').map((tag) => `none:${tag}`),
  ];
  return tags.length === 0 ? {} : { tags: [...tags, ...counted] };
}

const filler = new Set(
  'and or a an the with all both either images image tag tags please do we have'.split(' '),
);

function tagsIn(said: string): readonly string[] {
  return wordsOf(said.replace(/\s*([=:])\s*/g, '$1'))
    .map((word) => word.replace(/[?!.,]+$/, ''))
    .filter((word) => /^[^,\s]+$/.test(word) && !filler.has(word.toLowerCase()));
}

/** The query that pieces make; the rules judge it. */
export function tagQueryOf(pieces: readonly string[]): TagQuery {
  const inGroup = (group: Group): readonly WantedTag[] =>
    pieces.flatMap((piece) =>
      piece.startsWith(`${group}:`) ? wanted(piece.slice(group.length + 1)) : [],
    );
  const value = (pattern: RegExp) =>
    pieces.map((piece) => pattern.exec(piece)?.[1]).find((one) => one !== undefined);
  const [limit, offset] = [value(/^limit=(.+)$/i), value(/^offset=(.+)$/i)];
  const [name, id] = [value(/^name~(.+)$/i), value(/^id~(.+)$/i)];
  return {
    action: pieces.some((piece) => piece.toLowerCase() === 'count') ? 'count' : 'filter',
    tags: inGroup('all'),
    tagsAny: inGroup('any'),
    notTags: inGroup('not-all'),
    notTagsAny: inGroup('none'),
    withoutAnyTag: pieces.includes('untagged'),
    matches: [
      ...(name === undefined ? [] : [{ key: 'resource_name', value: name }]),
      ...(id === undefined ? [] : [{ key: 'resource_id', value: id }]),
    ],
    ...(limit !== undefined && { limit: Number(limit) }),
    ...(offset !== undefined && { offset: Number(offset) }),
  };
}

/** `stage`, `stage=test`, `stage:test` or `stage=test|live`. */
function wanted(said: string): WantedTag {
  const { key = said, values } = /^(?<key>[^=:]*)[=:](?<values>.*)$/s.exec(said)?.groups ?? {};
  return { key, values: values ? values.split('|') : [] };
}
