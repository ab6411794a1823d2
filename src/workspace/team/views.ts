import type { KnownView } from '../blocks/view-problems.ts';
import type { InputValues, OpenView } from '../page-api.ts';
import type { Feed } from './feed.ts';
import type { Ids } from './ids.ts';

export interface StoredView {
  readonly id: string;
  readonly user: string;
  readonly hash: string;
  readonly view: KnownView;
  readonly rootId: string;
  readonly previousId: string | null;
  /** What the person filled in, as of the last time the page said so. */
  readonly values: InputValues;
}

/** Slack's limit on modals lying on top of each other. */
export const mostModals = 3;

/** The modals each person has open, lowest first, and the Home tab the app published for them. */
export class Views {
  readonly #ids: Ids;
  readonly #feed: Feed;
  readonly #byId = new Map<string, StoredView>();
  readonly #stacks = new Map<string, string[]>();
  readonly #homes = new Map<string, string>();

  constructor(ids: Ids, feed: Feed) {
    this.#ids = ids;
    this.#feed = feed;
  }

  get(id: string): StoredView | undefined {
    return this.#byId.get(id);
  }

  byExternalId(externalId: string): StoredView | undefined {
    return this.all().find((stored) => stored.view.external_id === externalId);
  }

  all(): readonly StoredView[] {
    return [...this.#byId.values()];
  }

  stack(user: string): readonly StoredView[] {
    return (this.#stacks.get(user) ?? []).flatMap((id) => this.#byId.get(id) ?? []);
  }

  home(user: string): StoredView | undefined {
    return this.#byId.get(this.#homes.get(user) ?? '');
  }

  /** Opens a modal, in place of whatever modals the person had open. */
  open(user: string, view: KnownView): StoredView {
    this.closeAll(user);
    return this.#place(user, view);
  }

  /** Lays a modal on top of the open ones. The caller has made sure that there is room. */
  push(user: string, view: KnownView): StoredView {
    return this.#place(user, view);
  }

  publish(user: string, view: KnownView): StoredView {
    const known = this.home(user);
    const id = known?.id ?? this.#ids.of('V');
    const stored: StoredView = {
      id,
      user,
      hash: this.#hash(),
      view,
      rootId: id,
      previousId: null,
      values: known?.values ?? {},
    };
    this.#byId.set(id, stored);
    this.#homes.set(user, id);
    this.#feed.tell({ type: 'home', view: stored });
    return stored;
  }

  update(stored: StoredView, view: KnownView): StoredView {
    const changed = { ...stored, view, hash: this.#hash() };
    this.#byId.set(stored.id, changed);
    this.#feed.tell({ type: view.type === 'home' ? 'home' : 'view_updated', view: changed });
    return changed;
  }

  /** Remembers what the person filled in. Not news: the page knows. */
  fillIn(stored: StoredView, values: InputValues): StoredView {
    const filled = { ...stored, values };
    this.#byId.set(stored.id, filled);
    return filled;
  }

  /** Closes a modal and all that lie on top of it. */
  close(stored: StoredView): void {
    const stack = this.#stacks.get(stored.user) ?? [];
    const at = stack.indexOf(stored.id);
    if (at === -1) return;
    for (const id of stack.splice(at)) this.#byId.delete(id);
    this.#feed.tell({
      type: 'view_closed',
      user: stored.user,
      viewId: stored.id,
      all: stack.length === 0,
    });
  }

  closeAll(user: string): void {
    const [lowest] = this.stack(user);
    if (lowest) this.close(lowest);
  }

  clear(): void {
    this.#byId.clear();
    this.#stacks.clear();
    this.#homes.clear();
  }

  /** Puts back what was kept from an earlier run, lowest modal first. */
  restore(kept: readonly StoredView[]): void {
    for (const stored of kept) {
      this.#byId.set(stored.id, stored);
      if (stored.view.type === 'home') this.#homes.set(stored.user, stored.id);
      else this.#stackOf(stored.user).push(stored.id);
    }
  }

  #place(user: string, view: KnownView): StoredView {
    const stack = this.#stackOf(user);
    const id = this.#ids.of('V');
    const stored: StoredView = {
      id,
      user,
      hash: this.#hash(),
      view,
      rootId: stack[0] ?? id,
      previousId: stack.at(-1) ?? null,
      values: {},
    };
    this.#byId.set(id, stored);
    stack.push(id);
    this.#feed.tell({ type: 'view_opened', view: stored });
    return stored;
  }

  #stackOf(user: string): string[] {
    const known = this.#stacks.get(user);
    if (known) return known;
    const stack: string[] = [];
    this.#stacks.set(user, stack);
    return stack;
  }

  #hash(): string {
    return `${this.#ids.ts().split('.')[0]}.${this.#ids.of('').slice(0, 8)}`;
  }
}

export function openView(stored: StoredView): OpenView {
  return { id: stored.id, hash: stored.hash, view: stored.view };
}
