import { z } from 'zod';
import { Instant } from '../images/ids.ts';
import { Notice } from '../images/unit.ts';
import { News, Way, waysOf } from './news.ts';

/** What somebody wants to be told, how, and what is kept for their digest. */
export const PersonSettings = z
  .object({
    schema: z.literal(1),
    /** What is not in here comes the usual way. */
    ways: z.partialRecord(News, Way).readonly().default({}),
    /** The daily digest: at which hour of the person's day, and since when. */
    daily: z
      .object({ hour: z.int().min(0).max(23), since: Instant })
      .readonly()
      .optional(),
    /** When the latest daily digest was due that was posted. */
    digestOf: Instant.optional(),
    /** Notices that wait for the digest, oldest first. */
    held: z.array(Notice).readonly().default([]),
    /** The latest notices that were in a digest, by id: one that comes again is not told again. */
    told: z.array(z.string()).readonly().default([]),
  })
  .readonly();
export type PersonSettings = z.infer<typeof PersonSettings>;

/** What a project's channel is not told. */
export const ChannelSettings = z
  .object({ schema: z.literal(1), silent: z.array(News).readonly().default([]) })
  .readonly();
export type ChannelSettings = z.infer<typeof ChannelSettings>;

/** When a digest comes for somebody who never said when, an hour of their day. */
const usualHour = 9;

/** Notices of an earlier digest that are remembered. */
const remembered = 200;

export function wayOf({ ways }: Pick<PersonSettings, 'ways'>, news: News): Way {
  const [usual] = waysOf[news];
  const chosen = ways[news];
  return chosen !== undefined && waysOf[news].includes(chosen) ? chosen : usual;
}

/** The settings with another way for a kind of news. A way that this kind does not have changes nothing. */
export function withWay(
  settings: PersonSettings,
  news: News,
  way: Way,
  now: Instant,
): PersonSettings {
  if (!waysOf[news].includes(way)) return settings;
  const ways = { ...settings.ways, [news]: way };
  const needsDigest = way === 'digest' && settings.daily === undefined;
  return { ...settings, ways, ...(needsDigest && { daily: { hour: usualHour, since: now } }) };
}

/**
 * The settings with a daily digest at that hour, or without one. Without one, what went into it comes the usual way again,
 * and what was kept for it is kept until there is one again or it is asked for.
 */
export function withDaily(
  settings: PersonSettings,
  hour: number | undefined,
  now: Instant,
): PersonSettings {
  if (hour !== undefined) return { ...settings, daily: { hour, since: now } };
  const { daily: _, ...others } = settings;
  const ways = Object.entries(settings.ways).filter(([, way]) => way !== 'digest');
  return { ...others, ways: Object.fromEntries(ways) };
}

/** The settings with a notice kept for the digest, once. */
export function holding(settings: PersonSettings, notice: Notice): PersonSettings {
  const isThere =
    settings.told.includes(notice.id) || settings.held.some(({ id }) => id === notice.id);
  return isThere ? settings : { ...settings, held: [...settings.held, notice] };
}

/** The settings once these notices were told; `due`: in the daily digest of that moment. */
export function told(
  settings: PersonSettings,
  ids: readonly string[],
  due: Instant | undefined,
): PersonSettings {
  return {
    ...settings,
    held: settings.held.filter(({ id }) => !ids.includes(id)),
    told: [...settings.told, ...ids].slice(-remembered),
    ...(due !== undefined && { digestOf: due }),
  };
}

/** The settings of a channel with a kind of news put off, or on again. */
export function withSilence(
  settings: ChannelSettings,
  news: News,
  isSilent: boolean,
): ChannelSettings {
  const others = settings.silent.filter((one) => one !== news);
  return { ...settings, silent: isSilent ? [...others, news] : others };
}
