import type { App } from '@slack/bolt';
import type { Home } from '../conversation/home.ts';
import type { ProjectId } from '../images/ids.ts';
import { homeView } from './home-view.ts';
import { machineTime } from './machine-time.ts';
import { pace, type Time } from './pace.ts';

/** Somebody who looked at their Home tab so long ago looks at something else by now, ms. */
const lookingMs = 30 * 60_000;

/** How often it is seen to that a Home tab still tells how far jobs are, ms. */
const everyMs = 15_000;

/** How long more changes are waited for before a change is shown, ms. */
const soonMs = 300;

interface Looker {
  readonly since: number;
  /** What their Home tab shows, and about which project. */
  readonly shows: string;
  readonly project?: ProjectId | undefined;
}

/** Home tabs: each person sees what concerns them. */
export interface HomeTab {
  /** Publishes it for somebody who looks at it. */
  show(who: string): Promise<void>;
  /** Something of a project has changed: who looks at it sees it anew, once for many changes. */
  changed(project: ProjectId): void;
}

/**
 * Publishes Home tabs. Who has looked lately is shown anew what has changed since, and nothing when nothing has. What was
 * put together before something newer is never shown after it.
 */
export function homeTab(app: App, home: Home, time: Time = machineTime): HomeTab {
  const { client } = app;
  const calm = pace(time);
  const lookers = new Map<string, Looker>();
  /** The latest look of each person: an older one that took longer has nothing to show any more. */
  const looks = new Map<string, symbol>();
  const stale = new Set<ProjectId>();
  let isWatching = false;

  return {
    async show(who) {
      await show(who, { since: time.clock(), shows: '' }, false);
      watch();
    },
    changed(project) {
      if (stale.has(project) || ![...lookers.values()].some((one) => one.project === project))
        return;
      stale.add(project);
      time.timers.after(soonMs, () => {
        stale.delete(project);
        void again(([, looker]) => looker.project === project);
      });
    },
  };

  async function show(who: string, { since, shows }: Looker, background: boolean): Promise<void> {
    const look = Symbol(who);
    looks.set(who, look);
    const { sections, project } = await home.of(who);
    if (looks.get(who) !== look) return;
    const view = homeView(sections);
    const now = JSON.stringify(view);
    if (now === shows) return;
    lookers.set(who, { since, shows: now, project });
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
    for (const [who, looker] of lookers) if (time.clock() - looker.since >= lookingMs) forget(who);
    await again(() => true);
    if (lookers.size > 0) watch();
  }

  async function again(which: (entry: readonly [string, Looker]) => boolean): Promise<void> {
    const shown = [...lookers]
      .filter(which)
      .map(([who, looker]) => show(who, looker, true).catch(() => forget(who)));
    await Promise.all(shown);
  }

  /** Nobody waits for it: it is published the next time they look. */
  function forget(who: string): void {
    lookers.delete(who);
    looks.delete(who);
  }
}
