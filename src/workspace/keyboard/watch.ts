import { canSee } from '../http/page-live.ts';
import type { OpenView } from '../page-api.ts';
import type { StoredMessage } from '../team/message.ts';
import type { Team } from '../team/team.ts';
import { openView, type StoredView } from '../team/views.ts';
import { type SeenMessage, seen } from './seen-message.ts';

export interface WaitOptions {
  /** How long to wait before giving up, in milliseconds; 5000 when left out. */
  readonly timeoutMs?: number;
  /** Only what this person sees. */
  readonly as?: string;
}

/** How many of the newest messages are looked at when somebody starts to wait. */
const remembered = 1000;

/** Lets people wait for something to be said or shown, without asking again and again. */
export class Watch {
  readonly #team: Team;
  readonly #recent = new Map<string, StoredMessage>();
  readonly #waiting = new Set<(error: Error) => void>();
  readonly #stop: () => void;

  constructor(team: Team) {
    this.#team = team;
    for (const message of team.messages.all().slice(-remembered)) this.#remember(message);
    this.#stop = team.feed.listen((news) => {
      if (news.type === 'message' || news.type === 'message_changed') this.#remember(news.message);
      if (news.type === 'message_deleted') this.#recent.delete(news.message.ts);
    });
  }

  /** The newest message that fits: one that is there, or the next that appears or is edited. */
  message(
    fits: (message: SeenMessage) => boolean,
    { timeoutMs = 5000, as }: WaitOptions = {},
  ): Promise<SeenMessage> {
    const team = this.#team;
    const fitting = (message: StoredMessage) => {
      if (as !== undefined && !canSee(team, as, message)) return undefined;
      const shown = seen(team, message);
      return fits(shown) ? shown : undefined;
    };
    for (const message of [...this.#recent.values()].reverse()) {
      const shown = fitting(message);
      if (shown) return Promise.resolve(shown);
    }
    return this.#next('message', timeoutMs, (news) =>
      news.type === 'message' || news.type === 'message_changed'
        ? fitting(news.message)
        : undefined,
    );
  }

  /** The modal on top, or the next one that a person sees and that fits. */
  modal(
    user: string,
    fits: (view: OpenView) => boolean,
    { timeoutMs = 5000 }: WaitOptions = {},
  ): Promise<OpenView> {
    const top = this.#team.views.stack(user).at(-1);
    return this.#view(top, user, ['view_opened', 'view_updated'], fits, timeoutMs);
  }

  /** A person's Home tab, as soon as it fits. */
  home(
    user: string,
    fits: (view: OpenView) => boolean,
    { timeoutMs = 5000 }: WaitOptions = {},
  ): Promise<OpenView> {
    return this.#view(this.#team.views.home(user), user, ['home'], fits, timeoutMs);
  }

  /** Ends every wait with an error. */
  close(): void {
    this.#stop();
    for (const giveUp of this.#waiting) giveUp(new Error('The workspace was closed.'));
  }

  #view(
    now: StoredView | undefined,
    user: string,
    kinds: readonly string[],
    fits: (view: OpenView) => boolean,
    timeoutMs: number,
  ): Promise<OpenView> {
    if (now && fits(openView(now))) return Promise.resolve(openView(now));
    return this.#next(kinds.includes('home') ? 'Home tab' : 'modal', timeoutMs, (news) => {
      if (!kinds.includes(news.type) || !('view' in news) || news.view.user !== user)
        return undefined;
      const shown = openView(news.view);
      return fits(shown) ? shown : undefined;
    });
  }

  #next<T>(
    what: string,
    timeoutMs: number,
    pick: (news: Parameters<Parameters<Team['feed']['listen']>[0]>[0]) => T | undefined,
  ): Promise<T> {
    return new Promise((resolve, reject) => {
      const end = () => {
        clearTimeout(timer);
        stop();
        this.#waiting.delete(giveUp);
      };
      const giveUp = (error: Error) => {
        end();
        reject(error);
      };
      const stop = this.#team.feed.listen((news) => {
        const found = pick(news);
        if (found === undefined) return;
        end();
        resolve(found);
      });
      const timer = setTimeout(
        () => giveUp(new Error(`No such ${what} within ${timeoutMs} ms.\n${this.#lastSaid()}`)),
        timeoutMs,
      );
      this.#waiting.add(giveUp);
    });
  }

  /** For the error: what was said instead. */
  #lastSaid(): string {
    const last = [...this.#recent.values()].slice(-5);
    return last.map(({ channel, user, text }) => `${channel} ${user}: ${text}`).join('\n');
  }

  #remember(message: StoredMessage): void {
    this.#recent.delete(message.ts);
    this.#recent.set(message.ts, message);
    const [oldest] = this.#recent.keys();
    if (this.#recent.size > remembered && oldest !== undefined) this.#recent.delete(oldest);
  }
}
