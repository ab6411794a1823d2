import type { Finding } from '../images/finding.ts';
import { findingLine, type Speaking } from '../operations/findings-text.ts';
import type { Asking, Operation, Plan } from '../operations/operation.ts';
import type { Filled, Slot } from '../operations/slot.ts';
import { plain } from '../wording/reply.ts';

/** What stands in the way of a plan, by the piece that it is about; `others` concern no one piece. */
export interface FormFaults {
  readonly faults: Readonly<Record<string, string>>;
  readonly others: readonly Finding[];
}

/** Sorts what the rules refuse to the pieces it concerns, in the rules' own words. */
export function formFaults(
  speaking: Speaking,
  { slots }: Operation,
  { findings }: Plan,
  filled: Filled,
  asking: Asking,
): FormFaults {
  const faults: Record<string, string> = {};
  const others: Finding[] = [];
  for (const finding of findings.filter(({ severity }) => severity === 'block')) {
    const slot = slotOf(finding, slots, filled, asking);
    const words = plain(findingLine(speaking, finding));
    if (slot === undefined || words === '') others.push(finding);
    else faults[slot.name] = [faults[slot.name], words].filter(Boolean).join(' ');
  }
  return { faults, others };
}

/** A rule is about the piece whose target it judged, whose name it is called after, or that alone has what it speaks of. */
function slotOf(
  { rule, target, facts }: Finding,
  slots: readonly Slot[],
  filled: Filled,
  asking: Asking,
): Slot | undefined {
  const entered = slots.filter(({ name }) => filled[name] !== undefined);
  if (target !== undefined) {
    const targeted = entered.find(({ name }) => filled[name]?.includes(target));
    if (targeted) return targeted;
  }
  const [, topic = ''] = rule.toLowerCase().split('-');
  const named = entered.find(({ name }) => name === topic || name === `${topic}s`);
  if (named) return named;
  const spoken = new Set(Object.values(facts).map(String));
  const meant = entered.filter((slot) =>
    wordsFor(slot, filled, asking).some((word) => spoken.has(word)),
  );
  return meant.length === 1 ? meant[0] : undefined;
}

/** Values and labels of what was entered. */
function wordsFor({ name, kind }: Slot, filled: Filled, asking: Asking): readonly string[] {
  const values = filled[name] ?? [];
  const labels = kind
    .options(asking)
    .filter(({ value }) => values.includes(value))
    .map(({ label }) => label);
  return [...values, ...labels];
}
