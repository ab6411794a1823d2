/** How often something may be done: a store that fills up steadily and is drawn on, one for each time. */
export interface Allowance {
  /** ms until one may be drawn so that `keep` are left; 0: now. */
  wait(now: number, keep: number): number;
  draw(now: number): void;
  /** Nothing more for so many ms. */
  pause(now: number, ms: number): void;
}

/**
 * @param most how many at once after a rest
 * @param everyMs how long until another one is there
 * @param trustAfterMs with this, nothing waits before the first pause, and again once so long has passed since a pause
 */
export function allowance(most: number, everyMs: number, trustAfterMs?: number): Allowance {
  let left = most;
  let countedAt = Number.NEGATIVE_INFINITY;
  let pausedUntil = Number.NEGATIVE_INFINITY;

  function count(now: number): void {
    left = Math.min(most, left + Math.max(0, now - countedAt) / everyMs);
    countedAt = now;
  }

  return {
    wait(now, keep) {
      count(now);
      if (trustAfterMs !== undefined && now - pausedUntil >= trustAfterMs) return 0;
      const missing = Math.min(keep + 1, most) - left;
      return Math.max(0, pausedUntil - now, Math.ceil(missing * everyMs));
    },
    draw(now) {
      count(now);
      left = Math.max(0, left - 1);
    },
    pause(now, ms) {
      pausedUntil = Math.max(pausedUntil, now + ms);
    },
  };
}
