import { secret } from './ids.ts';

interface Trigger {
  readonly user: string;
  /** The modal the person acted in; only such a trigger may push another modal. */
  readonly viewId: string | undefined;
  readonly expires: number;
  used: boolean;
}

export type Exchange =
  | { readonly ok: true; readonly user: string; readonly viewId: string | undefined }
  | {
      readonly ok: false;
      readonly error: 'expired_trigger_id' | 'exchanged_trigger_id' | 'invalid_trigger_id';
    };

/** How long a trigger_id lives, in milliseconds. Source: Slack, "Handling user interaction". */
const lifetime = 3000;
const rememberedFor = 60_000;

/** Short-lived, single-use permissions to open a modal for the person who just did something. */
export class Triggers {
  readonly #clock: () => number;
  readonly #byId = new Map<string, Trigger>();

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  issue(user: string, viewId?: string): string {
    const now = this.#clock();
    this.#forgetBefore(now - rememberedFor);
    const id = `${now}.${this.#byId.size}.${secret(16)}`;
    this.#byId.set(id, { user, viewId, expires: now + lifetime, used: false });
    return id;
  }

  exchange(id: string): Exchange {
    const trigger = this.#byId.get(id);
    if (!trigger) return { ok: false, error: 'invalid_trigger_id' };
    if (trigger.used) return { ok: false, error: 'exchanged_trigger_id' };
    if (this.#clock() > trigger.expires) return { ok: false, error: 'expired_trigger_id' };
    trigger.used = true;
    return { ok: true, user: trigger.user, viewId: trigger.viewId };
  }

  #forgetBefore(time: number): void {
    for (const [id, trigger] of this.#byId) {
      if (trigger.expires > time) return;
      this.#byId.delete(id);
    }
  }
}
