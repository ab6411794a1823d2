import type { FoundName } from './find-known-names.ts';
import type { NameIndex } from './name-index.ts';

const joined = /^\s*(?:to|till|until|through|thru|-|\.{2,3})\s*$/;
const numbered = /^(?<stem>.*?)(?<number>\d{1,4})$/;
const most = 50;

/**
 * The names that "web-01 to web-04" leaves out: those between the two that exist, where both ends exist, differ in their
 * last number only and are of one kind. "From web-01 to db-02" leaves nothing out.
 */
export function namesBetween(
  text: string,
  one: FoundName,
  other: FoundName | undefined,
  names: NameIndex,
): readonly string[] {
  if (!other) return [];
  const from = numbered.exec(one.known.name)?.groups;
  const to = numbered.exec(other.known.name)?.groups;
  if (!from || !to || from.stem !== to.stem) return [];
  if (!joined.test(text.slice(one.end, other.start).toLowerCase())) return [];
  const [first, last] = [Number(from.number), Number(to.number)];
  if (last - first < 2 || last - first > most) return [];
  const [kind] = one.known.kinds;
  return Array.from({ length: last - first - 1 }, (_, at) => {
    const number = String(first + at + 1).padStart(from.number?.length ?? 0, '0');
    return names.exact(`${from.stem}${number}`);
  }).flatMap((known) =>
    known && kind !== undefined && known.kinds.includes(kind) ? [known.name] : [],
  );
}
