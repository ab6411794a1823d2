import type { RawSlots, SlotKind } from './slot.ts';
import { filtersIn } from './spoken-filters.ts';
import { spanOf } from './spoken-times.ts';
import { listed, wordsOf } from './words.ts';

/** Filters as they are written; a project's name stands for the images it owns. The rules say which filters there are. */
export const listFilter: SlotKind = {
  options: () => [],
  accept: (said, { world }) => {
    const owner = world.directory.projects().find(({ name }) => name === said);
    return owner ? `owner=${owner.name}` : said;
  },
  open: true,
};

/** `tagged stage=test` says a tag and no filter. */
const written =
  /(?<![\w-])(?<!\btag(?:ged|s)?\s+(?:with\s+|as\s+)?["“]?)(?<name>[a-z_][\w-]*)\s*(?<operator>[!<>]=|[=<>~:])\s*(?:"(?<double>[^"]*)"|“(?<curly>[^”]*)”|(?<bare>[^\s,]+(?:\s+[mgt]i?b\b)?))/gi;

const filler = new Set(
  'a all an and any are be first for from images image in is list me my of one ones only our please show that the their them those which with'.split(
    ' ',
  ),
);

/** Reads `os=linux disk>40 sort=-name`, and what can be said in words. What is neither is kept: it is a filter that there is not. */
export function filtersAfterCommand(text: string): RawSlots {
  const { filters, rest } = filtersWritten(text);
  const quoted = [...rest.matchAll(/["“]([^"”]+)["”]/g)].map(([, words = '']) => words);
  const heard = filtersIn(rest.replaceAll(/["“][^"”]+["”]/g, ' '), { withSystems: true });
  const unknown = listed(wordsOf(heard.rest))
    .map((word) => word.replace(/[.?!]+$/, ''))
    .filter((word) => word !== '' && !filler.has(word.toLowerCase()));
  return filled([...filters, ...heard.filters, ...quoted, ...unknown]);
}

/** The filters in free words; whatever else they say is left alone. */
export function filtersHeard(text: string, { withSystems = true } = {}): RawSlots {
  const { filters, rest } = filtersWritten(text);
  return filled([...filters, ...filtersIn(rest, { withSystems }).filters]);
}

/** The filters that are written out, and the words around them. */
export function filtersWritten(text: string): {
  readonly filters: readonly string[];
  readonly rest: string;
} {
  const filters = [...text.matchAll(written)].map(({ groups = {} }) => {
    const { name, operator, double, curly, bare } = groups;
    return `${name}${operator}${double ?? curly ?? bare}`;
  });
  return { filters, rest: text.replaceAll(written, ' ') };
}

/** A time in a person's words becomes bounds: `created:last week` -> `created>=2026-11-13T09:00:00.000Z`. */
export function withTimes(filter: string, now: number): readonly string[] {
  const {
    name,
    operator = '',
    said = '',
  } = /^(?<name>created|updated)(?<operator>[<>]=|[=<>:])(?<said>.+)$/is.exec(filter)?.groups ?? {};
  const span = name === undefined ? undefined : spanOf(said, now);
  if (!span || /^\d{4}-\d\d-\d\d/.test(said)) return [filter];
  const { from, to } = span;
  const bounds: Readonly<Record<string, readonly (string | false | undefined)[]>> = {
    '>': [to && `>=${to}`],
    '>=': [from && `>=${from}`],
    '<': [from && `<${from}`],
    '<=': [to && `<${to}`],
  };
  const wanted = bounds[operator] ?? [from && `>=${from}`, to && `<${to}`];
  return wanted.flatMap((bound) => (bound ? [`${name}${bound}`] : []));
}

function filled(filters: readonly string[]): RawSlots {
  return filters.length === 0 ? {} : { filters };
}
