import { secret } from './ids.ts';

export interface ResponseTarget {
  readonly channel: string;
  readonly user: string;
  /** The message whose button was pressed; unset for a slash command. */
  readonly ts?: string | undefined;
}

interface ResponseUrl {
  readonly target: ResponseTarget;
  readonly expires: number;
  usesLeft: number;
}

/** Source: Slack, "Handling user interaction": five uses within 30 minutes. */
const lifetime = 30 * 60_000;
const mostUses = 5;

/** Addresses at which the app may answer what a person did without any scope. */
export class ResponseUrls {
  readonly #clock: () => number;
  readonly #byPath = new Map<string, ResponseUrl>();

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** @returns the path, to be put behind the workspace's address */
  issue(kind: 'commands' | 'actions', target: ResponseTarget): string {
    const now = this.#clock();
    this.#forgetBefore(now);
    const path = `/respond/${kind}/${secret()}`;
    this.#byPath.set(path, { target, expires: now + lifetime, usesLeft: mostUses });
    return path;
  }

  /** Spends one use. */
  use(path: string): ResponseTarget | 'unknown' | 'expired' | 'used up' {
    const url = this.#byPath.get(path);
    if (!url) return 'unknown';
    if (this.#clock() > url.expires) return 'expired';
    if (url.usesLeft === 0) return 'used up';
    url.usesLeft -= 1;
    return url.target;
  }

  #forgetBefore(time: number): void {
    for (const [path, url] of this.#byPath) {
      if (url.expires > time) return;
      this.#byPath.delete(path);
    }
  }
}
