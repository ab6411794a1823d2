import { sideBySide } from './side-by-side.ts';
import { StateFault } from './state-fault.ts';

/**
 * Reads everything under these keys, to see whether it can be read.
 * @throws StateFault when one cannot be trusted; of several, an AggregateError that names all of them
 */
export async function checkAll<Key>(
  keys: readonly Key[],
  read: (key: Key) => Promise<unknown>,
): Promise<void> {
  const faults: StateFault[] = [];
  await sideBySide(keys, async (key) => {
    await read(key).catch((error: unknown) => faults.push(asFault(error)));
  });
  if (faults.length > 1)
    throw new AggregateError(faults, faults.map(({ message }) => message).join('\n'));
  if (faults[0]) throw faults[0];
}

function asFault(error: unknown): StateFault {
  if (error instanceof StateFault) return error;
  throw error;
}
