import type { Asking, Operation } from '../operations/operation.ts';
import { type Filled, isNeeded, type SlotKind } from '../operations/slot.ts';

/** All pieces of an operation, some of them only stood in for. */
export interface StoodIn {
  readonly slots: Filled;
  /** The values and names that nobody said. */
  readonly invented: ReadonlySet<string>;
}

const tries = 3;
/** For pieces that can be anything; the first that a piece takes is used. */
const anything = [
  ['something-new', '1', 'stage=test'],
  ['something-else', '2', 'stage=live'],
  ['another-thing', '4', 'team=test'],
] as const;

/**
 * Ways to complete what was said by any values that fit, so that the rules can judge what does not depend on them. None
 * when a piece has nothing that it could be.
 */
export function standIns({ slots }: Operation, said: Filled, asking: Asking): readonly StoodIn[] {
  const ways: StoodIn[] = [];
  for (let way = 0; way < tries; way += 1) {
    const filled: Record<string, readonly string[]> = { ...said };
    const invented = new Set<string>();
    for (const slot of slots) {
      const { name, kind } = slot;
      if (filled[name] || !isNeeded(slot, filled, asking)) continue;
      const option = likely(kind, way, asking);
      if (!option) return [];
      filled[name] = [option.value];
      invented.add(option.value).add(option.label);
    }
    ways.push({ slots: filled, invented });
  }
  return ways;
}

function likely(kind: SlotKind, way: number, asking: Asking) {
  const options = kind.options(asking);
  if (options.length > 0) return options[way % options.length];
  const value = anything[way % anything.length]?.find(
    (words) => kind.accept?.(words, asking) !== undefined,
  );
  return value === undefined ? undefined : { value, label: value };
}
