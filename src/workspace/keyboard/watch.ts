import type { OpenView } from '../page-api.ts';
import type { News } from '../team/feed.ts';
import type { StoredMessage } from '../team/message.ts';
import type { Team } from '../team/team.ts';
import { openView, type StoredView } from '../team/views.ts';
import { canSee } from '../team/visibility.ts';
import { type SeenMessage, seen } from './seen-message.ts';

export interface WaitOptions {
  /** How long to wait before giving up, in milliseconds; 5000 when left out. */
  readonly timeoutMs?: number;
  /** Only what this person sees. */
  readonly as?: string;
  /** Only what was said or edited after this time stamp. */
  readonly since?: string;
}

/** A message and how it is shown, made once for everybody who waits. */
interface Entry {
  readonly message: StoredMessage;
  readonly shown: SeenMessage;
}

type Event = { readonly entry: Entry } | { readonly view: StoredView };

/** How many of the newest messages are looked at when somebody starts to wait. */
const remembered = 1000;

/** Lets people wait for something to be said or shown, without asking again and again. */
export class Watch {
  readonly #team: Team;
  readonly #recent = new Map<string, Entry>();
  readonly #waiting = new Set<(event: Event | 'closed') => void>();
  readonly #stop: () => void;
  /** When something was said or edited last. */
  #newest = '';

  constructor(team: Team) {
    this.#team = team;
    for (const message of team.messages.all().slice(-remembered)) this.#remember(message);
    this.#stop = team.feed.listen((news) => this.#hear(news));
  }

  /** The newest message that fits: one that is there, or the next that appears or is edited. */
  async message(
    fits: (message: SeenMessage) => boolean,
    { timeoutMs = 5000, as, since = '' }: WaitOptions = {},
  ): Promise<SeenMessage> {
    const isIt = ({ message, shown }: Entry) =>
      stampOf(message) > since &&
      (as === undefined || canSee(this.#team, as, message)) &&
      fits(shown);
    const there = this.#newest > since && [...this.#recent.values()].findLast(isIt);
    if (there) return there.shown;
    return this.#next('message', timeoutMs, (event) =>
      'entry' in event && isIt(event.entry) ? event.entry.shown : undefined,
    );
  }

  /** The modal on top, or the next one that a person sees and that fits. */
  modal(user: string, fits: (view: OpenView) => boolean, options?: WaitOptions): Promise<OpenView> {
    return this.#view('modal', this.#team.views.stack(user).at(-1), user, fits, options);
  }

  /** A person's Home tab, as soon as it fits. */
  home(user: string, fits: (view: OpenView) => boolean, options?: WaitOptions): Promise<OpenView> {
    return this.#view('home', this.#team.views.home(user), user, fits, options);
  }

  /** Ends every wait with an error. */
  close(): void {
    this.#stop();
    for (const waiter of this.#waiting) waiter('closed');
  }

  async #view(
    kind: 'modal' | 'home',
    now: StoredView | undefined,
    user: string,
    fits: (view: OpenView) => boolean,
    { timeoutMs = 5000 }: WaitOptions = {},
  ): Promise<OpenView> {
    if (now && fits(openView(now))) return openView(now);
    return this.#next(kind, timeoutMs, (event) => {
      if (!('view' in event) || event.view.user !== user || event.view.view.type !== kind)
        return undefined;
      const shown = openView(event.view);
      return fits(shown) ? shown : undefined;
    });
  }

  #next<T>(what: string, timeoutMs: number, pick: (event: Event) => T | undefined): Promise<T> {
    return new Promise((resolve, reject) => {
      const end = () => {
        clearTimeout(timer);
        this.#waiting.delete(waiter);
      };
      const waiter = (event: Event | 'closed') => {
        const found = event === 'closed' ? undefined : pick(event);
        if (event !== 'closed' && found === undefined) return;
        end();
        if (found === undefined) reject(new Error('The workspace was closed.'));
        else resolve(found);
      };
      const timer = setTimeout(() => {
        end();
        reject(new Error(`No such ${what} within ${timeoutMs} ms.\n${this.#lastSaid()}`));
      }, timeoutMs);
      this.#waiting.add(waiter);
    });
  }

  #hear(news: News): void {
    if (news.type === 'message' || news.type === 'message_changed') {
      const entry = this.#remember(news.message);
      for (const waiter of this.#waiting) waiter({ entry });
    }
    if (news.type === 'message_deleted') this.#recent.delete(news.message.ts);
    if ('view' in news) for (const waiter of this.#waiting) waiter({ view: news.view });
  }

  /** For the error: what was said instead. */
  #lastSaid(): string {
    const last = [...this.#recent.values()].slice(-5);
    return last
      .map(({ message: { channel, user, text } }) => `${channel} ${user}: ${text}`)
      .join('\n');
  }

  /** An edit makes a message the newest again; a reply to it does not. */
  #remember(message: StoredMessage): Entry {
    const entry = { message, shown: seen(this.#team, message) };
    const known = this.#recent.get(message.ts);
    const stamp = stampOf(message);
    if (stamp > this.#newest) this.#newest = stamp;
    if (known?.message.editedTs !== message.editedTs) this.#recent.delete(message.ts);
    this.#recent.set(message.ts, entry);
    const [oldest] = this.#recent.keys();
    if (this.#recent.size > remembered && oldest !== undefined) this.#recent.delete(oldest);
    return entry;
  }
}

function stampOf({ ts, editedTs = ts }: StoredMessage): string {
  return editedTs;
}
