import type { PersonSettings } from './settings.ts';

const hourMs = 3_600_000;

/** When the next daily digest of somebody is due, ms since the epoch; undefined: they want none. */
export function digestDue({ daily, digestOf }: PersonSettings, zone: string): number | undefined {
  if (!daily) return undefined;
  const since = Math.max(Date.parse(daily.since), digestOf ? Date.parse(digestOf) : 0);
  return nextHour(daily.hour, zone, since);
}

/** The first moment after `after` at which it is that hour in the zone; all in ms since the epoch. */
function nextHour(hour: number, zone: string, after: number): number {
  const hourIn = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hour: 'numeric',
    minute: 'numeric',
    hourCycle: 'h23',
  });
  const isIt = (at: number) => {
    const parts = hourIn.formatToParts(at);
    const number = (type: 'hour' | 'minute') =>
      Number(parts.find((part) => part.type === type)?.value);
    return { hour: number('hour'), minute: number('minute') };
  };
  // quarters of an hour: there are zones whose hours do not begin with those of UTC
  const step = hourMs / 4;
  const first = Math.floor(after / step) * step + step;
  // an hour that a day leaves out when clocks go forward is made up for by the one after it
  for (let at = first; ; at += step) {
    const now = isIt(at);
    if (now.minute !== 0) continue;
    if (now.hour === hour) return at;
    const before = isIt(at - step);
    if (before.hour < hour && now.hour === hour + 1) return at;
  }
}
