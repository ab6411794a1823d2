const DAY_MS = 86_400_000;

type Formatter = (at: Date, now: Date) => string;
type Formats = Readonly<Record<string, Formatter>>;

/** What each word of Slack's notation stands for, in a time zone; undefined: the browser's own. */
function formatsIn(timeZone: string | undefined): Formats {
  const written = (options: Intl.DateTimeFormatOptions): Formatter => {
    const format = new Intl.DateTimeFormat('en-GB', { ...options, timeZone });
    return (at) => format.format(at);
  };
  const pretty =
    (format: Formatter): Formatter =>
    (at, now) =>
      relativeDay(at, now) ?? format(at, now);
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const number = (at: Date): string => {
    const all = new Map(parts.formatToParts(at).map(({ type, value }) => [type, value]));
    return [all.get('year'), all.get('month'), all.get('day')].join('-');
  };

  function relativeDay(at: Date, now: Date): string | undefined {
    const days = (Date.parse(number(at)) - Date.parse(number(now))) / DAY_MS;
    return { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' }[String(days)];
  }

  const usual = written({ day: 'numeric', month: 'long', year: 'numeric' });
  const weekday = written({ weekday: 'long' });
  const long: Formatter = (at, now) => `${weekday(at, now)} ${usual(at, now)}`;
  const short = written({ day: 'numeric', month: 'short', year: 'numeric' });
  return {
    date_num: number,
    date_slash: written({ day: '2-digit', month: '2-digit', year: 'numeric' }),
    date: usual,
    date_pretty: pretty(usual),
    date_short: short,
    date_short_pretty: pretty(short),
    date_long: long,
    date_long_pretty: pretty(long),
    date_long_full: long,
    day_divider_pretty: pretty(long),
    time: written({ hour: '2-digit', minute: '2-digit' }),
    time_secs: written({ hour: '2-digit', minute: '2-digit', second: '2-digit' }),
    ago,
  };
}

function ago(at: Date, now: Date): string {
  const seconds = Math.round((at.getTime() - now.getTime()) / 1000);
  const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
  if (Math.abs(seconds) < 60) return relative.format(seconds, 'second');
  if (Math.abs(seconds) < 3600) return relative.format(Math.round(seconds / 60), 'minute');
  if (Math.abs(seconds) < 86_400) return relative.format(Math.round(seconds / 3600), 'hour');
  return relative.format(Math.round(seconds / 86_400), 'day');
}

const made = new Map<string | undefined, Formats>();

function formats(zone: string | undefined): Formats {
  const there = made.get(zone) ?? formatsIn(zone);
  made.set(zone, there);
  return there;
}

/** A moment (seconds since the epoch) in Slack's `{date_short} at {time}` notation, in the reader's time zone. */
export function slackDate(
  seconds: number,
  format: string,
  now: Date,
  zone?: string,
): string | undefined {
  const at = new Date(seconds * 1000);
  if (Number.isNaN(at.getTime())) return undefined;
  const known = formats(zone);
  return format.replace(/\{([a-z_]+)\}/g, (token, name: string) =>
    Object.hasOwn(known, name) ? (known[name]?.(at, now) ?? token) : token,
  );
}

/** `14:05` */
export const clockTime = (at: number): string =>
  formats(undefined).time?.(new Date(at), new Date(at)) ?? '';

/** `Today`, `Yesterday` or `Thursday 19 November 2026` */
export function dayName(at: number, now: Date): string {
  const name = formats(undefined).day_divider_pretty?.(new Date(at), now) ?? '';
  return name.charAt(0).toUpperCase() + name.slice(1);
}
