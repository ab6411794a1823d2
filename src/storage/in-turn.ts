/** Runs work of the same key one after the other, in the order it was handed in; of different keys side by side. */
export interface Queue {
  <T>(key: string, work: () => Promise<T>): Promise<T>;
  /** No work of that key is under way or waits. */
  isFree(key: string): boolean;
}

/** A queue of its own. */
export function inTurn(): Queue {
  const tails = new Map<string, Promise<unknown>>();
  return Object.assign(queued, { isFree: (key: string) => !tails.has(key) });

  function queued<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = tails.get(key) ?? Promise.resolve();
    const result = before.then(work);
    const tail = result
      .catch(() => undefined)
      .then(() => {
        if (tails.get(key) === tail) tails.delete(key);
      });
    tails.set(key, tail);
    return result;
  }
}
