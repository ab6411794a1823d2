import type { ProjectId } from '../images/ids.ts';
import type { Asking, Operation } from '../operations/operation.ts';
import {
  everyOf,
  type Filled,
  find,
  isNeeded,
  type Nearest,
  type Option,
  type RawSlots,
  type Slot,
} from '../operations/slot.ts';

/** An operation being put together, piece by piece. */
export interface Draft {
  readonly operation: Operation;
  readonly filled: Filled;
  readonly raw: RawSlots;
  /** It was ordered by a command, not in free words. */
  readonly explicit: boolean;
  /** The person has already seen everything there is to agree to. */
  readonly agreed?: boolean;
  /** Project that it is for; by default the one that the person acts for. */
  readonly project?: ProjectId | undefined;
}

/** Why a piece is not clear: nothing was said for it, it fits several things, or none. */
export interface Trouble {
  readonly key: 'missing' | 'several' | 'unknown';
  readonly said?: string;
  /** What may have been meant. */
  readonly options: readonly Option[];
}

/** A piece that somebody has to be asked for. */
export interface OpenPiece {
  readonly slot: Slot;
  readonly trouble: Trouble;
}

/** How far a draft is clear: up to its first open piece, or without one as a whole. */
export interface Settled {
  readonly filled: Filled;
  /** What was said for the pieces after the open one. */
  readonly raw: RawSlots;
  readonly open?: OpenPiece;
}

/** Finds out what was meant by each piece, up to the first that is not clear. */
export function settled(
  { operation, filled: before, raw: said, explicit }: Draft,
  asking: Asking,
  nearest: Nearest,
): Settled {
  const filled: Record<string, readonly string[]> = { ...before };
  const raw = { ...said };
  for (const slot of operation.slots) {
    if (filled[slot.name]) continue;
    const words = raw[slot.name] ?? [];
    delete raw[slot.name];
    const meant = slot.loose && !explicit ? words.filter(isOne(slot, asking, nearest)) : words;
    const found = valuesOf(meant, slot, asking, nearest);
    if ('key' in found) return { filled, raw, open: { slot, trouble: found } };
    if (found.values.length > 0) filled[slot.name] = found.values;
    else if (isNeeded(slot, filled, asking))
      return { filled, raw, open: { slot, trouble: missing } };
  }
  return { filled, raw };
}

const missing: Trouble = { key: 'missing', options: [] };

function valuesOf(
  said: readonly string[],
  slot: Slot,
  asking: Asking,
  nearest: Nearest,
): { readonly values: readonly string[] } | Trouble {
  const values: string[] = [];
  for (const words of meantBy(said, slot, asking, nearest)) {
    const every = everyOf(words, slot.kind, asking);
    if (every) {
      values.push(...every);
      continue;
    }
    const found = find(words, slot.kind, asking, nearest);
    if (found.kind === 'several') return { key: 'several', said: words, options: found.options };
    if (found.kind === 'unknown') return { key: 'unknown', said: words, options: found.near };
    values.push(found.value);
  }
  return { values: slot.many ? [...new Set(values)] : values.slice(0, 1) };
}

/** Of several names said where one is wanted, the first that is one. */
function meantBy(said: readonly string[], slot: Slot, asking: Asking, nearest: Nearest) {
  const known = said.find(isOne(slot, asking, nearest));
  return slot.many || known === undefined ? said : [known];
}

function isOne({ kind }: Slot, asking: Asking, nearest: Nearest) {
  return (words: string) => find(words, kind, asking, nearest).kind === 'found';
}
