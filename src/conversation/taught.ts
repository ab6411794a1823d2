import type { Operation } from '../operations/operation.ts';
import type { Understander, Understanding } from '../understanding/meaning.ts';
import { sameText } from './feedback-entry.ts';
import type { TaughtPhrases } from './ports.ts';

/**
 * An understander that also knows what was taught and approved. A taught phrase never turns a question, a don't or a
 * what-if into an order, and never takes the place of something that was understood as a wish.
 */
export function knowingTaught(
  understander: Understander,
  taught: Pick<TaughtPhrases, 'all'>,
  operations: ReadonlyMap<string, Operation>,
): Understander {
  return {
    understand(text, known, options) {
      const meant = understander.understand(text, known, options);
      if (meant.kind === 'operation' || meant.kind === 'smalltalk') return meant;
      const said = sameText(meant.text);
      const found = taught
        .all()
        .find(({ phrase, approvedBy }) => approvedBy !== undefined && sameText(phrase) === said);
      return found ? asTaught(meant, found.meaning) : meant;
    },
  };

  function asTaught(meant: Understanding, id: string): Understanding {
    const operation = operations.get(id);
    if (operation?.kind === 'task' && meant.speech !== 'order') return meant;
    const kind = operation ? 'operation' : 'answer';
    const { wishes: _, ...rest } = meant;
    return { ...rest, kind, id, sureness: 1, alternatives: [] };
  }
}
