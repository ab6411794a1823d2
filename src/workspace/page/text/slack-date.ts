const DAY_MS = 86_400_000;

function dayStart(at: Date): number {
  return new Date(at.getFullYear(), at.getMonth(), at.getDate()).getTime();
}

function relativeDay(at: Date, now: Date): string | undefined {
  const days = Math.round((dayStart(at) - dayStart(now)) / DAY_MS);
  return { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' }[String(days)];
}

type Formatter = (at: Date, now: Date) => string;

const written = (options: Intl.DateTimeFormatOptions): Formatter => {
  const format = new Intl.DateTimeFormat('en-GB', options);
  return (at) => format.format(at);
};
const pretty =
  (format: Formatter): Formatter =>
  (at, now) =>
    relativeDay(at, now) ?? format(at, now);

const usual = written({ day: 'numeric', month: 'long', year: 'numeric' });
const weekday = written({ weekday: 'long' });
const long: Formatter = (at, now) => `${weekday(at, now)} ${usual(at, now)}`;
const short = written({ day: 'numeric', month: 'short', year: 'numeric' });
const clock = written({ hour: '2-digit', minute: '2-digit' });

function ago(at: Date, now: Date): string {
  const seconds = Math.round((at.getTime() - now.getTime()) / 1000);
  const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  if (Math.abs(seconds) < 60) return relative.format(seconds, 'second');
  if (Math.abs(seconds) < 3600) return relative.format(Math.round(seconds / 60), 'minute');
  if (Math.abs(seconds) < 86_400) return relative.format(Math.round(seconds / 3600), 'hour');
  return relative.format(Math.round(seconds / 86_400), 'day');
}

const FORMATS: Readonly<Record<string, Formatter>> = {
  date_num: (at) =>
    [at.getFullYear(), at.getMonth() + 1, at.getDate()]
      .map((part) => String(part).padStart(2, '0'))
      .join('-'),
  date_slash: written({ day: '2-digit', month: '2-digit', year: 'numeric' }),
  date: usual,
  date_pretty: pretty(usual),
  date_short: short,
  date_short_pretty: pretty(short),
  date_long: long,
  date_long_pretty: pretty(long),
  date_long_full: long,
  day_divider_pretty: pretty(long),
  time: clock,
  time_secs: written({ hour: '2-digit', minute: '2-digit', second: '2-digit' }),
  ago,
};

/** A moment (seconds since the epoch) in Slack's `{date_short} at {time}` notation, in local time. */
export function slackDate(seconds: number, format: string, now: Date): string | undefined {
  const at = new Date(seconds * 1000);
  if (Number.isNaN(at.getTime())) return undefined;
  return format.replace(/\{([a-z_]+)\}/g, (token, name: string) =>
    Object.hasOwn(FORMATS, name) ? (FORMATS[name]?.(at, now) ?? token) : token,
  );
}

/** `14:05` */
export const clockTime = (at: number): string => clock(new Date(at), new Date(at));

/** `Today`, `Yesterday` or `Thursday 19 November 2026` */
export function dayName(at: number, now: Date): string {
  const name = FORMATS.day_divider_pretty?.(new Date(at), now) ?? '';
  return name.charAt(0).toUpperCase() + name.slice(1);
}
