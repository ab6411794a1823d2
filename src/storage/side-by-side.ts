/** How much is on its way to or from the disk at the same time. */
const atOnce = 16;

/** Does the work for each thing, for several of them at the same time; each is taken when its turn has come. */
export async function sideBySide<T>(
  things: Iterable<T>,
  work: (thing: T) => Promise<void>,
): Promise<void> {
  const left = things[Symbol.iterator]();
  const workOn = async () => {
    for (let next = left.next(); !next.done; next = left.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: atOnce }, workOn));
}
