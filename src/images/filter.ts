import type { ImageQuery, Sizes, Times } from './image-query.ts';
import type { Directory } from './world.ts';

export type Operator = '=' | '!=' | '>' | '>=' | '<' | '<=' | '~';
/** A parameter as it was written: `disk>=40`. */
export interface Parameter {
  readonly operator: Operator;
  readonly value: string;
}

/** One thing that a list can be narrowed, ordered or paged by. */
export interface Filter {
  /** How it is written, and other words for the same, those of the clouds' APIs among them. */
  readonly names: readonly [string, ...string[]];
  /** Everything that can be written, or examples. */
  readonly examples: readonly string[];
  /** @returns undefined when it takes no such value */
  readonly read: (
    said: Parameter,
    before: ImageQuery,
    directory: Directory,
  ) => ImageQuery | undefined;
}

/** A filter that takes some words and no others. */
export function oneOf(
  names: Filter['names'],
  values: Readonly<Record<string, ImageQuery>>,
): Filter {
  return {
    names,
    examples: Object.keys(values).map((value) => `${names[0]}=${value}`),
    read: ({ operator, value }) =>
      operator === '='
        ? Object.entries(values).find(([word]) => isSame(word, value))?.[1]
        : undefined,
  };
}

/** A filter that is on or off. */
export function switched(names: Filter['names'], piece: (isOn: boolean) => ImageQuery): Filter {
  const [on, off] = [piece(true), piece(false)];
  const filter = oneOf(names, { yes: on, no: off });
  const others = oneOf(names, { true: on, false: off, on, off });
  return {
    ...filter,
    read: (...said) => filter.read(...said) ?? others.read(...said),
  };
}

/** Reads a value that has to be met exactly. */
export function text(piece: (value: string) => ImageQuery | undefined) {
  return ({ operator, value }: Parameter) =>
    operator === '=' && value !== '' ? piece(value) : undefined;
}

const spans = { '=': 'eq', '>': 'gt', '>=': 'gte', '<': 'lt', '<=': 'lte' } as const;

/**
 * Reads a size or a bound of sizes.
 * @param perGb how many units of the filter a GB has; a bare number is in units
 */
export function span(
  { operator, value }: Parameter,
  perGb: number,
  piece: (sizes: Sizes) => ImageQuery,
): ImageQuery | undefined {
  const { number, unit } =
    /^(?<number>\d{1,9})\s*(?:(?<unit>[mgt])i?b)?$/i.exec(value)?.groups ?? {};
  if (number === undefined || operator === '~' || operator === '!=') return undefined;
  const inGb = { m: 1 / 1024, g: 1, t: 1024 }[unit?.toLowerCase() ?? ''];
  const size = Number(number) * (inGb === undefined ? 1 : inGb * perGb);
  return piece({ [spans[operator]]: size });
}

const dayMs = 24 * 60 * 60 * 1000;

/** Reads a moment or a bound of moments, in UTC. A day stands for all of it: after it is from the next day on. */
export function time(
  { operator, value }: Parameter,
  piece: (times: Times) => ImageQuery,
): ImageQuery | undefined {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(value);
  const ms = Date.parse(value);
  if (operator === '~' || Number.isNaN(ms) || !/^\d{4}-\d\d-\d\d(?:T.+)?$/.test(value))
    return undefined;
  const at = new Date(ms).toISOString();
  if (operator === '!=') return piece({ neq: isDay ? value : at });
  if (!isDay) return piece({ [spans[operator]]: at });
  const next = new Date(ms + dayMs).toISOString();
  const ofDay = {
    '=': { gte: at, lt: next },
    '>': { gte: next },
    '>=': { gte: at },
    '<': { lt: at },
    '<=': { lt: next },
  } as const;
  return piece(ofDay[operator]);
}

/** The same word, in any case. */
export function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
