import type { OperationTraits } from './learn.ts';
import type { Meaning, MeaningKind, Speech, Understanding } from './meaning.ts';
import { asksToDo } from './orders.ts';
import { sureEnough, sureEnoughToChange, sureEnoughUnasked, worthAsking } from './sureness.ts';

/** A text after matching. */
export interface Heard {
  readonly text: string;
  readonly speech: Speech;
  /** Nothing is left once our mention is gone. */
  readonly isEmpty: boolean;
  /** It has words, but none that was ever taught. */
  readonly isStrange: boolean;
  /** It names an image or a server of the asker. */
  readonly namesSomething: boolean;
  /** How probable it is that the first of `ranked` is right. */
  readonly sureness: number;
  readonly ranked: readonly {
    readonly id: string;
    readonly kind: MeaningKind;
    readonly probability: number;
  }[];
}

/** What to do about a text; `about` is the operation that a question concerns. */
export interface Decision extends Pick<Understanding, 'kind' | 'id' | 'sureness' | 'alternatives'> {
  readonly about?: string;
}

const mostAlternatives = 3;
const leastAlternative = 0.03;
const clearLead = 0.6;

/** Chooses between acting, asking back and admitting ignorance. Only an order leads to an operation that changes something. */
export function decide(heard: Heard, operations: ReadonlyMap<string, OperationTraits>): Decision {
  const [best] = heard.ranked;
  if (heard.isEmpty || best === undefined)
    return { kind: 'operation', id: 'help', sureness: 1, alternatives: [] };
  const { sureness, speech } = heard;
  if (bareConsent.test(heard.text)) {
    return {
      kind: 'unsure',
      id: null,
      sureness: Math.min(sureness, worthAsking),
      alternatives: [],
    };
  }
  if (heard.isStrange) {
    return {
      kind: 'unsure',
      id: null,
      sureness: Math.min(sureness, worthAsking),
      alternatives: [],
    };
  }
  const alternatives = alternativesTo(heard, best.probability);

  if (best.kind === 'out-of-scope' && sureness >= sureEnough && !isClose(heard)) {
    return { kind: 'out-of-scope', id: best.id, sureness, alternatives: [] };
  }
  const changes = best.kind === 'operation' && (operations.get(best.id)?.changes ?? false);
  if (sureness < leastSureness(heard.text, changes) || isClose(heard)) {
    return {
      kind: 'unsure',
      id: null,
      sureness,
      alternatives: sureness < worthAsking ? [] : alternatives,
    };
  }
  if (best.kind === 'operation' && speech === 'quoted') {
    return { kind: 'unsure', id: null, sureness, alternatives };
  }
  if (!changes || speech === 'order')
    return { kind: best.kind, id: best.id, sureness, alternatives: alternatives.slice(1) };
  if (speech === 'negated' || speech === 'report') {
    return { kind: 'unsure', id: null, sureness, alternatives };
  }
  if (speech === 'question' && heard.namesSomething && mayI.test(heard.text)) {
    return { kind: 'operation', id: best.id, sureness, alternatives: alternatives.slice(1) };
  }
  return { kind: 'operation', id: 'help', sureness, alternatives, about: best.id };
}

/** "Yes" and "confirm" say nothing without something to agree to; whoever asked knows what it was. */
const bareConsent =
  /^\W*(?:(?:yes|yep|yeah|no|nope|ok|okay|sure|confirm(?:ed)?|approved?|agreed|go ahead|do it|all|it|that|please|everything)\b\W*)+$/i;

/** A change is planned for less when a verb asks for it: "restore web-golden" rather than "restored images". */
function leastSureness(text: string, changes: boolean): number {
  if (!changes) return sureEnough;
  return asksToDo(text.toLowerCase()) ? sureEnoughToChange : sureEnoughUnasked;
}

/** Two meanings that are nearly as probable call for a question back. */
function isClose({ ranked: [best, second] }: Heard): boolean {
  return (
    best !== undefined && second !== undefined && second.probability > clearLead * best.probability
  );
}

/** "Can I share X with Y?" is answered with the plan for it, "how do I share X?" with an explanation. */
const mayI =
  /^\W*(?:can|could|may|might|am i allowed|is it possible|would it be possible|do you)\b/i;

function alternativesTo({ ranked, sureness }: Heard, best: number): readonly Meaning[] {
  return ranked
    .slice(0, mostAlternatives + 1)
    .filter(({ kind, probability }) => kind !== 'out-of-scope' && probability >= leastAlternative)
    .slice(0, mostAlternatives)
    .map(({ id, kind, probability }) => ({ id, kind, sureness: (sureness * probability) / best }));
}
