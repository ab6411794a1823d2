import type { Asking, Operation } from '../operations/operation.ts';
import { everyOf, type Filled, find, type RawSlots, type Slot } from '../operations/slot.ts';

/** The pieces that were said, as far as the inventory knows them; undefined when it does not know one of them. */
export function clearPieces(
  { slots }: Operation,
  raw: RawSlots,
  asking: Asking,
): Filled | undefined {
  const filled: Record<string, readonly string[]> = {};
  for (const slot of slots) {
    const said = raw[slot.name] ?? [];
    const values = said.flatMap((words) => valuesOf(words, slot, asking));
    const isClear = values.length >= said.length || (!slot.many && values.length > 0);
    if (!isClear && !slot.loose) return undefined;
    if (values.length > 0) filled[slot.name] = slot.many ? values : values.slice(0, 1);
  }
  return filled;
}

function valuesOf(words: string, { kind }: Slot, asking: Asking): readonly string[] {
  const every = everyOf(words, kind, asking);
  if (every) return every;
  const found = find(words, kind, asking, () => []);
  return found.kind === 'found' ? [found.value] : [];
}
