import type { App } from '@slack/bolt';
import type { Home } from '../conversation/home.ts';
import { homeView } from './home-view.ts';
import { machineTime } from './machine-time.ts';
import { pace, type Time } from './pace.ts';

/** Somebody who looked at their Home tab so long ago looks at something else by now, ms. */
const lookingMs = 30 * 60_000;

/** How often it is seen to that a Home tab still tells how things are, ms. */
const everyMs = 15_000;

interface Looker {
  readonly since: number;
  /** What their Home tab shows. */
  readonly shows: string;
}

/**
 * Publishes Home tabs: each person sees what concerns them. Who has looked lately is shown anew what has changed since, and
 * nothing when nothing has.
 */
export function homeTab(
  app: App,
  home: Home,
  time: Time = machineTime,
): (who: string) => Promise<void> {
  const { client } = app;
  const calm = pace(time);
  const lookers = new Map<string, Looker>();
  let isWatching = false;

  return async (who) => {
    await show(who, { since: time.clock(), shows: '' }, false);
    watch();
  };

  async function show(who: string, { since, shows }: Looker, background: boolean): Promise<void> {
    const view = homeView(await home.of(who));
    const now = JSON.stringify(view);
    if (now === shows) return;
    lookers.set(who, { since, shows: now });
    await calm.show({ method: 'views.publish', about: who, background }, async () => {
      await client.views.publish({ user_id: who, view });
    });
  }

  /** One look at all of them at a time, so that many changes are one. */
  function watch(): void {
    if (isWatching) return;
    isWatching = true;
    time.timers.after(everyMs, () => {
      isWatching = false;
      void lookAgain();
    });
  }

  async function lookAgain(): Promise<void> {
    for (const [who, looker] of lookers)
      if (time.clock() - looker.since >= lookingMs) lookers.delete(who);
    const shown = [...lookers].map(([who, looker]) =>
      show(who, looker, true).catch(() => forget(who)),
    );
    await Promise.all(shown);
    if (lookers.size > 0) watch();
  }

  /** Nobody waits for it: it is published the next time they look. */
  function forget(who: string): void {
    lookers.delete(who);
  }
}
