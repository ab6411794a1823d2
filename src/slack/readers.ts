import type { App } from '@slack/bolt';
import { WebAPIPlatformError } from '@slack/web-api';
import { z } from 'zod';
import type { Readers } from '../conversation/ports.ts';
import { anyReader, type Reader } from '../wording/reader.ts';
import { machineTime } from './machine-time.ts';
import type { Time } from './pace.ts';
import type { Log } from './sdk-logger.ts';

/** How long what Slack said of somebody is believed, ms; a change is heard of at once where Slack tells of it. */
const believedMs = 60 * 60_000;

/** How long an answer waits for what Slack says of somebody new, ms. */
const patienceMs = 1_000;

/** How long Slack is not asked again after it would not say, ms. */
const restingMs = 5 * 60_000;

const Info = z.looseObject({
  tz: z.string().refine(isZone).catch(anyReader.zone),
  locale: z.string().refine(isLocale).catch(anyReader.locale),
});

const Changed = z.looseObject({ user: z.looseObject({ id: z.string() }) });

export interface SlackReaders extends Readers {
  /** The same for what can wait until Slack has said it. */
  patiently(person: string): Promise<Reader>;
}

interface Known {
  readonly reader: Promise<Reader>;
  until: number;
}

/**
 * People's time zones and locales as Slack knows them, asked for once in a while. Without the right to ask: any reader. No
 * answer waits long for it: what was known before will do meanwhile, and any reader for somebody new.
 */
export function slackReaders(
  app: App,
  log: Log,
  { clock, timers }: Time = machineTime,
): SlackReaders {
  const known = new Map<string, Known>();

  app.event('user_change', async ({ event }) => {
    const changed = Changed.safeParse(event).data;
    if (changed) known.delete(changed.user.id);
  });

  return {
    of: (person) => soon(latest(person)),
    patiently: latest,
  };

  /** What is known by now, asked for anew when it is old; of somebody new, what Slack will say. */
  function latest(person: string): Promise<Reader> {
    const there = known.get(person);
    if (there && there.until > clock()) return there.reader;
    const asked: Known = { reader: ask(person), until: clock() + believedMs };
    known.set(person, asked);
    return there?.reader ?? asked.reader;
  }

  function soon(reader: Promise<Reader>): Promise<Reader> {
    return new Promise((resolve) => {
      const callOff = timers.after(patienceMs, () => resolve(anyReader));
      void reader.then((known) => {
        callOff();
        resolve(known);
      });
    });
  }

  async function ask(person: string): Promise<Reader> {
    try {
      const { user } = await app.client.users.info({ user: person, include_locale: true });
      const { tz: zone, locale } = Info.parse(user);
      return { zone, locale };
    } catch (error) {
      const reason = error instanceof WebAPIPlatformError ? error.data.error : String(error);
      log.warn({ reason }, 'slack does not tell time zones, using UTC');
      const asked = known.get(person);
      if (asked) asked.until = clock() + restingMs;
      return anyReader;
    }
  }
}

function isZone(name: string): boolean {
  return isKnown(() => new Intl.DateTimeFormat('en', { timeZone: name }));
}

function isLocale(name: string): boolean {
  return isKnown(() => Intl.getCanonicalLocales(name));
}

function isKnown(use: () => unknown): boolean {
  try {
    use();
    return true;
  } catch {
    return false;
  }
}
