import { StateFault } from './state-fault.ts';

/** How many files are looked into at the same time. */
const atOnce = 16;

/**
 * Reads everything under these keys, to see whether it can be read.
 * @throws StateFault when one cannot be trusted; of several, an AggregateError that names all of them
 */
export async function checkAll<Key>(
  keys: readonly Key[],
  read: (key: Key) => Promise<unknown>,
): Promise<void> {
  const faults: StateFault[] = [];
  const left = keys.values();
  const readOn = async () => {
    for (const key of left) await read(key).catch((error: unknown) => faults.push(asFault(error)));
  };
  await Promise.all(Array.from({ length: atOnce }, readOn));
  if (faults.length > 1)
    throw new AggregateError(faults, faults.map(({ message }) => message).join('\n'));
  if (faults[0]) throw faults[0];
}

function asFault(error: unknown): StateFault {
  if (error instanceof StateFault) return error;
  throw error;
}
