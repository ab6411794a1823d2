/** A span of time in ISO instants, UTC: from `from` on, and before `to`. Without one of them it is open there. */
export interface Span {
  readonly from?: string;
  readonly to?: string;
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;
const units: Readonly<Record<string, number>> = {
  minute: minuteMs,
  hour: hourMs,
  day: dayMs,
  week: 7 * dayMs,
  month: 30 * dayMs,
  year: 365 * dayMs,
};
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

const day = String.raw`\d{4}-\d\d-\d\d(?:T[\d:.]+Z)?|today|yesterday|(?:last\s+)?(?:${weekdays.join('|')})|\d{1,4}\s+(?:${Object.keys(units).join('|')})s?\s+ago`;

type Reader = (groups: Readonly<Record<string, string | undefined>>, now: number) => Span;

/** Ways to speak of time, and what they mean; the first that is found counts. */
const ways: readonly (readonly [pattern: string, read: Reader])[] = [
  [
    String.raw`(?:between|from)\s+(?<one>${day})\s+(?:and|to|until|till)\s+(?<other>${day})`,
    ({ one, other }, now) => ({ ...startOf(one, now), ...endOf(other, now) }),
  ],
  [String.raw`since\s+(?<one>${day})`, ({ one }, now) => startOf(one, now)],
  [
    String.raw`after\s+(?<one>${day})`,
    ({ one }, now) => {
      const { to } = dayOf(one, now);
      return { ...(to && { from: to }) };
    },
  ],
  [
    String.raw`before\s+(?<one>${day})`,
    ({ one }, now) => {
      const { from } = dayOf(one, now);
      return { ...(from && { to: from }) };
    },
  ],
  [String.raw`(?:until|till|up\s+to)\s+(?<one>${day})`, ({ one }, now) => endOf(one, now)],
  [
    String.raw`(?:in\s+|during\s+|of\s+|for\s+)?(?:the\s+)?(?:last|past)\s+(?:(?<count>\d{1,4})\s+)?(?<unit>${Object.keys(units).join('|')})s?`,
    ({ count = '1', unit = '' }, now) => ago(Number(count) * (units[unit.toLowerCase()] ?? 0), now),
  ],
  [
    String.raw`older\s+than\s+(?<count>\d{1,4})\s+(?<unit>${Object.keys(units).join('|')})s?`,
    ({ count, unit = '' }, now) => {
      const { from } = ago(Number(count) * (units[unit.toLowerCase()] ?? 0), now);
      return { ...(from && { to: from }) };
    },
  ],
  ['this week', (_, now) => ({ from: iso(midnight(now) - weekday(now) * dayMs) })],
  ['this month', (_, now) => ({ from: `${iso(now).slice(0, 7)}-01T00:00:00.000Z` })],
  ['this year', (_, now) => ({ from: `${iso(now).slice(0, 4)}-01-01T00:00:00.000Z` })],
  [String.raw`(?:on\s+)?(?<one>${day})`, ({ one }, now) => dayOf(one, now)],
];

const patterns = ways.map(
  ([pattern, read]) =>
    [new RegExp(String.raw`(?<![\w-])(?:${pattern})(?![\w-])`, 'i'), read] as const,
);

/** A span of time that a text speaks of, word for word; undefined when it speaks of none. */
export function timeIn(text: string): string | undefined {
  return patterns.map(([pattern]) => pattern.exec(text)?.[0]).find((found) => found !== undefined);
}

/** What such words mean at a moment (ms); undefined when they are none. */
export function spanOf(words: string, now: number): Span | undefined {
  for (const [pattern, read] of patterns) {
    const found = pattern.exec(words);
    if (!found) continue;
    const span = read(found.groups ?? {}, now);
    return span.from === undefined && span.to === undefined ? undefined : span;
  }
  return undefined;
}

function startOf(said: string | undefined, now: number): Span {
  const { from } = dayOf(said, now);
  return { ...(from && { from }) };
}

function endOf(said: string | undefined, now: number): Span {
  const { to } = dayOf(said, now);
  return { ...(to && { to }) };
}

/** The whole of a day; of a moment, from then to then. */
function dayOf(said = '', now: number): Span {
  const word = said.toLowerCase().replace(/^last\s+/, '');
  const ms = Date.parse(said);
  if (/^\d{4}-\d\d-\d\d$/.test(said)) return Number.isNaN(ms) ? {} : whole(ms);
  if (!Number.isNaN(ms) && said.includes('T')) return { from: iso(ms), to: iso(ms) };
  if (word === 'today') return whole(now);
  if (word === 'yesterday') return whole(now - dayMs);
  const wanted = weekdays.indexOf(word);
  if (wanted >= 0) {
    const back = (new Date(now).getUTCDay() - wanted + 7) % 7;
    return whole(now - (back === 0 ? 7 : back) * dayMs);
  }
  const { count, unit = '' } =
    /^(?<count>\d+)\s+(?<unit>[a-z]+?)s?\s+ago$/.exec(word)?.groups ?? {};
  const passed = units[unit];
  if (count === undefined || passed === undefined) return {};
  const then = now - Number(count) * passed;
  return passed < dayMs ? { from: iso(then), to: iso(then) } : whole(then);
}

function whole(ms: number): Span {
  return { from: iso(midnight(ms)), to: iso(midnight(ms) + dayMs) };
}

function ago(ms: number, now: number): Span {
  return { from: iso(now - ms) };
}

function midnight(ms: number): number {
  return Math.floor(ms / dayMs) * dayMs;
}

/** 0 for Monday. */
function weekday(ms: number): number {
  return (new Date(ms).getUTCDay() + 6) % 7;
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}
